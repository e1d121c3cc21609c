/** Three of four members opt in, two weeks after learning began. */
import type { Habit } from './habit.ts';
import { pulse } from './pulse.ts';

export const knowledgeChecks: Habit = {
  whenAsked: pulse.whenAsked,
  unasked: (day, scene) =>
    day === 14
      ? scene.members
          .filter((member) => scene.chance(member, 'knowledge-checks') < 0.75)
          .map((as) => ({ as, action: 'join-knowledge-checks', payload: { takesPart: true } }))
      : [],
};
