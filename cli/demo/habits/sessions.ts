/**
 * A session every three weeks, each in another format; most say whether they come, and facilitators keep what is left:
 * often a problem that two worked on, sometimes what those present decided.
 */
import { type Deed, type Habit, type Scene, turn } from './habit.ts';

const FORMATS = ['case-clinic', 'talk', 'peer-consulting', 'open-space', 'working-session'] as const;

export const sessions: Habit = {
  whenAsked: {
    'come-to-session': ({ about, chance }) => (chance < 0.7 ? { session: about, coming: chance < 0.5 } : null),
    'plan-session': ({ about, chance }) =>
      chance < 0.8 ? { session: about, agenda: 'Welcome\nTwo cases', timeBoxes: [10, 30] } : null,
    'confirm-attendance': ({ about, chance }) => (chance < 0.8 ? { session: about, attended: chance < 0.7 } : null),
    'record-session': ({ about, chance, scene }) =>
      chance < 0.8 ? { session: about, attended: presentAt(scene), notes: 'Both offices try the three fields' } : null,
  },
  andThen: {
    'record-session': ({ person: as, about: session, chance, scene }) => {
      const people = presentAt(scene);
      const solved: Deed = { as, action: 'solve-together', payload: { session, people, on: 'Asked the same twice' } };
      const decided: Deed = {
        as,
        action: 'decide-in-session',
        payload: {
          ...{ session, question: 'Which form do both offices try?', options: 'The long one\nThree fields', chosen: 2 },
          ...{ rationale: 'Families stop at the second page', right: 'those-present', decidedBy: people },
        },
      };
      return [...(chance < 0.6 ? [solved] : []), ...(chance < 0.4 ? [decided] : [])];
    },
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

function presentAt(scene: Scene): string[] {
  return [turn(scene, 3), turn(scene, 4)];
}
