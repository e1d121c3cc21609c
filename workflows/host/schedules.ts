/**
 * What activities ask of Temporal: schedules of health checks, applied create-or-update, and word to a workflow.
 *
 * A check that is late waits for the one before it (one at most); after an outage two periods are caught up; a check
 * that fails pauses the schedule, because the next one would fail alike and a person has to look.
 */
import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { RecordStore } from '../../data/store/index.ts';
import type { HealthSchedule, WorkflowsPort } from '../activities/index.ts';
import { healthScheduleId, REPORT_SIGNAL, TASK_QUEUE, workflowId } from '../contract/index.ts';
import { periodMs, scheduleSpec } from './schedule-spec.ts';

/** Temporal catches up at least this much. */
const SHORTEST_CATCHUP_MS = 10_000;

export function workflowsPort(client: Client): WorkflowsPort {
  return {
    async applySchedule(schedule) {
      const options = optionsOf(schedule);
      try {
        await client.schedule.create(options);
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        const { spec, action, policies } = options;
        // Paused, and why, stays as it is: a person may have done it.
        await client.schedule.getHandle(schedule.id).update(({ state }) => ({ spec, action, policies, state }));
      }
    },

    async endSchedule(id) {
      try {
        await client.schedule.getHandle(id).delete();
      } catch (error) {
        if (!(error instanceof ScheduleNotFoundError)) throw error;
      }
    },

    async report(id, signal) {
      try {
        await client.workflow.getHandle(id).signal(REPORT_SIGNAL, signal);
        return true;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}

/**
 * Brings schedules in line with the store: a network that is closed has none. (A crash between the last fact and the
 * end of the schedule is mended by the workflow itself; this is for a store or a server restored from a backup.)
 */
export async function reconcileSchedules(store: RecordStore, port: WorkflowsPort): Promise<{ ended: string[] }> {
  const ended: string[] = [];
  for (const network of await store.networks()) {
    const [phase] = await store.read({ network, kind: 'phase' });
    if (phase?.body.phase !== 'closed') continue;
    await port.endSchedule(healthScheduleId(network));
    ended.push(network);
  }
  return { ended };
}

function optionsOf(schedule: HealthSchedule): ScheduleOptions {
  const { id, every, clock, start } = schedule;
  return {
    scheduleId: id,
    spec: scheduleSpec(schedule),
    action: {
      type: 'startWorkflow',
      workflowType: 'healthCheck',
      // Temporal appends the instant that was meant.
      workflowId: workflowId({ kind: 'health', network: start.network, check: 'scheduled' }),
      taskQueue: TASK_QUEUE,
      args: [start],
    },
    policies: {
      overlap: ScheduleOverlapPolicy.BUFFER_ONE,
      catchupWindow: Math.max(SHORTEST_CATCHUP_MS, 2 * periodMs(every, clock)),
      pauseOnFailure: true,
    },
  };
}
