import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { Skill } from './skill-claim.ts';

/** What two members may be to each other: who is the junior may know more, and two may simply work side by side. */
export const MENTORSHIPS = ['mentoring', 'reverse-mentoring', 'job-shadow', 'pairing'] as const;

/** A member offers to be a mentor, or looks for one; a newer word takes the place of the older one. */
export const MentoringPart = recordKind({
  name: 'mentoring-part',
  says: 'A member offers to be a mentor, or looks for one; a newer word takes the place of the older one.',
  schema: z.strictObject({
    member: Id,
    as: z.enum(['mentor', 'mentee']),
    status: z.enum(['open', 'withdrawn']),
    /** A mentor may offer several kinds, a mentee looks for one. */
    kinds: z.array(z.enum(MENTORSHIPS)).min(1).max(4),
    /** What a mentor offers; what a mentee wishes to learn: one, or none where anybody will do. */
    skills: z.array(Skill).max(10),
    /** How many mentees at a time; 0 for a mentee. */
    capacity: z.int().min(0).max(10),
    /** With whom they are not to be matched: for the matching alone, and shown to nobody. */
    notWith: z.array(Id).max(20),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.member, body.as),
  columns: ['member', 'as', 'status', 'kinds', 'skills', 'capacity', 'notWith', 'at'],
  example: {
    ...{ member: 'p01', as: 'mentor' as const, status: 'open' as const, kinds: ['mentoring' as const] },
    ...{ skills: ['intake-design'], capacity: 2, notWith: [], at: '2026-02-02T09:00:00.000Z' },
  },
});

export type MentoringPartBody = z.infer<typeof MentoringPart.schema>;
