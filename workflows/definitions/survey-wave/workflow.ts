import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { surveyWaveProcess, type WaveState } from './decide.ts';

/** One wave of a survey. Id: `network/<network>/wave/<wave>`. */
export async function surveyWave(input: WorkflowStarts['surveyWave'], carried?: Carried<WaveState>): Promise<void> {
  await runProcess(surveyWaveProcess, 'wave', input, carried);
}
