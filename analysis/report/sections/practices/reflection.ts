/** Whether members find the time to look back, and whether cycles hold both action and reflection. Counts only. */
import { inWords, many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const reflection: SectionOf = (scene) => {
  const completed = metricFigure(scene, 'reflections-completed', {
    label: 'Reflections completed',
    format: 'share',
    note: ({ completed: done, asked, interval }) => {
      const [low, high] = interval as [number, number];
      return `${done} of ${many(Number(asked), 'prompt')}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const balance = metricFigure(scene, 'action-reflection-balance', {
    label: 'Balance of action and reflection',
    format: 'decimal',
    note: ({ withBoth, cycles }) => `${withBoth} of ${many(Number(cycles), 'cycle')} had both; 1 is as much of each`,
  });
  const cycles = (balance.details.byCycle ?? []) as {
    cycle: number;
    action: number;
    reflection: number;
    balance: number;
  }[];
  const lacking = cycles.filter(({ action, reflection: looked }) => action === 0 || looked === 0).length;
  return section('reflection', 'Is what is tried also looked back on?', {
    paragraphs: [
      cycles.length === 0
        ? 'No cycle is done yet.'
        : lacking === 0
          ? 'Every cycle held action and reflection.'
          : `In ${inWords(lacking)} of ${many(cycles.length, 'cycle')} one of the two was missing.`,
    ],
    figures: [completed.figure, balance.figure],
    tables:
      cycles.length === 0
        ? []
        : [
            {
              id: 'action-and-reflection',
              title: 'Action and reflection by cycle',
              columns: [
                { label: 'cycle', format: 'count' },
                { label: 'tried', format: 'count' },
                { label: 'looked back on', format: 'count' },
                { label: 'balance', format: 'decimal' },
              ],
              rows: cycles.map(({ cycle, action, reflection: looked, balance: even }) => [cycle, action, looked, even]),
              note: 'Tried: contributions to adapt-and-apply, experiments, practices taken up. Looked back on: reflections, stories, answers after the cycle.',
            },
          ],
    notes: [
      'What members write for themselves is sealed and theirs alone; that somebody has written is all that is counted.',
    ],
  });
};
