/** Every other week somebody promises something for two weeks later; seven of ten promises are kept. */
import { type Habit, turn } from './habit.ts';

export const commitments: Habit = {
  whenAsked: {
    'settle-commitment': ({ about, chance }) => ({ commitment: about, kept: chance < 0.7 }),
  },
  unasked: (day, scene) =>
    day % 14 === 3
      ? [
          {
            as: turn(scene, (day - 3) / 14),
            action: 'commit',
            payload: { text: 'Show the draft to both offices', due: scene.dayIn(14) },
          },
        ]
      : [],
};
