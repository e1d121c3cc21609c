/** What is tried out, against the mix that was aimed at; how it ended; whether what failed was shared. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const TITLES = {
  'safe-test': 'safe tests',
  exploration: 'uncertain explorations',
  pilot: 'bounded pilots',
} as const;

export const experiments: SectionOf = (scene) => {
  const decided = metricFigure(scene, 'experiments-decided', {
    label: 'Ended by a decision',
    format: 'share',
    note: ({ ended, interval }) => {
      const [low, high] = interval as [number, number];
      return `of ${ended} that have ended; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const noted = metricFigure(scene, 'stops-with-a-note', {
    label: 'Stops that say what was learned',
    format: 'share',
    note: ({ stopped }) => `of ${stopped}`,
  });
  const title = 'What is tried out?';
  const { details } = decided;
  const all = Number(details.experiments ?? 0);
  if (all === 0) return section('experiments', title, { paragraphs: ['Nothing has been tried out yet.'] });
  const byTrial = details.byTrial as Record<keyof typeof TITLES, number>;
  const aimed = scene.about.practices?.experiments?.mix;
  return section('experiments', title, {
    paragraphs: [
      `${many(all, 'experiment')} so far: ${details.running} running, ${details.scaled} scaled, ${details.adapted} adapted, ${details.stopped} stopped, and ${Number(details.ended) - Number(details.decided)} that nobody decided on.`,
    ],
    figures: [decided.figure, ...(noted.isKnown ? [noted.figure] : [])],
    tables: [
      {
        id: 'experiment-mix',
        title: 'The mix, against what is aimed at',
        columns: [
          { label: 'trial', format: 'text' },
          { label: 'experiments', format: 'count' },
          { label: 'share', format: 'share' },
          { label: 'aimed at', format: 'share' },
        ],
        rows: (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((trial) => [
          ...[TITLES[trial], byTrial[trial], byTrial[trial] / all, aimed?.[trial] ?? null],
        ]),
        note: null,
      },
    ],
    notes: ['To stop is as good as to scale. Who tries what is not shown here.'],
  });
};
