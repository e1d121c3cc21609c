/** From the fourth month on, every fifth week, somebody finds that something has become better by a cycle. */
import { type Habit, turn } from './habit.ts';

export const impact: Habit = {
  whenAsked: {},
  unasked: (day, scene) =>
    day > 110 && day % 35 === 9
      ? [
          {
            as: turn(scene, 2 + (day - 9) / 35),
            action: 'report-impact',
            payload: {
              about: 'cycle-1',
              measure: 'Weeks until a first appointment',
              ...{ baseline: 11, value: 6 + Math.floor(scene.chance('weeks') * 4), better: 'lower' },
              evidence: 'Our waiting list, before and after',
            },
          },
        ]
      : [],
};
