/**
 * How far each invitation has come. One fact a person, in its newest form; each step is kept with its date, and a step
 * that was skipped (who joins has opened it, too) is dated with the one that shows it.
 */
import { type BodyOf, type Instant, subjectOf } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import type { Activities, FactDraft } from '../contract/index.ts';
import { factOf } from './facts.ts';
import type { World } from './world.ts';

export type InvitationStep = 'reached' | 'opened' | 'applied' | 'joined' | 'declined';

/** What is shown by each step, besides itself. */
const SHOWS: Record<InvitationStep, readonly (keyof Omit<BodyOf<'invitation'>, 'member'>)[]> = {
  reached: ['reachedAt'],
  opened: ['openedAt'],
  applied: ['openedAt', 'appliedAt'],
  joined: ['openedAt', 'appliedAt', 'joinedAt'],
  declined: ['openedAt', 'declinedAt'],
};

export function invitationActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'noteInvitation'> {
  return {
    async noteInvitation({ network, member, step, at }) {
      const drafts = await invitationSteps(store, network, [member], step, at);
      const source = { type: 'person', id: member } as const;
      if (drafts.length === 0) return { noted: false };
      await store.append(
        drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
        source,
      );
      return { noted: true };
    },
  };
}

/** The facts that a step makes newer; none of those for whom it is known already. */
export async function invitationSteps(
  store: RecordStore,
  network: string,
  members: readonly string[],
  step: InvitationStep,
  at: Instant,
): Promise<FactDraft[]> {
  const known = new Map(
    (await invitationsOf(store, network, members)).map((invitation) => [invitation.member, invitation]),
  );
  return members.flatMap((member): FactDraft[] => {
    const before = known.get(member) ?? { member, ...NOTHING };
    const news = SHOWS[step].filter((field) => before[field] === null);
    if (news.length === 0) return [];
    const body = { ...before, ...Object.fromEntries(news.map((field) => [field, at])) };
    return [{ kind: 'invitation', body, validFrom: at, key: `invitation/${member}/${step}` }];
  });
}

/** Who said yes and has not joined. */
export async function waitingForPlace(store: RecordStore, network: string): Promise<Set<string>> {
  const all = await store.read({ network, kind: 'invitation' });
  const waiting = all.filter(
    ({ body }) => body.appliedAt !== null && body.joinedAt === null && body.declinedAt === null,
  );
  return new Set(waiting.map(({ body }) => body.member));
}

const NOTHING = { reachedAt: null, openedAt: null, appliedAt: null, joinedAt: null, declinedAt: null };

async function invitationsOf(
  store: RecordStore,
  network: string,
  members: readonly string[],
): Promise<BodyOf<'invitation'>[]> {
  const [only] = members;
  const subject = members.length === 1 && only !== undefined ? { subject: subjectOf(only) } : {};
  return (await store.read({ network, kind: 'invitation', ...subject })).map(({ body }) => body);
}
