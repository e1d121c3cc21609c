/** Stipends approved: whether money that people need in order to take part is there. */
import type { StipendBody } from '../../../data/records/stipend.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const LEAST_PEOPLE = 5;

export const stipendsApproved: Metric = {
  id: 'stipends-approved',
  family: 'equity',
  scopes: ['network'],
  title: 'Stipends approved',
  question: 'Do those who ask for money to take part get it?',
  definition:
    'Of the stipends that were decided on, the share that was approved. Details: how many were asked for and decided, by how many people, the sums asked for and approved among those decided, by currency, and the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `None is decided, or those of fewer than ${LEAST_PEOPLE} people are: null, and no sum either. Who withdrew one is not in it.`,
  cost: 'O(s) for s stipends.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading: 'Low: who cannot pay to come stays away, and the figures on participation show it some months later.',
  example: {
    network: 'a b c d e',
    practices: { stipend: [...'abcde'].map((member, at) => stipend(member, at < 3 ? 'approved' : 'declined')) },
    gives: 0.6,
  },
  options: [],
  needs: 'practice',
  reads: 'stipend',
  readsTies: false,
  compute(context) {
    const stipends = context.records.practices?.stipend ?? [];
    const decided = stipends.filter(({ status }) => status === 'approved' || status === 'declined');
    const people = new Set(decided.map(({ member }) => member)).size;
    if (people < LEAST_PEOPLE) {
      const reason = `fewer than ${LEAST_PEOPLE} people’s stipends are decided: it is shown from ${LEAST_PEOPLE} on`;
      return [figure(context, stipendsApproved, 'network', { reason })];
    }
    const approved = decided.filter(({ status }) => status === 'approved').length;
    const currencies = [...new Set(decided.map(({ currency }) => currency))].sort();
    const sums = currencies.map((currency) => {
      const own = decided.filter((one) => one.currency === currency);
      return {
        currency,
        asked: own.reduce((sum, { amount }) => sum + amount, 0),
        approved: own.reduce((sum, one) => sum + (one.approved ?? 0), 0),
      };
    });
    const details = {
      ...{ asked: stipends.length, decided: decided.length, people, approved, sums },
      interval: wilsonInterval(approved, decided.length),
    };
    return [figure(context, stipendsApproved, 'network', { value: approved / decided.length }, { details })];
  },
};

function stipend(member: string, status: 'approved' | 'declined'): StipendBody {
  const at = '2026-03-02T09:00:00.000Z';
  return {
    ...{ stipend: `stipend-${member}`, member, amount: 100, currency: 'EUR', text: null, askedAt: at, status },
    ...{ approved: status === 'approved' ? 100 : null, by: 'z', reason: null, settledAt: at },
  };
}
