/** Every third week somebody keeps a case or a playbook; most reviews are done, and the first pieces find users. */
import { type Habit, turn } from './habit.ts';

const TYPES = ['case', 'playbook', 'decision-rationale'] as const;

export const repository: Habit = {
  whenAsked: {
    'complete-artifact': ({ about, chance }) =>
      chance < 0.6 ? { artifact: about, title: 'What our trial of one page has shown', tags: ['intake'] } : null,
    'review-artifact': ({ about, chance }) => {
      if (chance < 0.2) return null;
      return { artifact: about, decision: chance < 0.9 ? 'keep' : 'retire' };
    },
  },
  unasked: (day, scene) => {
    const round = Math.floor((day - 6) / 21);
    if (day % 21 === 6) {
      const payload = {
        type: TYPES[round % TYPES.length],
        title: 'A first talk on one page',
        summary: 'Three questions, asked in this order, and what to do with the answers',
        tags: ['intake', 'first-talk'],
      };
      return [{ as: turn(scene, round), action: 'share-artifact', payload }];
    }
    // The first pieces: later ones may be drafts, whose number nobody knows beforehand.
    if (day % 21 !== 16 || day > 300) return [];
    const artifact = `artifact-${1 + (round % 2)}`;
    const as = turn(scene, 5 + round);
    return [
      { as, action: 'use-artifact', payload: { artifact, where: 'With the families who came this week' } },
      { as, action: 'rate-artifact', payload: { artifact, usefulness: 2 + Math.floor(scene.chance('useful') * 3) } },
    ];
  },
};
