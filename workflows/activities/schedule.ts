/** The schedule of health checks, and word to decisions whose proposal is withdrawn: what goes through Temporal itself. */
import type { Activities, WorkflowStarts } from '../contract/index.ts';
import { healthScheduleId, workflowId } from '../contract/index.ts';
import type { World } from './world.ts';

export function scheduleActivities({
  store,
  workflows,
}: Pick<World, 'store' | 'workflows'>): Pick<
  Activities,
  'startHealthSchedule' | 'endHealthSchedule' | 'withdrawProposals'
> {
  return {
    async startHealthSchedule({ network, policy, clock, startsAt }) {
      const id = healthScheduleId(network);
      const start: WorkflowStarts['healthCheck'] = {
        ...{ network, policy, clock, check: null, asOf: null },
        settings: { continueAsNewAfterEvents: null },
      };
      const { timeZone, health } = policy;
      await workflows.applySchedule({ id, every: health.every, startsAt, timeZone, clock, start });
      return { schedule: id };
    },

    async endHealthSchedule({ network }) {
      await workflows.endSchedule(healthScheduleId(network));
      return { ended: true };
    },

    async withdrawProposals({ network, at }) {
      const proposals = await store.read({ network, kind: 'proposal', asOf: at });
      const open = proposals.filter(({ body }) => body.status === 'proposed').map(({ body }) => body.proposal);
      let withdrawn = 0;
      for (const proposal of open) {
        const told = await workflows.report(workflowId({ kind: 'decision', network, decision: proposal }), {
          from: workflowId({ kind: 'network', network }),
          report: 'withdraw',
          data: {},
        });
        if (told) withdrawn += 1;
      }
      return { withdrawn };
    },
  };
}
