/** Most members go on; a few pause, and some never answer. */
import type { Habit } from './habit.ts';

export const membershipTerms: Habit = {
  whenAsked: { 'renew-membership': ({ chance }) => (chance < 0.1 ? null : {}) },
  unasked: (day, scene) =>
    scene.members
      .filter((member) => scene.chance('pause', member, day) < 1 / 4_000)
      .map((as) => ({ as, action: 'pause-membership', payload: { until: scene.dayIn(60) } })),
};
