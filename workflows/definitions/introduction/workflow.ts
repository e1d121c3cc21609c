import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { type IntroductionState, introductionProcess } from './decide.ts';

/** One introduction of two members. Id: `network/<network>/introduction/<introduction>`. */
export async function introduction(
  input: WorkflowStarts['introduction'],
  carried?: Carried<IntroductionState>,
): Promise<void> {
  await runProcess(introductionProcess, 'introduction', input, carried);
}
