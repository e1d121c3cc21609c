/** Whether members do what they told each other they would do, of all together. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const commitments: SectionOf = (scene) => {
  const kept = metricFigure(scene, 'commitments-kept', {
    label: 'Promises that were kept',
    format: 'share',
    note: ({ said, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${said} whose owner said so; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const promises = Number(kept.details.promises ?? 0);
  const open = Number(kept.details.open ?? 0);
  return section('commitments', 'Are promises kept?', {
    paragraphs: [
      promises === 0
        ? 'Nobody has promised anything yet.'
        : `Members made ${many(promises, 'promise')}; ${open === 0 ? 'none is open' : `${open} still open`}.`,
    ],
    figures: promises === 0 ? [] : [kept.figure],
    notes: ['Whether a promise was kept is its owner’s own affair: shown is the share of all, from five owners on.'],
  });
};
