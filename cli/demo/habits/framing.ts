/** Whoever runs the cycles writes down what each asks, most often within days. */
import type { Habit } from './habit.ts';

export const framing: Habit = {
  whenAsked: {
    'frame-cycle': ({ chance }) =>
      chance < 0.3
        ? null
        : {
            question: 'What makes families wait between the first call and the first talk?',
            hypotheses: 'Two forms that ask the same; one of them could go',
          },
  },
};
