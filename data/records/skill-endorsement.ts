import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { Skill } from './skill-claim.ts';

/** A member has seen another's skill at work. */
export const SkillEndorsement = recordKind({
  name: 'skill-endorsement',
  says: 'A member has seen another’s skill at work.',
  schema: z.strictObject({ by: Id, member: Id, skill: Skill, at: Instant }),
  subject: (body) => subjectOf(body.by, body.member, body.skill),
  columns: ['by', 'member', 'skill', 'at'],
  example: { by: 'p02', member: 'p01', skill: 'intake-design', at: '2026-02-09T09:00:00.000Z' },
});

export type SkillEndorsementBody = z.infer<typeof SkillEndorsement.schema>;
