/** Whether whoever comes later finds people. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const newcomers: SectionOf = (scene) => {
  const enough = scene.about.practices?.newcomers?.enoughTies ?? 3;
  const time = metricFigure(scene, 'time-to-enough-ties', {
    ...{ label: `Days to ${many(enough, 'tie')} (median)`, format: 'decimal' },
    note: ({ newcomers: all, withEnough }) => `${withEnough} of ${many(Number(all), 'newcomer')} have as many`,
  });
  const alone = metricFigure(scene, 'newcomers-isolated', {
    ...{ label: 'Newcomers who knew nobody when their day came', format: 'share' },
    note: ({ judged, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${judged}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const title = 'Do newcomers find their way in?';
  const all = Number(time.details.newcomers ?? 0);
  if (all === 0)
    return section('newcomers', title, { paragraphs: ['Nobody has joined since the network began to learn.'] });
  const few = all < scene.smallest;
  return section('newcomers', title, {
    paragraphs: [
      few
        ? `Fewer than ${scene.smallest} members have joined since the network began to learn.`
        : `${many(all, 'member')} joined since the network began to learn; ${time.details.withBuddy} of them with a buddy.`,
    ],
    figures: [time.figure, alone.figure],
    notes: ['Who came, and who was alone, is not shown; facilitators are told, so that somebody talks to them.'],
  });
};
