/** Whoever is asked first most often lets all stories be told on. */
import type { Habit } from './habit.ts';

export const wins: Habit = {
  whenAsked: { 'approve-wins': ({ about, chance }) => (chance < 0.7 ? { digest: about } : null) },
};
