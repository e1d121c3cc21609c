/** Facilitators say what is done about each point; the pulse itself is answered as the other questionnaires are. */
import { partOf } from '../../../workflows/contract/index.ts';
import type { Habit } from './habit.ts';
import { pulse } from './pulse.ts';

export const afterAction: Habit = {
  whenAsked: {
    ...pulse.whenAsked,
    'answer-point': ({ about }) => {
      const [round, point] = partOf(about);
      return { round, point, did: 'You said it runs over. From now on it lasts 50 minutes.' };
    },
  },
};
