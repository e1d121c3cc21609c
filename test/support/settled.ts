/**
 * Until no workflow and no activity has anything left to do at this instant: several looks in a row see none at work.
 * Between two steps there is a moment in which none is; on a machine that is busy it may be long. So looks that come late
 * do not count, for a while, and between two of them the server has answered something: it has come to what was before.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';

const LOOKS = 4;
const LOOK_EVERY_MS = 15;
const LATE_BY_MS = 10;
const PATIENCE_MS = 3_000;

export async function settled(worker: Worker, { connection }: TestWorkflowEnvironment): Promise<void> {
  const patientUntil = Date.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < LOOKS; quiet += 1) {
    const looked = performance.now();
    await Promise.all([delay(LOOK_EVERY_MS), connection.workflowService.getSystemInfo({})]);
    const isLate = performance.now() - looked > LOOK_EVERY_MS + LATE_BY_MS;
    if (isAtWork(worker) || (isLate && Date.now() < patientUntil)) quiet = -1;
  }
}

export function isAtWork(worker: Worker): boolean {
  const { numInFlightActivities, numInFlightWorkflowActivations } = worker.getStatus();
  return numInFlightActivities + numInFlightWorkflowActivations > 0;
}
