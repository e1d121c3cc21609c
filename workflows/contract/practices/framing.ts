/** How a cycle is framed, and how people catch up. */
import { z } from 'zod';
import { action, Text } from '../action.ts';

export const framingActions = {
  'frame-cycle': action({
    name: 'frame-cycle',
    does: 'say what the running cycle asks, and what you expect to come out; earlier versions are kept',
    may: { right: 'set-agenda' },
    takenBy: { practice: 'framing' },
    payload: z.strictObject({ question: Text, hypotheses: Text.optional() }),
    words: ['question', 'hypotheses'],
    people: [],
    example: {
      question: 'What makes families wait between the first call and the first talk?',
      hypotheses: 'Two forms that ask the same; one of them could go',
    },
  }),
} as const;

export const FRAMING_NOTICES = ['framing-asked', 'catch-up'] as const;
export type FramingNotice = (typeof FRAMING_NOTICES)[number];
