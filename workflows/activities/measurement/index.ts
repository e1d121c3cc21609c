/** Measurements that are spread over workers. */
import type { RecordStore } from '../../../data/store/index.ts';
import type { Activities, MeasuringActivities } from '../../contract/index.ts';
import * as parts from './parts.ts';
import { planMeasurement } from './plan.ts';
import { shardRunner } from './run-shard.ts';

export type { Measurement, MeasureOptions } from '../../../analysis/measure.ts';
export { type Concealed, concealed } from './concealed.ts';
export type { Answer, Question } from './parts.ts';
export { ANSWER, decodeAnswer, encodeQuestion, encodeRecords, RECORDS, SHARDS } from './parts.ts';

/** What any machine may do that shares the store. */
export function measuringActivities(store: RecordStore): MeasuringActivities {
  return {
    planMeasurement: ({ measurement }) => planMeasurement(store, measurement),
    runShard: shardRunner(store),
  };
}

export function clearingActivities({
  measurements,
}: Pick<RecordStore, 'measurements'>): Pick<Activities, 'clearMeasurement'> {
  return {
    async clearMeasurement({ measurement, keepAnswer }) {
      if (keepAnswer) await measurements.clear(measurement, [parts.ANSWER]);
      else await measurements.end(measurement);
      return { cleared: true };
    },
  };
}
