/** Facilitators say what is done about each point; the pulse itself is answered as the other questionnaires are. */
import type { Habit } from './habit.ts';
import { pulse } from './pulse.ts';

export const afterAction: Habit = {
  whenAsked: {
    ...pulse.whenAsked,
    'answer-point': ({ about }) => {
      const at = about.lastIndexOf('.');
      const point = Number(about.slice(at + 1));
      return { round: about.slice(0, at), point, did: 'You said it runs over. From now on it lasts 50 minutes.' };
    },
  },
};
