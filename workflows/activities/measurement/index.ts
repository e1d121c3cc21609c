/** Measurements that are spread over workers. */
import type { RecordStore } from '../../../data/store/index.ts';
import type { MeasuringActivities, NetworkActivities } from '../../contract/index.ts';
import * as parts from './parts.ts';
import { createPlanner } from './plan.ts';
import { shardRunner } from './run-shard.ts';

export type { MeasureOptions } from '../../../analysis/measure.ts';
export { concealed } from './concealed.ts';
export type { Answer } from './parts.ts';
export { ANSWER, decodeAnswer, encodeQuestion, encodeRecords, RECORDS, SHARDS } from './parts.ts';

/** What any machine may do that shares the store. */
export function measuringActivities(store: RecordStore): MeasuringActivities {
  return { runShard: shardRunner(store) };
}

/** What is done where networks are run. */
export function planningActivities(
  store: RecordStore,
): Pick<NetworkActivities, 'planMeasurement' | 'clearMeasurement'> {
  const { planMeasurement, forget } = createPlanner(store);
  return {
    planMeasurement,
    async clearMeasurement({ measurement, keepAnswer }) {
      forget(measurement);
      if (keepAnswer) await store.measurements.clear(measurement, [parts.ANSWER]);
      else await store.measurements.end(measurement);
      return { cleared: true };
    },
  };
}
