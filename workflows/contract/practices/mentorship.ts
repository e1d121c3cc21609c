/** What members do as mentors and mentees, what they are told, and what the matching gives. */
import { z } from 'zod';
import { type Instant, MEETING_RHYTHMS, MENTORSHIPS, Skill } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

const Kind = z.enum(MENTORSHIPS);
const NotWith = z.array(z.string().min(1).max(200)).max(20).optional();

export const mentorshipActions = {
  'offer-mentoring': action({
    name: 'offer-mentoring',
    does: 'offer to be a mentor: of which kinds, in which skills, for how many at a time; notWith names whom you are not to be matched with, and nobody sees it',
    may: { members: ['active'] },
    takenBy: { practice: 'mentorship' },
    payload: z.strictObject({
      kinds: z.array(Kind).min(1).max(4),
      skills: z.array(Skill).max(10),
      capacity: z.int().min(1).max(10),
      notWith: NotWith,
    }),
    words: [],
    people: ['notWith'],
    example: { kinds: ['mentoring', 'job-shadow'], skills: ['intake-design'], capacity: 2 },
  }),
  'seek-mentoring': action({
    name: 'seek-mentoring',
    does: 'look for a mentor: of which kind, and where you like for which skill',
    may: { members: ['active'] },
    takenBy: { practice: 'mentorship' },
    payload: z.strictObject({ kind: Kind, wish: Skill.optional(), notWith: NotWith }),
    words: [],
    people: ['notWith'],
    example: { kind: 'mentoring', wish: 'intake-design' },
  }),
  'withdraw-mentoring': action({
    name: 'withdraw-mentoring',
    does: 'take back your offer to be a mentor, or your wish for one; what runs goes on',
    may: { members: ['active'] },
    takenBy: { practice: 'mentorship' },
    payload: z.strictObject({ as: z.enum(['mentor', 'mentee']) }),
    words: [],
    people: [],
    example: { as: 'mentor' },
  }),
  'consent-mentorship': action({
    name: 'consent-mentorship',
    does: 'agree to a mentorship that is proposed to you, or not',
    may: { concerned: true },
    takenBy: { practice: 'mentorship', item: 'mentorship' },
    payload: z.strictObject({ mentorship: Id, agree: z.boolean() }),
    words: [],
    people: [],
    example: { mentorship: 'mentorship-3', agree: true },
  }),
  'agree-mentorship': action({
    name: 'agree-mentorship',
    does: 'write down what the two of you agreed: the goal, how often you meet, and the days of your milestones',
    may: { concerned: true },
    takenBy: { practice: 'mentorship', item: 'mentorship' },
    payload: z.strictObject({
      mentorship: Id,
      goal: Text,
      meet: z.enum(MEETING_RHYTHMS),
      milestones: z.array(z.iso.date('write a date as 2026-02-28')).max(6),
    }),
    words: ['goal'],
    people: [],
    example: {
      mentorship: 'mentorship-3',
      goal: 'Run the first talk with two families together',
      meet: 'fortnightly',
      milestones: ['2026-05-01', '2026-06-15'],
    },
  }),
  'mentorship-milestone-reached': action({
    name: 'mentorship-milestone-reached',
    does: 'say that a milestone of your mentorship is reached: 1 is the first',
    may: { concerned: true },
    takenBy: { practice: 'mentorship', item: 'mentorship' },
    payload: z.strictObject({ mentorship: Id, milestone: z.int().min(1).max(6) }),
    words: [],
    people: [],
    example: { mentorship: 'mentorship-3', milestone: 1 },
  }),
  'pulse-mentorship': action({
    name: 'pulse-mentorship',
    does: 'say how your mentorship goes, from 1 (not at all) to 4 (very well); nobody is told what you said',
    may: { concerned: true },
    takenBy: { practice: 'mentorship', item: 'mentorship' },
    payload: z.strictObject({ mentorship: Id, rating: z.int().min(1).max(4) }),
    words: [],
    people: [],
    example: { mentorship: 'mentorship-3', rating: 3 },
  }),
  'end-mentorship': action({
    name: 'end-mentorship',
    does: 'end your mentorship: completed, or stopped before it came to anything',
    may: { concerned: true },
    takenBy: { practice: 'mentorship', item: 'mentorship' },
    payload: z.strictObject({ mentorship: Id, outcome: z.enum(['completed', 'stopped']) }),
    words: [],
    people: [],
    example: { mentorship: 'mentorship-3', outcome: 'completed' },
  }),
} as const;

export const MENTORSHIP_NOTICES = [
  'mentoring-open',
  'mentorship-asked',
  'mentorship-agreed',
  'mentorship-milestone',
  'mentorship-pulse',
  'mentorship-at-risk',
  'mentorship-rematch',
  'mentorship-over',
  'mentorship-ended',
] as const;
export type MentorshipNotice = (typeof MENTORSHIP_NOTICES)[number];

export interface MentorshipMatch {
  mentor: string;
  mentee: string;
  kind: (typeof MENTORSHIPS)[number];
  skill: string | null;
  across: boolean | null;
  because: string;
}

/** How the charter weighs what speaks for a match. */
export interface Weighing {
  across: string[];
  distance: number;
  complement: number;
  bridging: number;
  lightness: number;
}

export interface MentorshipActivities {
  /**
   * Matches those who look for a mentor with those who offer and have room: as many as possible, never a pair that was
   * matched before, whatever became of it, and never one of whom either said so.
   */
  matchMentorships(input: {
    network: string;
    round: number;
    atMost: number;
    leastHoursTogether: number;
    weigh: Weighing;
    at: Instant;
  }): Promise<{ matches: MentorshipMatch[]; without: number }>;
}
