/** How members say that they work together, and whether what they say gets an answer. */
import { meanOf } from '../../../inference/mean-interval.ts';
import { closedRounds } from '../../../metrics/practice/rounds.ts';
import { decimal, many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const afterAction: SectionOf = (scene) => {
  const answered = metricFigure(scene, 'points-answered', {
    label: 'Points that got an answer',
    format: 'share',
    note: ({ answered: said, points, interval }) => {
      const [low, high] = interval as [number, number];
      return `${said} of ${many(Number(points), 'point')}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const rounds = closedRounds(scene.input.records, 'after-action');
  const shown = rounds.filter(({ items }) => items !== null);
  const title = 'How do we work together, and what came of saying so?';
  if (rounds.length === 0) {
    return section('after-action', title, { paragraphs: ['No cycle has been looked back on yet.'] });
  }
  const newest = shown.at(-1);
  return section('after-action', title, {
    paragraphs: [
      newest === undefined
        ? 'Fewer than five answered after each cycle, so nothing can be shown.'
        : `After ${newest.cycle === null ? 'the last cycle' : `cycle ${newest.cycle}`} ${newest.answered} of ${newest.asked} said how they worked together.`,
    ],
    figures: answered.isKnown ? [answered.figure] : [],
    tables:
      newest === undefined
        ? []
        : [
            {
              id: 'after-action-items',
              title: 'What members say of the cycle',
              columns: [
                { label: 'sentence', format: 'text' },
                { label: 'n', format: 'count' },
                { label: 'mean, 1 to 4', format: 'decimal' },
                { label: '95 % interval', format: 'text' },
              ],
              rows: (newest.items ?? []).flatMap(({ item, counts }) => {
                const asked = newest.questionnaire.items.find(({ id }) => id === item);
                if (counts === null || asked?.type !== 'scale') return [];
                const { n, mean, interval } = meanOf(counts);
                const within = interval === null ? 'all agree' : `${decimal(interval[0])} to ${decimal(interval[1])}`;
                return [[asked.ask, n, mean, within]];
              }),
              note: null,
            },
          ],
    notes: [
      'What was written goes to the facilitators without a name, and is shown nowhere else; their answers go to all.',
    ],
  });
};
