/** Access needs met: whether those who said what they need got it. */
import type { AccessNeedBody } from '../../../data/records/access-need.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const LEAST_PEOPLE = 5;

export const accessNeedsMet: Metric = {
  id: 'access-needs-met',
  family: 'equity',
  scopes: ['network'],
  title: 'Access needs met',
  question: 'Do those who say what they need in order to take part get it?',
  definition:
    'Of the access needs that are settled, the share that is met. Details: how many are settled, of how many people, and the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `None is settled, or needs of fewer than ${LEAST_PEOPLE} people are: null, and no count either. Who withdrew one is not in it.`,
  cost: 'O(a) for a needs.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Anything below 1 is somebody who could not take part as others do. Few needs mean as often that nobody dared to say one.',
  example: {
    network: 'a b c d e',
    practices: { 'access-need': [...'abcde'].map((member, at) => need(member, at === 4 ? 'not-met' : 'met')) },
    gives: 0.8,
  },
  options: [],
  needs: 'practice',
  reads: 'access-need',
  readsTies: false,
  compute(context) {
    const needs = context.records.practices?.['access-need'] ?? [];
    const settled = needs.filter(({ status }) => status === 'met' || status === 'not-met');
    const people = new Set(settled.map(({ member }) => member)).size;
    if (people < LEAST_PEOPLE) {
      const reason = `fewer than ${LEAST_PEOPLE} people’s needs are settled: it is shown from ${LEAST_PEOPLE} on`;
      return [figure(context, accessNeedsMet, 'network', { reason })];
    }
    const met = settled.filter(({ status }) => status === 'met').length;
    const details = { settled: settled.length, people, met, interval: wilsonInterval(met, settled.length) };
    return [figure(context, accessNeedsMet, 'network', { value: met / settled.length }, { details })];
  },
};

function need(member: string, status: AccessNeedBody['status']): AccessNeedBody {
  const at = '2026-03-02T09:00:00.000Z';
  return { need: `need-${member}`, member, text: 't-0123456789abcdef', statedAt: at, status, settledAt: at };
}
