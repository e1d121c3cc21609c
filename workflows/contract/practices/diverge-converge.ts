/** What people do about ideas: first all of them come in, then they are ranked. */
import { z } from 'zod';
import { action, Id, Text } from '../action.ts';

const OfRound = { practice: 'diverge-converge', item: 'round' } as const;

export const ideaActions = {
  'open-ideas': action({
    name: 'open-ideas',
    does: 'ask a question to which ideas come in first, and are ranked then',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'diverge-converge' },
    payload: z.strictObject({ question: Text }),
    words: ['question'],
    people: [],
    example: { question: 'How could families tell their story once?' },
  }),
  'add-idea': action({
    name: 'add-idea',
    does: 'give an idea to a question; nobody learns whose it is before ideas are ranked',
    may: { members: ['active'] },
    takenBy: OfRound,
    payload: z.strictObject({ round: Id, text: Text }),
    words: ['text'],
    people: [],
    example: { round: 'ideas-1', text: 'One page that travels with the family' },
  }),
  'close-ideas': action({
    name: 'close-ideas',
    does: 'close the coming in of ideas before its time, so that they are ranked',
    may: { concerned: true },
    takenBy: OfRound,
    payload: z.strictObject({ round: Id }),
    words: [],
    people: [],
    example: { round: 'ideas-1' },
  }),
  'rank-ideas': action({
    name: 'rank-ideas',
    does: 'rank ideas, best first, once all are in; the newest ranking before the end counts',
    may: { members: ['active'] },
    takenBy: OfRound,
    payload: z.strictObject({ round: Id, ranking: z.array(Id).min(1).max(200) }),
    words: [],
    people: [],
    example: { round: 'ideas-1', ranking: ['ideas-1.idea-2', 'ideas-1.idea-1'] },
  }),
} as const;

export const IDEA_NOTICES = ['ideas-asked', 'ideas-to-rank', 'ideas-ranked'] as const;
export type IdeaNotice = (typeof IDEA_NOTICES)[number];
