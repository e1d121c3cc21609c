import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { type MeasurementState, measurementProcess } from './decide.ts';

/** A measurement spread over workers. Id: `measurement/<measurement>`. */
export async function measurement(
  input: WorkflowStarts['measurement'],
  carried?: Carried<MeasurementState>,
): Promise<void> {
  await runProcess(measurementProcess, 'measurement', input, carried);
}
