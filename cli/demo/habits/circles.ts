/** Two groups of different tiers are formed early; the others join one of them, one a day. */
import { type Habit, turn } from './habit.ts';

export const circles: Habit = {
  whenAsked: {},
  unasked: (day, scene) => {
    const as = (scene.roles.facilitator[0] ?? scene.roles.lead[0]) as string;
    const form = (title: string, tier: string) => ({
      ...{ as, action: 'form-circle' as const },
      payload: { title, tier, facilitator: turn(scene, 2) },
    });
    if (day === 12) return [form('Intake in small towns', 'peer-circle'), form('What research says', 'expert-forum')];
    const joins = day >= 14 && day < 14 + Math.min(scene.members.length, 20);
    return joins
      ? [{ as: turn(scene, day), action: 'join-circle', payload: { circle: `circle-${1 + (day % 2)}` } }]
      : [];
  },
};
