/** The groups within the network by tier, and what flows between the tiers. */
import type { CircleBody } from '../../../../data/records/circle.ts';
import { many, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

const TITLES: Record<CircleBody['tier'], string> = {
  'expert-forum': 'expert-led forums',
  'peer-circle': 'peer-led circles',
  'federated-pod': 'federated pods',
};

export const circles: SectionOf = (scene) => {
  const flow = metricFigure(scene, 'tier-flow', {
    label: 'Ties that run between tiers',
    format: 'share',
    note: ({ evenMixing }) => `even mixing would give ${percent(Number(evenMixing))}`,
  });
  const { practices } = scene.input.records;
  const running = (practices?.circle ?? []).filter(({ endedAt }) => endedAt === null);
  const title = 'How do groups of different tiers work together?';
  if (running.length === 0)
    return section('circles', title, { paragraphs: ['There is no group within the network yet.'] });
  const rows = (Object.keys(TITLES) as CircleBody['tier'][]).map((tier) => {
    const those = running.filter((one) => one.tier === tier);
    const ids = new Set(those.map(({ circle }) => circle));
    const people = new Set(
      (practices?.['circle-member'] ?? []).flatMap(({ circle, member, isIn }) =>
        isIn && ids.has(circle) ? [member] : [],
      ),
    );
    const isSmall = people.size < scene.smallest;
    return [
      TITLES[tier],
      those.length,
      isSmall ? null : people.size,
      those.filter(({ rhythm }) => rhythm !== null).length,
    ];
  });
  return section('circles', title, {
    paragraphs: [`${many(running.length, 'group')} within the network.`],
    figures: [flow.figure],
    tables: [
      {
        id: 'circles',
        title: 'Groups by tier',
        columns: [
          { label: 'tier', format: 'text' },
          { label: 'groups', format: 'count' },
          { label: 'members', format: 'count' },
          { label: 'that meet in a rhythm', format: 'count' },
        ],
        rows,
        note: `Members are shown from ${scene.smallest} on.`,
      },
    ],
  });
};
