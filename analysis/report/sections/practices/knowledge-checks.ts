/** What those who check their knowledge know together; nobody's own result is anywhere. */
import { percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const knowledgeChecks: SectionOf = (scene) => {
  const right = metricFigure(scene, 'knowledge-right', {
    label: 'Answers that were right',
    format: 'share',
    note: ({ tookPart, asked }) => `${tookPart} of ${asked} who had opted in took part`,
  });
  const items = (right.details.items ?? []) as {
    ask: string;
    n: number;
    right: number;
    share: number;
    interval: [number, number];
  }[];
  const hardest = [...items].sort((a, b) => a.share - b.share)[0];
  return section('knowledge-checks', 'What is known already?', {
    paragraphs: [
      hardest === undefined
        ? 'Nothing can be shown of knowledge checks yet.'
        : `Fewest answers were right to: “${hardest.ask}” (${percent(hardest.share)}).`,
    ],
    figures: [right.figure],
    tables:
      items.length === 0
        ? []
        : [
            {
              id: 'knowledge-items',
              title: 'The newest knowledge check, question by question',
              columns: [
                { label: 'question', format: 'text' },
                { label: 'answers', format: 'count' },
                { label: 'right', format: 'count' },
                { label: '95 % interval', format: 'text' },
              ],
              rows: items.map(({ ask, n, right: count, interval }) => [
                ...[ask, n, count],
                `${percent(interval[0])} to ${percent(interval[1])}`,
              ]),
              note: null,
            },
          ],
    notes: ['Only who wants to takes part. Results are told to whoever answers, and kept nowhere.'],
  });
};
