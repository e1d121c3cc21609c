/** Who names whom, by group, beside what chance would leave within groups. */
import { measure } from '../../measure.ts';
import { count, percent, plural } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { mixingMatrix as matrixOf } from '../mixing-matrix.ts';
import { withTooltip } from '../tooltip.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { joinSmallest } from './join-smallest.ts';
import { isTold, notesOf, permutationsNote, titled, withArticle } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** More rows and columns than this are a carpet. */
const MOST_GROUPS_DRAWN = 10;

export const mixingMatrix: GalleryEntry = {
  id: 'mixing-matrix',
  question: 'Which groups are in contact with which?',
  reading:
    'Read along a row: where that group’s ties go. A dark diagonal means that groups keep to themselves; but a large group has many inside to turn to, so hold it against what chance would give. It shows contact, not whether the contact is any use.',
  needs: ['groups'],
  takes: ['groupBy', 'permutations'],
  draw(records, options, execute): Chart {
    const { groupBy = '' } = options;
    const measured = measure(
      records,
      { ...measureOptions(options), metrics: ['mixing-matrix', 'e-i-index'], strength: false },
      execute,
    );
    const notes = notesOf(measured);
    const matrix = resultOf(measured, 'mixing-matrix', 'network');
    const index = resultOf(measured, 'e-i-index', 'network');
    const obstacle = matrix?.reason ?? index?.reason ?? null;
    if (matrix === undefined || index === undefined || obstacle !== null) {
      return nothingToDraw(mixingMatrix.id, mixingMatrix.question, obstacle ?? 'it was not measured', notes);
    }
    const sizes = matrix.details.sizes as number[];
    if (sizes.length < 2)
      return nothingToDraw(mixingMatrix.id, mixingMatrix.question, `all members are of one ${groupBy}`, notes);
    const { names, counts, joined } = joinSmallest(
      { names: matrix.details.groups as string[], sizes, counts: matrix.value as number[][] },
      MOST_GROUPS_DRAWN,
    );
    const sums = counts.map((row) => row.reduce((sum, ties) => sum + ties, 0));
    const rows = names.flatMap((from, a) =>
      names.map((to, b) => ({
        from,
        to,
        ties: counts[a]![b]!,
        share: sums[a] === 0 ? null : counts[a]![b]! / sums[a]!,
      })),
    );
    const { internal, external, expected, p, permutations } = index.details;
    const within = Number(internal) / (Number(internal) + Number(external));
    const title = titled(findingOf(groupBy, within, expected, p), measured);
    const description = `A table of ${names.length} by ${names.length} cells. Each row is ${withArticle(groupBy)} and adds up to 100 per cent: the share of its ties that name members of each column.`;
    return {
      id: mixingMatrix.id,
      title,
      description,
      spec: withTooltip(matrixOf(rows, names, title, description), [
        { field: 'from', title: 'from' },
        { field: 'to', title: 'to' },
        { field: 'ties', title: 'ties', format: ',d' },
        { field: 'share', title: 'share of the row', format: '.1%' },
      ]),
      rows,
      notes: [
        ...notes,
        ...(typeof p === 'number' ? [permutationsNote(Number(permutations), measured.options.seed)] : []),
        ...(joined === 0
          ? []
          : [`The ${count(names.length - 1)} largest ${plural(groupBy)} are drawn, the other ${joined} as one.`]),
      ],
    };
  },
};

function findingOf(groupBy: string, within: number, expected: unknown, p: unknown): string {
  const found = `${percent(within)} of ties stay within their ${groupBy}`;
  if (typeof expected !== 'number') return found;
  const byChance = (1 - expected) / 2;
  if (!isTold(p)) return `${found}, about what chance would give (${percent(byChance)})`;
  return `${found}, where chance would leave ${percent(byChance)} there`;
}
