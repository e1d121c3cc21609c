/** Half of those who are asked note something; a curator takes up every other note. */
import type { Habit } from './habit.ts';

export const tacitKnowledge: Habit = {
  whenAsked: {
    'note-knowledge': ({ about, chance }) =>
      chance < 0.5 ? { prompt: about, text: 'Families answer the second question when you put the pen down' } : null,
    'curate-note': ({ about, chance }) =>
      chance < 0.4
        ? { note: about, decision: 'accept', title: 'Put the pen down' }
        : chance < 0.8
          ? { note: about, decision: 'set-aside' }
          : null,
  },
};
