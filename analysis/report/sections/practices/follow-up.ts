/** What of the network's ties lasts after its close. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

interface Wave {
  wave: string;
  after: string;
  answeredBoth: number;
  before: number;
  kept: number;
  unknown: number;
  share: number;
  interval: [number, number];
}

export const followUp: SectionOf = (scene) => {
  const survive = metricFigure(scene, 'ties-that-survive', {
    label: 'Ties that survive the close',
    format: 'share',
    note: ({ waves }) => {
      const { kept, before, unknown, interval } = (waves as Wave[]).at(-1) as Wave;
      return `${kept} of ${before}; 95 % interval ${percent(interval[0])} to ${percent(interval[1])}; ${many(unknown, 'more tie')} unknown`;
    },
  });
  const waves = (survive.details.waves ?? []) as Wave[];
  return section('follow-up', 'Do the relationships outlast the programme?', {
    paragraphs: [survive.isKnown ? 'Members were asked again after the close.' : 'Nothing can be said of it yet.'],
    figures: [survive.figure],
    tables:
      waves.length === 0
        ? []
        : [
            {
              id: 'ties-that-survive',
              title: 'Ties named before the close, and again after it',
              columns: [
                { label: 'after the close', format: 'text' },
                { label: 'answered both', format: 'count' },
                { label: 'ties before', format: 'count' },
                { label: 'still named', format: 'count' },
                { label: 'share', format: 'share' },
                { label: 'unknown', format: 'count' },
              ],
              rows: waves.map(({ after, answeredBoth, before, kept, share, unknown }) => [
                ...[after, answeredBoth, before, kept, share, unknown],
              ]),
              note: 'Unknown: ties of members who did not answer again.',
            },
          ],
    notes: ['Whoever answers after the close is likelier to have kept contacts, so the share is rather too high.'],
  });
};
