/** In the first weeks everybody claims something that they are good at; the day after somebody else endorses it. */
import { type Habit, turn } from './habit.ts';

const SKILLS = ['intake-design', 'facilitation', 'data-sharing', 'staff-rota', 'family-talks'] as const;

export const expertiseMap: Habit = {
  whenAsked: {},
  unasked: (day, scene) => {
    if (day >= scene.members.length * 2) return [];
    const as = turn(scene, Math.floor(day / 2));
    const skill = SKILLS[Math.floor(day / 2) % SKILLS.length];
    if (day % 2 === 0) {
      return [{ as, action: 'claim-skill', payload: { skill, level: 1 + Math.floor(scene.chance('level') * 3) } }];
    }
    return [{ as: turn(scene, Math.floor(day / 2) + 3), action: 'endorse-skill', payload: { member: as, skill } }];
  },
};
