import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { type DecisionState, decisionProcess } from './decide.ts';

/** One decision of a person. Id: `network/<network>/decision/<decision>`. */
export async function decision(input: WorkflowStarts['decision'], carried?: Carried<DecisionState>): Promise<void> {
  await runProcess(decisionProcess, 'decision', input, carried);
}
