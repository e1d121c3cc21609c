/**
 * Somebody leaves. What waited on them is taken off their inbox; what waited on them as the holder of a role stands there
 * for the role, so that whoever takes it over gets it, and until then everybody sees that it waits on nobody. What they
 * were one of two in is told, because it would wait for them until its time is over.
 */
import type { RoleName } from '../../data/records/index.ts';
import type { InboxEntry } from '../../data/store/record-store.ts';
import {
  ACTIONS,
  type Action,
  type Activities,
  inboxId,
  isActionName,
  ROLE_MOVED,
  workflowId,
} from '../contract/index.ts';
import { askedBy, type World } from './world.ts';

export function partingActivities({
  store,
  workflows,
}: Pick<World, 'store' | 'workflows'>): Pick<Activities, 'partWith'> {
  return {
    async partWith({ network, member, roles }) {
      const { id: self } = askedBy();
      const waiting = await store.inbox({ network, person: member });
      const forRole = waiting.filter(isOfRole).flatMap((entry) => {
        const role = roleOf(entry, roles);
        return role === null ? [] : [{ ...entry, role }];
      });
      let told = 0;
      const tell = async (to: string, report: string, data: Record<string, string>) => {
        // Whoever wished for this knows it already.
        if (to !== self && (await workflows.report(to, { from: self, report, data }))) told += 1;
      };
      for (const workflow of new Set(forRole.map((entry) => entry.workflowId))) {
        for (const role of roles) await tell(workflow, ROLE_MOVED, { role, from: member, to: '' });
      }
      await store.putInbox(
        forRole.map(({ role, ...entry }) => ({
          ...entry,
          id: inboxId(entry.workflowId, entry.action, entry.about, personOf(role)),
          person: personOf(role),
        })),
      );
      // After the others are told: an attempt that was cut off finds them again.
      await store.clearInbox({ ids: waiting.map(({ id }) => id) });
      for (const { body } of await store.read({ network, kind: 'introduction' })) {
        const { introduction, members, status } = body;
        if (!members.includes(member) || (status !== 'asked' && status !== 'agreed')) continue;
        await tell(workflowId({ kind: 'introduction', network, introduction }), 'left', { member });
      }
      for (const { body } of await store.read({ network, kind: 'proposal' })) {
        if (body.status !== 'proposed' || !body.parties.includes(member)) continue;
        await tell(workflowId({ kind: 'decision', network, decision: body.proposal }), 'withdraw', {});
      }
      return { cleared: waiting.length, told };
    },
  };
}

/** What somebody is asked as the holder of a role, and not as a member: decisions, gates, what rights are for. */
export function isOfRole({ action }: Pick<InboxEntry, 'action'>): boolean {
  if (!isActionName(action)) return false;
  const { may, takenBy }: Action = ACTIONS[action];
  return 'right' in may || 'roles' in may || takenBy === 'decision';
}

/** The place in the inbox of whoever holds a role. */
export function personOf(role: RoleName): string {
  return `role:${role}`;
}

/** Which of the roles that somebody held they were asked by; null where they held none. */
function roleOf({ action }: InboxEntry, roles: readonly RoleName[]): RoleName | null {
  const may = isActionName(action) ? (ACTIONS[action] as Action).may : null;
  const named = may !== null && 'roles' in may ? roles.find((role) => may.roles.includes(role)) : undefined;
  return named ?? roles[0] ?? null;
}
