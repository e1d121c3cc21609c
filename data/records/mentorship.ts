import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { MENTORSHIPS } from './mentoring-part.ts';
import { recordKind } from './record-kind.ts';
import { Skill } from './skill-claim.ts';

export const MEETING_RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;

/** Two members matched as mentor and mentee: whether both agreed, on what, how it goes, how it ended. */
export const Mentorship = recordKind({
  name: 'mentorship',
  says: 'Two members matched as mentor and mentee: whether both agreed, on what, how it goes, how it ended.',
  schema: z.strictObject({
    mentorship: Id,
    mentor: Id,
    mentee: Id,
    kind: z.enum(MENTORSHIPS),
    skill: Skill.nullable(),
    round: z.int().min(1),
    /** Whether the two are of different organisations; null where one is not on record. */
    across: z.boolean().nullable(),
    /** Why these two, as the matching computed it. */
    because: z.string().max(1000),
    /** `left`: one of the two left the network. `unsaid`: its time is over, and neither said how it ended. */
    status: z.enum([
      ...(['proposed', 'declined', 'lapsed', 'healthy', 'at-risk', 'rematch', 'completed', 'stopped'] as const),
      ...(['unsaid', 'left'] as const),
    ]),
    proposedAt: Instant,
    /** When both had agreed. */
    agreedAt: Instant.nullable(),
    agreement: z
      .strictObject({
        /** In the own words of whoever wrote it down. */
        goal: TextRef,
        meet: z.enum(MEETING_RHYTHMS),
        milestones: z.array(z.strictObject({ due: z.iso.date(), reachedAt: Instant.nullable() })).max(6),
      })
      .nullable(),
    /** How often the two were asked how it goes, together, and how often one answered; what they answered stays theirs. */
    pulses: z.strictObject({ asked: z.int().min(0), answered: z.int().min(0) }),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.mentorship),
  columns: [
    ...['mentorship', 'mentor', 'mentee', 'kind', 'skill', 'round', 'across', 'because', 'status', 'proposedAt'],
    ...['agreedAt', 'agreement', 'pulses', 'endedAt'],
  ],
  example: {
    ...{ mentorship: 'mentorship-1', mentor: 'p01', mentee: 'p22', kind: 'mentoring' as const, skill: 'intake-design' },
    ...{ round: 1, across: true, because: 'The two differ in organisation.', status: 'healthy' as const },
    ...{ proposedAt: '2026-02-02T09:00:00.000Z', agreedAt: '2026-02-04T09:00:00.000Z' },
    agreement: {
      goal: 't-0123456789abcdef',
      meet: 'fortnightly' as const,
      milestones: [{ due: '2026-04-01', reachedAt: null }],
    },
    ...{ pulses: { asked: 2, answered: 2 }, endedAt: null },
  },
});

export type MentorshipBody = z.infer<typeof Mentorship.schema>;
