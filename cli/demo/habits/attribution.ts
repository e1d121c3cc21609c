/** Every half a year somebody claims something for the network; most claims are reviewed, two in three are supported. */
import { type Habit, turn } from './habit.ts';

export const attribution: Habit = {
  whenAsked: {
    'review-claim': ({ about, chance }) =>
      chance < 0.8 ? { claim: about, supported: chance < 0.55, reason: 'The order of days speaks for it' } : null,
  },
  unasked: (day, scene) =>
    day > 150 && day % 91 === 12
      ? [
          {
            as: turn(scene, 4 + (day - 12) / 91),
            action: 'claim-contribution',
            payload: {
              outcome: 'Families wait seven weeks, not eleven',
              contribution: 'Three clinics took up the one-page form',
              evidence: 'Waiting lists before and after',
              ...{ confidence: 'medium', because: 'The wait fell first where the form came first' },
              ...{ rival: 'another-intervention', rivalText: 'One clinic got another doctor', standing: 'weakened' },
            },
          },
        ]
      : [],
};
