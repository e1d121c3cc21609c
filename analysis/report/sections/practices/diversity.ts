/** How mixed those are who joined, when the invitation closed and now, against what the charter aims at. */
import { diversityGaps } from '../../../metrics/practice/diversity-gaps.ts';
import { list } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';

export const diversity: SectionOf = (scene) => {
  const { members, practices } = scene.input.records;
  const checks = practices?.['diversity-check'] ?? [];
  const targets = scene.about.practices?.diversity?.targets ?? [];
  const rows = targets.map(({ attribute, atLeast }) => {
    const then = checks.filter((check) => check.attribute === attribute).at(-1);
    return { attribute, atLeast, then, now: diversityGaps(members, attribute, scene.smallest) };
  });
  const title = 'Who is not in the room?';
  const paragraphs = rows.map(({ attribute, atLeast, now }) => {
    if (now.value === null) return `How mixed the network is by ${attribute} is not known: ${now.reason}.`;
    if (now.value >= atLeast) return `By ${attribute} the network is as mixed as it set out to be.`;
    const others = now.gapsNotNamed === 0 ? [] : ['segments that are too small to be named'];
    return `By ${attribute} it is less mixed than it set out to be. Fewer than an even share came from ${list([...now.gaps, ...others])}.`;
  });
  return section('diversity', title, {
    paragraphs,
    tables: [
      {
        id: 'diversity',
        title: 'The chance that two members are of different segments',
        columns: [
          { label: 'by', format: 'text' },
          { label: 'aimed at', format: 'decimal' },
          { label: 'when the invitation closed', format: 'decimal' },
          { label: 'now', format: 'decimal' },
        ],
        rows: rows.map(({ attribute, atLeast, then, now }) => [attribute, atLeast, then?.value ?? null, now.value]),
        note: 'Blau’s index. A mixed membership is not yet mixed contact: see the silos.',
      },
    ],
  });
};
