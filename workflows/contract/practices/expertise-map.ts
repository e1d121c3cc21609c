/** What members say of their own skills and of others'. */
import { z } from 'zod';
import { Skill } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

export const expertiseActions = {
  'claim-skill': action({
    name: 'claim-skill',
    does: 'say what you are good at: 1 have done it, 2 do it often, 3 could teach it, 0 no longer',
    may: { members: ['active'] },
    takenBy: { practice: 'expertise-map' },
    payload: z.strictObject({ skill: Skill, level: z.int().min(0).max(3), evidence: Text.optional() }),
    words: ['evidence'],
    people: [],
    example: { skill: 'intake-design', level: 3, evidence: 'Our clinic’s form, in use since March' },
  }),
  'endorse-skill': action({
    name: 'endorse-skill',
    does: 'say that you have seen a member’s skill at work',
    may: { members: ['active'] },
    takenBy: { practice: 'expertise-map' },
    payload: z.strictObject({ member: Id, skill: Skill }),
    words: [],
    people: ['member'],
    example: { member: 'p07', skill: 'intake-design' },
  }),
  'name-skills': action({
    name: 'name-skills',
    does: 'say which skills an item of the learning agenda, or a problem, asks for; none takes them back',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'expertise-map' },
    payload: z.strictObject({ about: Id, skills: z.array(Skill).max(20, 'twenty skills are enough') }),
    words: [],
    people: [],
    example: { about: 'agenda-1', skills: ['intake-design', 'data-sharing'] },
  }),
} as const;

export interface ExpertiseActivities {
  /** Whether there is an item of the agenda, or a problem, of this id; and some that there are. */
  matterKnown(input: { network: string; about: string }): Promise<{ isKnown: boolean; known: string[] }>;
}
