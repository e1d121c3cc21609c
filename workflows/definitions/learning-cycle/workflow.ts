import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { type CycleState, learningCycleProcess } from './decide.ts';

/** One learning cycle, from framing to feedback. Id: `network/<network>/cycle/<n>`. */
export async function learningCycle(
  input: WorkflowStarts['learningCycle'],
  carried?: Carried<CycleState>,
): Promise<void> {
  await runProcess(learningCycleProcess, 'cycle', input, carried);
}
