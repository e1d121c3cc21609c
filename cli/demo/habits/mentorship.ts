/** In the first weeks every third member offers, every third looks for a mentor; most agree, and most go well. */
import { partOf } from '../../../workflows/contract/index.ts';
import { type Habit, turn } from './habit.ts';

const SKILLS = ['intake-design', 'grant-writing', 'data-sharing', 'staff-rota', 'family-talks'] as const;

export const mentorship: Habit = {
  whenAsked: {
    'consent-mentorship': ({ about, chance }) => (chance < 0.9 ? { mentorship: about, agree: chance < 0.75 } : null),
    'agree-mentorship': ({ about, chance, scene }) =>
      chance < 0.6
        ? {
            mentorship: about,
            goal: 'Run the first talk with two families together',
            meet: 'fortnightly',
            milestones: [scene.dayIn(40), scene.dayIn(90)],
          }
        : null,
    'mentorship-milestone-reached': ({ about, chance }) => {
      const [mentorship, milestone] = partOf(about);
      return chance < 0.7 ? { mentorship, milestone } : null;
    },
    'pulse-mentorship': ({ about, chance }) =>
      chance < 0.85 ? { mentorship: about, rating: chance < 0.08 ? 2 : chance < 0.5 ? 3 : 4 } : null,
    'end-mentorship': ({ about, chance }) =>
      chance < 0.8 ? { mentorship: about, outcome: chance < 0.65 ? 'completed' : 'stopped' } : null,
  },
  unasked: (day, scene) => {
    if (day < 7 || day >= 7 + scene.members.length) return [];
    const as = turn(scene, day - 7);
    const skill = SKILLS[(day - 7) % SKILLS.length];
    if (day % 3 === 0)
      return [
        {
          as,
          action: 'offer-mentoring',
          payload: { kinds: ['mentoring', 'pairing'], skills: [...SKILLS], capacity: 1 },
        },
      ];
    if (day % 3 === 1) return [{ as, action: 'seek-mentoring', payload: { kind: 'mentoring', wish: skill } }];
    return [];
  },
};
