/** After the close members answer the survey as they did before; there is nothing else to do. */
import type { Habit } from './habit.ts';

export const followUp: Habit = { whenAsked: {} };
