/** Every fifth week somebody probes for four weeks; others note the signal now and then; half of them are amplified. */
import { type Deed, type Habit, type Scene, turn } from './habit.ts';

export const probes: Habit = {
  whenAsked: {
    'decide-probe': ({ about, chance }) => {
      if (chance < 0.1) return null;
      if (chance < 0.5) return { probe: about, decision: 'dampen', madePossible: ['nothing'] };
      return {
        ...{ probe: about, decision: 'amplify', madePossible: chance < 0.75 ? ['ideas'] : ['ideas', 'contacts'] },
        words: 'People dared to answer',
      };
    },
  },
  unasked: (day, scene) =>
    day % 35 === 9
      ? [
          {
            as: turn(scene, 4 + (day - 9) / 35),
            action: 'start-probe',
            payload: {
              ...{ name: 'one-page-only', constraint: 'Nothing longer than a page' },
              ...{ expectation: 'More is read, and answered', signal: 'Somebody answers within a day' },
              until: scene.dayIn(28),
            },
          },
        ]
      : noted(day, scene),
};

/** Twice while a probe runs somebody sees its signal. */
function noted(day: number, scene: Scene): Deed[] {
  const after = (day - 9) % 35;
  if (day < 9 || (after !== 8 && after !== 19)) return [];
  const count = Math.floor((day - 9) / 35);
  return [{ as: turn(scene, 6 + count + after), action: 'note-signal', payload: { probe: `probe-${1 + count}` } }];
}
