/** What a network leaves behind, and what waits for a role when it passes to somebody else. */
import { archiveOf, INTEGRITY, readArchiveSource, sha256, writeArchive } from '../../../data/exchange/archive/index.ts';
import type { InboxEntry } from '../../../data/store/record-store.ts';
import {
  ACTIONS,
  type Action,
  type Activities,
  archiveFolder,
  inboxId,
  isActionName,
  ROLE_MOVED,
} from '../../contract/index.ts';
import { whileWorking } from '../sign-of-life.ts';
import { askedBy, type World } from '../world.ts';

export function sustainmentActivities(
  world: Pick<World, 'store' | 'people' | 'workflows' | 'reportsDir'>,
): Pick<Activities, 'makeArchive' | 'passOnMatters'> {
  const { store, workflows, reportsDir } = world;
  return {
    makeArchive({ network }) {
      return whileWorking(async () => {
        const files = archiveOf(await readArchiveSource(world, network));
        const written = await writeArchive(archiveFolder(reportsDir, network), files, { replacing: true });
        return { ...written, digest: sha256(files.get(INTEGRITY) as string) };
      });
    },

    async passOnMatters({ network, role, from, to }) {
      const waiting = (await store.inbox({ network })).filter(
        (entry) => from.includes(entry.person) && isOfRole(entry),
      );
      await store.putInbox(
        waiting.map((entry) => ({
          ...entry,
          id: inboxId(entry.workflowId, entry.action, entry.about, to),
          person: to,
        })),
      );
      await store.clearInbox({ ids: waiting.map(({ id }) => id) });
      const { id: self } = askedBy();
      for (const workflow of new Set(waiting.map(({ workflowId }) => workflowId))) {
        // Whoever moved the role knows it already.
        if (workflow === self) continue;
        for (const person of from) {
          await workflows.report(workflow, { from: self, report: ROLE_MOVED, data: { role, from: person, to } });
        }
      }
      return { passedOn: waiting.length };
    },
  };
}

/** What somebody is asked as the holder of a role, and not as a member: decisions, gates, what rights are for. */
function isOfRole({ action }: InboxEntry): boolean {
  if (!isActionName(action)) return false;
  const { may, takenBy }: Action = ACTIONS[action];
  return 'right' in may || 'roles' in may || takenBy === 'decision';
}
