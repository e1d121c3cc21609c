/** Whoever leads states a problem when a cycle waits for it; what is said on its day is most often better than before. */
import type { Habit } from './habit.ts';

export const problems: Habit = {
  whenAsked: {
    'state-problem': ({ about, scene }) => ({
      ...{ item: about, measure: 'weeks-to-first-appointment', unit: 'weeks', baseline: 11, target: 3 },
      due: scene.dayIn(120),
    }),
    'measure-problem': ({ about, chance }) => ({ problem: about, value: 2 + Math.round(chance * 8) }),
  },
};
