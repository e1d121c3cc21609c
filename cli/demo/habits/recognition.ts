/** Half of those who are thanked agree that others hear of it; some say no, some say nothing. */
import type { Habit } from './habit.ts';

export const recognition: Habit = {
  whenAsked: {
    'agree-recognition': ({ about, chance }) => (chance < 0.7 ? { round: about, public: chance < 0.5 } : null),
  },
};
