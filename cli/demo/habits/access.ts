/** Every fifth week somebody says what they need, and every eighth week somebody asks for a stipend. Most of it is met. */
import { type Habit, turn } from './habit.ts';

export const access: Habit = {
  whenAsked: {
    'settle-access-need': ({ about, chance }) => (chance < 0.1 ? null : { need: about, met: chance < 0.8 }),
    'decide-stipend': ({ about, chance }) => (chance < 0.1 ? null : { stipend: about, approve: chance < 0.75 }),
  },
  unasked: (day, scene) => [
    ...(day % 35 === 12
      ? [
          {
            as: turn(scene, 3 + (day - 12) / 7),
            action: 'state-access-need' as const,
            payload: { text: 'An hour in the evening' },
          },
        ]
      : []),
    ...(day % 56 === 20
      ? [
          {
            as: turn(scene, 5 + (day - 20) / 4),
            action: 'ask-stipend' as const,
            payload: { amount: 80, text: 'For the train' },
          },
        ]
      : []),
  ],
};
