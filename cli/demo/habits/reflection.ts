/** Reflections are written as the other questionnaires are answered. Nobody shares one. */
import type { Habit } from './habit.ts';
import { pulse } from './pulse.ts';

export const reflection: Habit = { whenAsked: pulse.whenAsked };
