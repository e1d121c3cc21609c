/** Points answered: whether what members say of the collaboration gets an answer. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const pointsAnswered: Metric = {
  id: 'points-answered',
  family: 'practice',
  scopes: ['network'],
  title: 'You said, we did',
  question: 'Does what members say about working together get an answer?',
  definition:
    'Of the points that members brought up after cycles, the share to which the facilitators have said what they do. Details: points, answered, rounds, and the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No point was brought up: null. At most 30 points a round are counted, sentences before texts.',
  cost: 'O(p) for p points.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'An answer may be that nothing is done; what counts is that it is said. A share that falls teaches members that speaking up is of no use, and the next pulse has fewer answers.',
  example: {
    network: 'a b c',
    practices: { 'said-and-did': [point(1, true), point(2, true), point(3, false), point(4, true)] },
    gives: 0.75,
  },
  options: [],
  needs: 'practice',
  reads: 'said-and-did',
  readsTies: false,
  compute(context) {
    const points = context.records.practices?.['said-and-did'] ?? [];
    const answered = points.filter(({ did }) => did !== null).length;
    if (points.length === 0) return [figure(context, pointsAnswered, 'network', { reason: 'no point was brought up' })];
    const details = {
      ...{ points: points.length, answered, rounds: new Set(points.map(({ round }) => round)).size },
      interval: wilsonInterval(answered, points.length),
    };
    return [figure(context, pointsAnswered, 'network', { value: answered / points.length }, { details })];
  },
};

function point(number: number, isAnswered: boolean) {
  return {
    ...{ round: 'after-action-1', point: number, item: 'change', text: 't-0123456789abcdef' },
    ...{ did: isAnswered ? 't-fedcba9876543210' : null, by: isAnswered ? 'a' : null, at: '2026-05-02T09:00:00.000Z' },
  };
}
