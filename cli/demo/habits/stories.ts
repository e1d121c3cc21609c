/** Every ten days somebody tells what the network was worth; from the third month on some of it has become better. */
import { type Habit, turn } from './habit.ts';

export const stories: Habit = {
  whenAsked: {},
  unasked: (day, scene) => {
    if (day % 10 !== 7) return [];
    const chance = scene.chance('story');
    const late = day > 90 && chance > 0.6;
    const value = late ? 'realised' : chance > 0.5 ? 'applied' : chance > 0.25 ? 'potential' : 'immediate';
    const text = late ? 'With your form the first talk takes half the time' : 'I saw how others begin the first talk';
    const payload = { text, value, cycle: scene.cycle, share: chance > 0.3 };
    return [{ as: turn(scene, 1 + (day - 7) / 10), action: 'tell-story', payload }];
  },
};
