/** In the first days six members are trained; most take their turns. */
import { type Habit, turn } from './habit.ts';

export const facilitation: Habit = {
  whenAsked: {
    'answer-turn': ({ about, chance }) => (chance < 0.92 ? { turn: about, accept: chance < 0.8 } : null),
  },
  unasked: (day, scene) => {
    const [by] = scene.roles.lead;
    if (by === undefined || day < 3 || day >= 9) return [];
    const member = turn(scene, 5 + day - 3);
    return [
      {
        as: by,
        action: 'record-training',
        payload: { member, on: scene.today, what: 'A day on leading peer circles' },
      },
    ];
  },
};
