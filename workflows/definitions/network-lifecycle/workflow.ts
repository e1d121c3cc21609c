import type { WorkflowStarts } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { networkLifecycleProcess } from './decide.ts';
import type { LifecycleState } from './state.ts';

/** A network's whole life, months to years. Id: `network/<network>`. */
export async function networkLifecycle(
  input: WorkflowStarts['networkLifecycle'],
  carried?: Carried<LifecycleState>,
): Promise<void> {
  await runProcess(networkLifecycleProcess, 'network', input, carried);
}
