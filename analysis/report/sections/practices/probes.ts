/** Constraints on cycles and probes, what they made possible, and what was amplified or dampened. */
import type { BodyOf } from '../../../../data/records/index.ts';
import { numberOf } from '../../../number-of.ts';
import type { Cell } from '../../report-model.ts';
import { list, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';

const MADE = {
  ideas: 'ideas nobody had before',
  contacts: 'contacts that were not there',
  speed: 'things that went faster',
  focus: 'attention to what matters',
  'practice-changed': 'something done otherwise at home',
  nothing: 'nothing',
} as const;

export const probes: SectionOf = (scene) => {
  const { probe: all = [], constraint: constraints = [] } = scene.input.records.practices ?? {};
  const title = 'Which constraints, and what did they make possible?';
  if (all.length === 0) return section('probes', title, { paragraphs: ['Nothing has been probed yet.'] });
  const count = (status: BodyOf<'probe'>['status']) => all.filter((one) => one.status === status).length;
  const rows = [...all].sort((a, b) => numberOf(a.probe) - numberOf(b.probe));
  return section('probes', title, {
    paragraphs: [
      `${many(all.length, 'probe')}: ${count('running')} running, ${count('amplified')} amplified, ${count('dampened')} dampened, and ${count('undecided')} that nobody decided on.`,
    ],
    tables: [
      {
        id: 'probes',
        title: 'Constraints, and what they made possible',
        columns: [
          { label: 'constraint', format: 'text' },
          { label: 'on', format: 'text' },
          { label: 'until', format: 'date' },
          { label: 'signal noted', format: 'count' },
          { label: 'decided', format: 'text' },
          { label: 'made possible', format: 'text' },
        ],
        rows: rows.map((one): Cell[] => {
          const constraint = constraints.find(({ probe }) => probe === one.probe);
          const cycle = constraint?.cycle ?? null;
          const made = constraint?.madePossible ?? [];
          return [
            ...[one.name.replaceAll('-', ' '), cycle === null ? one.probe : `cycle ${cycle}`, one.until, one.signals],
            ...[one.status, made.length === 0 ? 'not said yet' : list(made.map((word) => MADE[word]))],
          ];
        }),
        note: 'What it made possible is what its owner says; who that is is not shown here.',
      },
    ],
    notes: [
      'To dampen is as good as to amplify: a probe is there to see, not to succeed.',
      whereWordsAre(scene, 'constraint', 'Constraints in words'),
    ],
  });
};
