/** Who would take over: per role, how many hold it and how many of these have somebody who could. */
import type { RoleName } from '../../../../data/records/index.ts';
import { type SectionOf, section } from '../section.ts';

const ROLES: readonly RoleName[] = ['lead', 'steward', 'facilitator', 'evaluator', 'sponsor'];

export const succession: SectionOf = (scene) => {
  const named = scene.input.records.practices?.succession ?? [];
  const title = 'Who would take over?';
  if (named.length === 0) return section('succession', title, { paragraphs: ['No holder of a role was asked yet.'] });
  const rows = ROLES.map((role) => {
    const of = named.filter((one) => one.role === role && one.holder !== null);
    const withOne = of.filter(({ successor }) => successor !== null);
    const isVacant = named.some((one) => one.role === role && one.holder === null);
    const ready = withOne.filter((one) => one.ready).length;
    return { role, isVacant, holders: of.length, named: withOne.length, ready };
  }).filter(({ holders, isVacant }) => holders > 0 || isVacant);
  const vacant = rows.filter(({ isVacant }) => isVacant).map(({ role }) => role);
  const alone = rows.filter(({ holders, named: count }) => holders === 1 && count === 0).map(({ role }) => role);
  return section('succession', title, {
    paragraphs: [
      ...(vacant.length === 0
        ? []
        : [
            `Nobody holds it since whoever did has left, so that what needs it goes to the deputy: ${vacant.join(', ')}.`,
          ]),
      alone.length === 0
        ? 'No role hangs on one person alone.'
        : `One person holds it, and nobody would take over: ${alone.join(', ')}.`,
    ],
    tables: [
      {
        id: 'successors',
        title: 'Successors by role',
        columns: [
          { label: 'role', format: 'text' },
          { label: 'holders', format: 'count' },
          { label: 'with a successor', format: 'count' },
          { label: 'who could today', format: 'count' },
        ],
        rows: rows.map((row) => [row.role, row.holders, row.named, row.ready]),
        note: null,
      },
    ],
    notes: ['Who is named is known to whoever named them.'],
  });
};
