import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What a skill is called: the same word for the same thing, so that it can be counted. */
export const Skill = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, 'name a skill in small letters and dashes, such as intake-design');

/** A member says what they are good at; a newer claim of the same skill takes the place of the older one. */
export const SkillClaim = recordKind({
  name: 'skill-claim',
  says: 'A member says what they are good at; a newer claim of the same skill takes the place of the older one.',
  schema: z.strictObject({
    member: Id,
    skill: Skill,
    /** 0: no longer; 1: has done it; 2: does it often; 3: could teach it. */
    level: z.int().min(0).max(3),
    /** What shows it, in the member's own words. */
    evidence: TextRef.nullable(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.member, body.skill),
  columns: ['member', 'skill', 'level', 'evidence', 'at'],
  example: { member: 'p01', skill: 'intake-design', level: 3, evidence: null, at: '2026-02-02T09:00:00.000Z' },
});

export type SkillClaimBody = z.infer<typeof SkillClaim.schema>;
