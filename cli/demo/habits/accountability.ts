/** Two in three take part; most take a task and do it, and tell one or two others. */
import type { Habit, Scene } from './habit.ts';

export const accountability: Habit = {
  whenAsked: {
    'join-accountability': ({ chance }) => (chance < 0.67 ? {} : null),
    'take-task': ({ about, chance, scene }) =>
      chance < 0.8 ? { group: about, task: 'Try the one-page form with two families', due: scene.dayIn(21) } : null,
    'task-check-in': ({ about, chance, person, scene }) =>
      chance < 0.85 ? { group: about, done: chance < 0.6, reached: toldBy(person, scene) } : null,
  },
};

function toldBy(person: string, scene: Scene): string[] {
  const others = scene.members.filter((member) => member !== person);
  const first = Math.floor(scene.chance('told', person) * others.length);
  return others.slice(first, first + 2);
}
