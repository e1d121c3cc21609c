/** What the network keeps for whoever comes next: whether it is used elsewhere, adds up, and is looked after. */
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const TYPES = {
  case: 'cases',
  'experiment-log': 'experiment logs',
  playbook: 'playbooks',
  'decision-rationale': 'why it was decided so',
} as const;

export const repository: SectionOf = (scene) => {
  const title = 'What is kept for others?';
  const reuse = metricFigure(scene, 'artifact-reuse', {
    label: 'Used outside the organisation it came from',
    format: 'share',
    note: ({ artifacts, interval }) => `of ${many(Number(artifacts), 'piece')}; 95 % interval ${ends(interval)}`,
  });
  const descent = metricFigure(scene, 'artifact-descent', {
    label: 'Others build on it',
    format: 'share',
    note: ({ links, depth }) => `${many(Number(links), 'piece')} built on others, the longest chain ${depth}`,
  });
  const inTime = metricFigure(scene, 'artifacts-reviewed-in-time', {
    label: 'Looked at again in time',
    format: 'share',
    note: ({ due, interval }) => `of ${many(Number(due), 'review')} that fell due; 95 % interval ${ends(interval)}`,
  });
  const { artifacts = 0, drafts = 0, stale = 0, retired = 0, uses = 0, shareUseful, byType } = reuse.details;
  if (Number(artifacts) === 0) {
    const waiting =
      Number(drafts) === 0 ? '' : ` ${many(Number(drafts), 'draft')} of experiments wait for their words.`;
    return section('repository', title, { paragraphs: [`Nothing has been shared yet.${waiting}`] });
  }
  const useful = typeof shareUseful === 'number' ? ` ${percent(shareUseful)} of ratings are 3 or 4 of 4.` : '';
  return section('repository', title, {
    paragraphs: [
      `Members shared ${many(Number(artifacts), 'piece')}; ${stale} stale, ${retired} retired, ${many(Number(drafts), 'draft')} of experiments waiting. They told of ${many(Number(uses), 'use')}.${useful}`,
    ],
    figures: [reuse.figure, descent.figure, ...(inTime.isKnown ? [inTime.figure] : [])],
    tables: [
      {
        id: 'repository-types',
        title: 'What there is',
        columns: [
          { label: 'kind', format: 'text' },
          { label: 'pieces', format: 'count' },
        ],
        rows: (Object.keys(TYPES) as (keyof typeof TYPES)[]).map((type) => [
          ...[TYPES[type], (byType as Record<keyof typeof TYPES, number>)[type]],
        ]),
        note: null,
      },
    ],
    notes: ['Who made, used or rated something is not shown here; weft repository finds the pieces themselves.'],
  });
};

function ends(interval: unknown): string {
  const [low, high] = interval as [number, number];
  return `${percent(low)} to ${percent(high)}`;
}
