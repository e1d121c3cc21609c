/** The silo test as a picture: the E-I index of the network and its groups, on what chance would give. */
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { groupIndexByChance, type TiesWithinByChance, tiesWithinByChance } from '../../metrics/e-i-chance.ts';
import { count, many, plural, pValue, signed } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type ChanceBin, type GroupIndexRow, eIPermutations as picture } from '../e-i-permutations.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { isTold, notesOf, permutationsNote, titled, withArticle } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const MOST_GROUPS_DRAWN = 20;
const BINS = 80;
/** Enough for the middle 95 %; the network's own test takes all permutations. */
const MOST_LABELLINGS = 2_000;
/** Ties times labellings: about two seconds. */
const MOST_TIES_READ = 50_000_000;

export const eIPermutations: GalleryEntry = {
  id: 'e-i-permutations',
  question: 'Where are the silos, and could they be chance?',
  reading:
    'The histogram is what the index would be if groups had no meaning: the same ties, the groups handed out anew. An index left of it is more inward than chance, right of it more outward. Grey bars are the same for each group. It does not say that inward is bad: trust often starts at home.',
  needs: ['groups'],
  takes: ['groupBy', 'permutations'],
  draw(records, options, execute): Chart {
    const { groupBy = '' } = options;
    const asked: MeasureOptions = { ...measureOptions(options), metrics: ['e-i-index'] };
    const measured = measure(records, asked, execute);
    const notes = notesOf(measured);
    const network = resultOf(measured, 'e-i-index', 'network');
    const nothing = (reason: string): Chart => nothingToDraw(eIPermutations.id, eIPermutations.question, reason, notes);
    if (network === undefined || typeof network.value !== 'number') return nothing(network?.reason ?? 'not measured');
    const { value, details } = network;
    if (typeof details.p !== 'number') return nothing(`all members are of one ${groupBy}`);

    const context = contextFor(records, asked, execute);
    const groups = context.groups!;
    const bins = binsOf(tiesWithinByChance(context, groups));
    const labellings = Math.min(
      ...[MOST_LABELLINGS, measured.options.permutations],
      Math.max(200, Math.floor(MOST_TIES_READ / Math.max(1, measured.input.ties))),
    );
    const chance = groupIndexByChance(context, groups, labellings);
    const byGroup = resultOf(measured, 'e-i-index', 'group')?.details.groups as Record<
      string,
      { ends: { value: number | null } } | undefined
    >;
    const rows: (GroupIndexRow & { members: number })[] = groups.names.map((group, g) => ({
      group,
      value: byGroup[group]?.ends.value ?? null,
      low: quantile(chance[g]!, 0.025),
      high: quantile(chance[g]!, 0.975),
      members: groups.sizes[g]!,
    }));
    const drawn = largest(rows, MOST_GROUPS_DRAWN);
    const title = titled(findingOf(groupBy, value, details), measured);
    const description = `Above, a histogram of the E-I index over ${count(measured.options.permutations)} random ways of handing out the ${plural(groupBy)}, and a stroke at the observed ${signed(value)}. Below, for each of ${many(drawn.length, groupBy)}, a grey bar of the middle 95 per cent by chance and a dot at what is observed.`;
    return {
      id: eIPermutations.id,
      title,
      description,
      spec: picture({ value, bins }, drawn, title, description),
      rows: [
        ...bins.map(({ from, to, share }) => ({ ...EMPTY, part: 'network by chance', low: from, high: to, share })),
        { ...EMPTY, part: 'network', value, expected: Number(details.expected), p: details.p },
        ...rows.map(({ group, value: own, low, high, members }) => ({
          ...{ ...EMPTY, part: 'group', group, value: own, low, high, members },
        })),
      ],
      notes: [
        ...notes,
        permutationsNote(measured.options.permutations, measured.options.seed),
        `Of ${withArticle(groupBy)}: the ties that start in it; grey bars from ${count(labellings)} of the permutations’ kind. One ${groupBy} of twenty lies outside its bar by chance alone.`,
        ...(drawn.length < rows.length
          ? [`The ${count(drawn.length)} largest of ${many(rows.length, groupBy)} are drawn; all are in the data.`]
          : []),
      ],
    };
  },
};

const EMPTY = {
  part: '',
  group: null,
  value: null,
  low: null,
  high: null,
  share: null,
  expected: null,
  p: null,
  members: null,
};

function findingOf(groupBy: string, value: number, { p, expected }: Record<string, unknown>): string {
  const figures = `E-I ${signed(value)}, ${typeof expected === 'number' ? `by chance ${signed(expected)}, ` : ''}${pValue(Number(p))}`;
  if (!isTold(p)) return `Contact crosses ${plural(groupBy)} about as chance would have it: ${figures}`;
  const isInward = typeof expected === 'number' && value < expected;
  return `Contact stays within ${plural(groupBy)} ${isInward ? 'more' : 'less'} than chance would have it: ${figures}`;
}

/** The distribution over the index's whole range; empty columns are left out. */
function binsOf({ drawn, all }: TiesWithinByChance): ChanceBin[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const within of drawn) {
    const index = 1 - (2 * within) / all;
    counts[Math.min(BINS - 1, Math.max(0, Math.floor(((index + 1) / 2) * BINS)))]!++;
  }
  return counts.flatMap((number, at) =>
    number === 0 ? [] : [{ from: edge(at), to: edge(at + 1), share: number / drawn.length }],
  );
}

function edge(at: number): number {
  return (2 * at) / BINS - 1;
}

function quantile(ascending: Float64Array, share: number): number | null {
  return ascending.length === 0 ? null : ascending[Math.round(share * (ascending.length - 1))]!;
}

/** By size, then in the order of names again. */
function largest<Row extends { members: number }>(rows: Row[], most: number): Row[] {
  const kept = new Set(rows.toSorted((a, b) => b.members - a.members).slice(0, most));
  return rows.filter((row) => kept.has(row));
}
