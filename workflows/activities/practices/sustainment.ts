/** What a network leaves behind, and what waits for a role when it passes to somebody else. */
import { archiveOf, INTEGRITY, readArchiveSource, sha256, writeArchive } from '../../../data/exchange/archive/index.ts';
import { type Activities, archiveFolder, inboxId, ROLE_MOVED } from '../../contract/index.ts';
import { isOfRole, personOf } from '../parting.ts';
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
      // Of whoever had it, or, where they have left meanwhile, of the role itself.
      const waiting = (await store.inbox({ network })).filter(
        (entry) => isOfRole(entry) && (from.includes(entry.person) || entry.person === personOf(role)),
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
