/** Requests resolved: whether asking peers for help works. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const requestsResolved: Metric = {
  id: 'requests-resolved',
  family: 'practice',
  scopes: ['network'],
  title: 'Requests resolved',
  question: 'When members ask each other for help, does it help?',
  definition:
    'Of the requests whose member said how they went, the share that is resolved. Details: how many said so, the 95 % interval (Wilson), and how many requests are open, were answered without a word at their end, or lapsed without any answer.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No request, or nobody said how one went: null.',
  nulls: { interval: 'it is said of no request' },
  cost: 'O(r) for r requests.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'High is good only where many ask: a network in which three bold members ask resolves all of it. Who never says how it went is not in the share; look at how many those are.',
  example: {
    network: 'a b c',
    practices: { 'support-request': [ended('1', 'resolved'), ended('2', 'not-resolved'), ended('3', 'lapsed')] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'support-request',
  readsTies: false,
  compute(context) {
    const requests = context.records.practices?.['support-request'] ?? [];
    const count = (status: string): number => requests.filter((request) => request.status === status).length;
    const resolved = count('resolved');
    const said = resolved + count('not-resolved');
    const details = {
      requests: requests.length,
      ...{ said, resolved, notResolved: count('not-resolved') },
      interval: said === 0 ? null : wilsonInterval(resolved, said),
      ...{ open: count('open'), answered: count('answered'), lapsed: count('lapsed') },
    };
    const given = said === 0 ? { reason: 'nobody has said yet how a request went' } : { value: resolved / said };
    return [figure(context, requestsResolved, 'network', given, { details })];
  },
};

function ended(name: string, status: 'resolved' | 'not-resolved' | 'lapsed') {
  const askedAt = '2026-03-01T09:00:00.000Z';
  return {
    ...{ request: `request-${name}`, askedBy: 'a', text: null, askedAt, status, asked: ['b'], escalated: false },
    ...{ answeredBy: [], firstAnswerAt: null, endedAt: '2026-03-09T09:00:00.000Z' },
  };
}
