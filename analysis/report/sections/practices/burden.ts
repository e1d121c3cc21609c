/** How much is asked of people, of how few, and whether those who connect the others carry the work as well. */
import { decimal, pValue } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const burden: SectionOf = (scene) => {
  const questions = metricFigure(scene, 'questions-per-member', {
    label: 'Asked per member within three months',
    format: 'decimal',
    note: ({ percentile95, gini }) =>
      `95 of 100 were asked ${percentile95} times or less${typeof gini === 'number' ? `; inequality (Gini) ${decimal(gini)}` : ''}`,
  });
  const bridges = metricFigure(scene, 'load-on-bridges', {
    label: 'Unpaid load of bridging members, against the others',
    format: 'decimal',
    note: ({ p }) => `times as much; drawn by chance: ${pValue(Number(p))}`,
  });
  const { cap, atCap, spared } = questions.details as { cap?: number; atCap?: number | null; spared?: number };
  return section('burden', 'How much is asked of people?', {
    paragraphs: questions.isKnown
      ? [
          `Whoever was asked ${cap} times within three months is asked only what nobody else can do. ${who(atCap ?? null)} that often, and ${spared === 0 ? 'nobody had to be spared' : `people were spared ${spared} ${spared === 1 ? 'time' : 'times'}`}: not chosen to help, not reminded, not proposed for an introduction.`,
        ]
      : [],
    figures: [questions.figure, bridges.figure],
    notes: [
      'Surveys, votes and what is the person’s own are asked of everybody, and counted too. Nobody is named here.',
    ],
  });
};

function who(atCap: number | null): string {
  if (atCap === null) return 'Fewer than five were asked';
  return atCap === 0 ? 'Nobody was asked' : `${atCap} were asked`;
}
