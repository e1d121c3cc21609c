/** Every two months a question; half of the members have an idea, most rank. */
import type { Habit } from './habit.ts';

const IDEAS = ['One page that travels with the family', 'A call before the letter', 'One desk for both offices'];

export const divergeConverge: Habit = {
  whenAsked: {
    'add-idea': ({ about, chance }) =>
      chance < 0.5 ? { round: about, text: IDEAS[Math.floor(chance * 2 * IDEAS.length)] } : null,
    'rank-ideas': ({ about, chance }) =>
      chance < 0.8
        ? { round: about, ranking: chance < 0.4 ? [`${about}.idea-1`, `${about}.idea-2`] : [`${about}.idea-2`] }
        : null,
  },
  unasked: (day, scene) =>
    day % 60 === 50
      ? [
          {
            as: (scene.roles.facilitator[0] ?? scene.roles.lead[0]) as string,
            action: 'open-ideas',
            payload: { question: 'How could families tell their story once?' },
          },
        ]
      : [],
};
