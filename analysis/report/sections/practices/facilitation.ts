/** Whether facilitation rotates. */
import { many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const facilitation: SectionOf = (scene) => {
  const gini = metricFigure(scene, 'facilitation-gini', {
    ...{ label: 'Facilitation Gini', format: 'decimal' },
    note: ({ trained, held }) => `0 is alike; ${many(Number(held), 'turn')} among ${trained} who were trained`,
  });
  const run = metricFigure(scene, 'facilitation-longest-run', {
    ...{ label: 'Most turns in a row by one person', format: 'count' },
    note: ({ held, facilitators }) =>
      `of ${many(Number(held), 'turn')} held by ${many(Number(facilitators), 'person')}`,
  });
  const { trained = 0, held = 0, notHeld = 0 } = gini.details as Record<string, number>;
  const title = 'Does facilitation rotate?';
  if (trained === 0)
    return section('facilitation', title, { paragraphs: ['Nobody is on record as trained to facilitate yet.'] });
  return section('facilitation', title, {
    paragraphs: [
      `${many(trained, 'member')} ${trained === 1 ? 'is' : 'are'} trained to facilitate; ${many(held, 'turn')} held by them, ${notHeld === 0 ? 'none left without' : `${notHeld} without`}.`,
    ],
    figures: [gini.figure, run.figure],
    notes: ['Who facilitated how often is not shown here.'],
  });
};
