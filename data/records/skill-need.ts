import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';
import { Skill } from './skill-claim.ts';

/** Which skills an item of the learning agenda, or a problem, asks for. The newest list counts. */
export const SkillNeed = recordKind({
  name: 'skill-need',
  says: 'Which skills an item of the learning agenda, or a problem, asks for. The newest list counts.',
  schema: z.strictObject({ about: Id, skills: z.array(Skill), by: Id, at: Instant }),
  subject: (body) => subjectOf(body.about),
  columns: ['about', 'skills', 'by', 'at'],
  example: { about: 'agenda-1', skills: ['intake-design'], by: 'p01', at: '2026-02-02T09:00:00.000Z' },
});

export type SkillNeedBody = z.infer<typeof SkillNeed.schema>;
