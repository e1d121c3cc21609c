/** Early on it is written down what the network believes in, and members ask; later it is said that it has grown. */
import { type Habit, turn } from './habit.ts';

const GROWS: Record<number, { stage: string; reason: string }> = {
  90: { stage: 'growing', reason: 'Members ask each other without us' },
  270: { stage: 'performing', reason: 'What was tried in one place is tried in others' },
};

export const theoryOfChange: Habit = {
  whenAsked: {},
  unasked: (day, scene) => {
    const lead = scene.roles.lead[0] as string;
    const grows = GROWS[day];
    if (grows !== undefined) return [{ as: lead, action: 'set-maturity', payload: { ...grows } }];
    if (day === 10 || day === 200) {
      const text = 'Who sees how others do it tries it at home; what works at home shortens the wait';
      return [{ as: lead, action: 'write-theory', payload: { text } }];
    }
    if (day < 40 || day % 30 !== 11) return [];
    const text = 'Does a one-page form bring families back?';
    return [{ as: turn(scene, Math.floor(day / 30)), action: 'propose-question', payload: { text } }];
  },
};
