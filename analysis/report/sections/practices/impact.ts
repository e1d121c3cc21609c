/** How long it takes until something has become better, and of what it has. */
import { decimal, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const FRAMED = { 'agenda-item': 'items of the agenda', cycle: 'cycles', experiment: 'experiments' } as const;

interface Row {
  framed: number;
  realised: number;
  median: number | null;
}

export const impact: SectionOf = (scene) => {
  const title = 'How long until something becomes better?';
  const { figure, details } = metricFigure(scene, 'time-to-impact', {
    label: 'Days from framing to the first impact (median)',
    format: 'decimal',
    note: ({ framed, realised, interval }) => `${realised} of ${framed} so far; ${boundsOf(interval)}`,
  });
  const framed = Number(details.framed ?? 0);
  if (framed === 0) return section('impact', title, { paragraphs: ['Nothing has been framed yet.'] });
  const byWhat = details.byWhat as Record<keyof typeof FRAMED, Row>;
  return section('impact', title, {
    paragraphs: [
      `Of ${many(framed, 'matter')} that the network has framed, ${details.realised} led to something that became better.`,
    ],
    figures: [figure],
    tables: [
      {
        id: 'impact-by-kind',
        title: 'Of what was framed',
        columns: [
          { label: 'what', format: 'text' },
          { label: 'framed', format: 'count' },
          { label: 'with an impact', format: 'count' },
          { label: 'days (median)', format: 'decimal' },
        ],
        rows: (Object.keys(FRAMED) as (keyof typeof FRAMED)[]).map((what) => [
          ...[FRAMED[what], byWhat[what].framed, byWhat[what].realised, byWhat[what].median],
        ]),
        note: null,
      },
    ],
    notes: [
      'What has had no impact yet counts as waited for (Kaplan and Meier). That something became better does not say by what: contribution claims do.',
    ],
  });
};

function boundsOf(interval: unknown): string {
  const [low, high] = interval as [number | null, number | null];
  const from = low === null ? 'not known' : decimal(low, 0);
  return `95 % interval ${from} to ${high === null ? 'beyond what was seen' : decimal(high, 0)}`;
}
