/** Holders of roles name the next member in line; half of these could take over today. */
import type { Habit } from './habit.ts';

export const succession: Habit = {
  whenAsked: {
    'name-successor': ({ person, about, scene, chance }) => {
      const successor = scene.members.find((member) => member > person) ?? scene.members[0];
      if (chance < 0.2 || successor === undefined || successor === person) return null;
      return { role: about, successor, ready: chance > 0.6 };
    },
  },
};
