/** Reviews in time: whether somebody looks after what the network knows. */
import type { ArtifactBody } from '../../../data/records/artifact.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const artifactsReviewedInTime: Metric = {
  id: 'artifacts-reviewed-in-time',
  family: 'practice',
  scopes: ['network'],
  title: 'Reviews done in time',
  question: 'Does somebody look after what the network knows?',
  definition:
    'Of the reviews of artifacts that fell due, the share that was done before others had to be asked. Details: due, in time, artifacts marked as stale, Wilson’s 95 % interval.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases:
    'No review fell due yet: null. One that fell due and is waited for counts as not in time, until it is done.',
  nulls: { interval: 'no review was due' },
  cost: 'O(a) for a artifacts.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low says that what stands in the repository may be out of date. High does not say that it is used (artifact-reuse).',
  example: { network: 'a b c', practices: { artifact: [reviewed(1, 2, 1), reviewed(2, 2, 2)] }, gives: 0.75 },
  options: [],
  needs: 'practice',
  reads: 'artifact',
  readsTies: false,
  compute(context) {
    const artifacts = context.records.practices?.artifact ?? [];
    const due = artifacts.reduce((sum, { reviews }) => sum + reviews.due, 0);
    const inTime = artifacts.reduce((sum, { reviews }) => sum + reviews.inTime, 0);
    const details = {
      ...{ due, inTime, stale: artifacts.filter(({ status }) => status === 'stale').length },
      interval: due === 0 ? null : wilsonInterval(inTime, due),
    };
    const given = due === 0 ? { reason: 'no review has fallen due yet' } : { value: inTime / due };
    return [figure(context, artifactsReviewedInTime, 'network', given, { details })];
  },
};

function reviewed(number: number, due: number, inTime: number): ArtifactBody {
  return {
    ...{
      artifact: `artifact-${number}`,
      type: 'case',
      title: 't-0123456789abcdef',
      summary: null,
      link: null,
      tags: [],
    },
    ...{ contributors: ['a'], steward: 'a', buildsOn: [], from: null, status: 'current', version: 1 },
    ...{ sharedAt: '2026-03-01T09:00:00.000Z', reviewBy: null, reviews: { due, inTime }, endedAt: null },
  };
}
