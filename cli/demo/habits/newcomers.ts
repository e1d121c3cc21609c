/** Three in four who are asked become buddies, and most of them meet. */
import type { Habit } from './habit.ts';

export const newcomers: Habit = {
  whenAsked: {
    'be-buddy': ({ about, chance }) => (chance < 0.95 ? { newcomer: about, agree: chance < 0.75 } : null),
    'met-buddy': ({ about, chance }) => (chance < 0.7 ? { newcomer: about } : null),
  },
};
