import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/**
 * How far somebody's invitation has come. `openedAt` is known only of those who showed it by what they did (looked it up,
 * said yes, said no): mails carry no marks that would tell on their readers.
 */
export const Invitation = recordKind({
  name: 'invitation',
  says: 'How far somebody’s invitation has come: sent, opened, applied, joined or declined.',
  schema: z.strictObject({
    member: Id,
    /** When the mail was with them; null: they have no address that takes mail. */
    reachedAt: Instant.nullable(),
    openedAt: Instant.nullable(),
    /** They said yes: joined at once, or on the waiting list. */
    appliedAt: Instant.nullable(),
    joinedAt: Instant.nullable(),
    declinedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'reachedAt', 'openedAt', 'appliedAt', 'joinedAt', 'declinedAt'],
  example: {
    member: 'p01',
    reachedAt: '2026-02-02T09:00:00.000Z',
    openedAt: '2026-02-03T09:00:00.000Z',
    appliedAt: '2026-02-03T09:00:00.000Z',
    joinedAt: null,
    declinedAt: null,
  },
});

export type InvitationBody = z.infer<typeof Invitation.schema>;
