/** Whoever may says that a milestone is reached when it is asked for, most often at once. Gates are decided like others. */
import type { Habit } from './habit.ts';

export const alignment: Habit = {
  whenAsked: { 'reach-milestone': ({ about, chance }) => (chance < 0.2 ? null : { milestone: about }) },
};
