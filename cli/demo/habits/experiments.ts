/** Every third week somebody tries something out for eight weeks; some meet their exit criterion on the way. */
import { type Habit, turn } from './habit.ts';

const TRIALS = ['safe-test', 'exploration', 'safe-test', 'pilot'] as const;

export const experiments: Habit = {
  whenAsked: {
    'check-in': ({ about, chance }) => (chance < 0.15 ? null : { experiment: about, exitMet: chance > 0.92 }),
    'decide-experiment': ({ about, chance }) => {
      if (chance < 0.1) return null;
      if (chance < 0.4) return { experiment: about, decision: 'scale' };
      if (chance < 0.7) return { experiment: about, decision: 'adapt' };
      return { experiment: about, decision: 'stop', learned: 'Families want to talk before they write' };
    },
  },
  unasked: (day, scene) =>
    day % 21 === 5
      ? [
          {
            as: turn(scene, 2 + (day - 5) / 7),
            action: 'start-experiment',
            payload: {
              trial: TRIALS[((day - 5) / 21) % TRIALS.length],
              hypothesis: 'One page is enough for a first talk',
              success: 'Eight of ten families fill it in without help',
              exit: 'Two families complain',
              until: scene.dayIn(56),
            },
          },
        ]
      : [],
};
