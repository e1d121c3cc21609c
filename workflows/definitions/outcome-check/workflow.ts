import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { type OutcomeState, outcomeCheckProcess } from './decide.ts';

/** The outcome checks of one proposal. Id: `network/<network>/outcome/<proposal>`. */
export async function outcomeCheck(
  input: WorkflowStarts['outcomeCheck'],
  carried?: Carried<OutcomeState>,
): Promise<void> {
  await runProcess(outcomeCheckProcess, 'outcome', input, carried);
}
