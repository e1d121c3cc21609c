/**
 * Early on it is written down what the network believes in, members ask, and the lead puts their questions in order; later
 * it is said that it has grown.
 */
import { type Habit, turn } from './habit.ts';

const GROWS: Record<number, { stage: string; reason: string }> = {
  90: { stage: 'growing', reason: 'Members ask each other without us' },
  270: { stage: 'performing', reason: 'What was tried in one place is tried in others' },
};

/** One every twenty days. */
const QUESTIONS = [
  'Does a one-page form bring families back?',
  'Which calls before the letter shorten the wait, and which only move it?',
  'What do families lose when the office changes?',
  'Who is missing when cases are handed over?',
];

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
    if (day === 105) {
      return [{ as: lead, action: 'order-questions', payload: { order: ['question-2', 'question-3', 'question-1'] } }];
    }
    const text = QUESTIONS[(day - 20) / 20];
    return text === undefined ? [] : [{ as: turn(scene, day / 20), action: 'propose-question', payload: { text } }];
  },
};
