import { workflowInfo } from '@temporalio/workflow';
import type { WorkflowStarts } from '../../contract/index.ts';
import { programmeInstant } from '../../contract/index.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { dayOf } from '../shared.ts';
import { type HealthCheckState, healthCheckProcess } from './decide.ts';

/** One health check, started by the network's Schedule. Id: `network/<network>/health/<check>`. */
export async function healthCheck(
  input: WorkflowStarts['healthCheck'],
  carried?: Carried<HealthCheckState>,
): Promise<void> {
  const asOf = input.asOf ?? programmeInstant(input.clock, scheduledRealMs());
  const check = input.check ?? `health-${dayOf(asOf)}`;
  await runProcess(healthCheckProcess, 'health', { ...input, asOf, check }, carried);
}

/**
 * The instant the Schedule meant, not the one at which a worker was free: a check that is retried or caught up after an
 * outage has the same date, and so the same bytes.
 */
function scheduledRealMs(): number {
  const [scheduled] = workflowInfo().searchAttributes.TemporalScheduledStartTime ?? [];
  if (scheduled instanceof Date) return scheduled.getTime();
  return workflowInfo().startTime.getTime();
}
