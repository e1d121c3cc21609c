/** The lead tries two rhythms, drawn by lot, for five months; and then decides. */
import type { Habit } from './habit.ts';

export const variants: Habit = {
  whenAsked: {},
  unasked: (day, { roles }) => {
    const as = roles.lead[0] as string;
    if (day === 20) {
      const assign = { by: 'random', seed: 7, within: 'region' };
      const words = { a: 'We meet every month', b: 'We meet every week' };
      const payload = { question: 'Do we share more when we meet every week?', ...words, assign };
      return [{ as, action: 'describe-variant', payload }];
    }
    return day === 170
      ? [{ as, action: 'end-variant', payload: { variant: 'variant-1', decided: 'All meet every other week' } }]
      : [];
  },
};
