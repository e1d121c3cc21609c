/** From the fourth month on, every fifth week, somebody finds that something has become better by what the network set out to do. */
import { type Habit, turn } from './habit.ts';

/** What it came from: the agenda, a cycle, something tried out. */
const FROM = ['experiment-2', 'agenda-1', 'cycle-1', 'experiment-4'] as const;

export const impact: Habit = {
  whenAsked: {},
  unasked: (day, scene) =>
    day > 110 && day % 35 === 9
      ? [
          {
            as: turn(scene, 2 + (day - 9) / 35),
            action: 'report-impact',
            payload: {
              about: FROM[((day - 9) / 35) % FROM.length],
              measure: 'Weeks until a first appointment',
              ...{ baseline: 11, value: 6 + Math.floor(scene.chance('weeks') * 4), better: 'lower' },
              evidence: 'Our waiting list, before and after',
            },
          },
        ]
      : [],
};
