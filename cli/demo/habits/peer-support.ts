/** Every nine days somebody is stuck and asks; of those asked, one in three answers, and most often it helped. */
import { type Habit, turn } from './habit.ts';

export const peerSupport: Habit = {
  whenAsked: {
    help: ({ about, chance }) =>
      chance < 0.33 ? { request: about, text: 'We began with the three fields that both of them need' } : null,
    'end-request': ({ about, chance }) => (chance < 0.85 ? { request: about, resolved: chance < 0.7 } : null),
  },
  unasked: (day, scene) =>
    day % 9 === 4
      ? [
          {
            as: turn(scene, 3 + (day - 4) / 9),
            action: 'ask-for-help',
            payload: { text: 'How do you get both offices to accept one form?' },
          },
        ]
      : [],
};
