/** A session every three weeks, each in another format; most say whether they come, and facilitators keep what is left. */
import { type Habit, turn } from './habit.ts';

const FORMATS = ['case-clinic', 'talk', 'peer-consulting', 'open-space', 'working-session'] as const;

export const sessions: Habit = {
  whenAsked: {
    'come-to-session': ({ about, chance }) => (chance < 0.7 ? { session: about, coming: chance < 0.5 } : null),
    'plan-session': ({ about, chance }) =>
      chance < 0.8 ? { session: about, agenda: 'Welcome\nTwo cases', timeBoxes: [10, 30] } : null,
    'confirm-attendance': ({ about, chance }) => (chance < 0.8 ? { session: about, attended: chance < 0.7 } : null),
    'record-session': ({ about, chance, scene }) =>
      chance < 0.8
        ? { session: about, attended: [turn(scene, 3), turn(scene, 4)], notes: 'Both offices try the three fields' }
        : null,
  },
  unasked: (day, scene) =>
    day % 21 === 8
      ? [
          {
            as: (scene.roles.facilitator[0] ?? scene.roles.lead[0]) as string,
            action: 'announce-session',
            payload: {
              ...{ title: 'Case clinic', format: FORMATS[((day - 8) / 21) % FORMATS.length] },
              ...{ starts: `${scene.dayIn(7)}T09:00`, minutes: 60, place: 'https://meet.example.org/valley' },
              ...{ agenda: 'Welcome\nTwo cases', timeBoxes: [10, 45] },
            },
          },
        ]
      : [],
};
