/** Commitments kept: whether members do what they say. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

/** Fewer owners, and the share would say of somebody what is their own affair. */
const LEAST_OWNERS = 5;

export const commitmentsKept: Metric = {
  id: 'commitments-kept',
  family: 'practice',
  scopes: ['network'],
  title: 'Promises kept',
  question: 'Do members do what they tell each other they will do?',
  definition:
    'Of the promises whose owner said what came of them, the share that was kept. Details: how many said so, the 95 % interval (Wilson), owners, and how many are open or ended without a word.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No promise, nobody said what came of one, or fewer than ${LEAST_OWNERS} owners who did: null.`,
  cost: 'O(c) for c promises.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Low may mean that promises are too large, or that nobody has time for them: ask what got in the way. It is what owners say of themselves, and never shown of one of them.',
  example: {
    network: 'a b c d e',
    practices: {
      commitment: [...'abcde'].map((member, at) => promise(member, at === 4 ? 'not-kept' : 'kept')),
    },
    gives: 0.8,
  },
  options: [],
  needs: 'practice',
  reads: 'commitment',
  readsTies: false,
  compute(context) {
    const promises = context.records.practices?.commitment ?? [];
    const settled = promises.filter(({ status }) => status === 'kept' || status === 'not-kept');
    const owners = new Set(settled.map(({ member }) => member)).size;
    const count = (status: string): number => promises.filter((promise) => promise.status === status).length;
    const common = { promises: promises.length, open: count('open'), unsaid: count('unsaid') };
    if (settled.length === 0) {
      const reason = 'nobody has said yet what came of a promise';
      return [figure(context, commitmentsKept, 'network', { reason }, { details: common })];
    }
    if (owners < LEAST_OWNERS) {
      const reason = `fewer than ${LEAST_OWNERS} members said what came of a promise: it is shown from ${LEAST_OWNERS} on`;
      return [figure(context, commitmentsKept, 'network', { reason }, { details: common })];
    }
    const kept = count('kept');
    const details = { ...common, said: settled.length, owners, interval: wilsonInterval(kept, settled.length) };
    return [figure(context, commitmentsKept, 'network', { value: kept / settled.length }, { details })];
  },
};

function promise(member: string, status: 'kept' | 'not-kept') {
  return {
    ...{ commitment: `promise-${member}`, member, text: 't-0123456789abcdef', due: '2026-04-01', status },
    ...{ madeAt: '2026-03-01T09:00:00.000Z', endedAt: '2026-04-02T09:00:00.000Z' },
  };
}
