/** One meeting that comes again is begun after two weeks; nobody changes it. */
import type { Habit } from './habit.ts';

export const rituals: Habit = {
  whenAsked: {},
  unasked: (day, scene) =>
    day === 16
      ? [
          {
            as: (scene.roles.facilitator[0] ?? scene.roles.lead[0]) as string,
            action: 'begin-ritual',
            payload: { title: 'Valley hour', rhythm: 'P28D', at: '09:00', minutes: 60, format: 'peer-consulting' },
          },
        ]
      : [],
};
