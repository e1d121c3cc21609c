/** Whether contact is spread over everybody or gathers on a few, against an even chance. */
import { chiSquareTail } from '../../inference/chi-square.ts';
import { measure } from '../../measure.ts';
import { MeasureError } from '../../measure-error.ts';
import { count, decimal, inWords, many, pValue } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type DegreeByChance, type DegreeColumn, degreeDistribution as picture } from '../degree-distribution.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { fewestWithHalf } from './fewest-with-half.ts';
import { notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const KINDS: Record<string, { axis: string; done: string; noun: string }> = {
  'in-degree': { axis: 'By how many others a member is named', done: 'of all namings go to', noun: 'Being named' },
  'out-degree': { axis: 'How many others a member names', done: 'of all namings come from', noun: 'Naming others' },
  degree: { axis: 'With how many others a member is in contact', done: 'of all contact is with', noun: 'Contact' },
};

/** Finer ones show chance, not the shape. */
const MOST_COLUMNS = 40;

export const degreeDistribution: GalleryEntry = {
  id: 'degree-distribution',
  question: 'Is contact spread over everybody, or does it gather on a few?',
  reading:
    'Columns further right are members with more contacts; the dashed line is what it would be if all pairs were equally likely. A long tail to the right says that a few carry much of the contact: efficient while they stay, and a loss when they go. It does not say that what they pass on is good.',
  needs: [],
  takes: ['metric'],
  draw(records, options, execute): Chart {
    const { metric = options.undirected ? 'degree' : 'in-degree', smallestGroup = SMALLEST_GROUP } = options;
    const kind = KINDS[metric];
    if (kind === undefined) {
      throw new MeasureError(
        `contacts are not counted by "${metric}"; give metric as ${Object.keys(KINDS).join(', ')}`,
      );
    }
    const measured = measure(records, { ...measureOptions(options), metrics: [metric] }, execute);
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart =>
      nothingToDraw(degreeDistribution.id, degreeDistribution.question, reason, notes);
    const result = resultOf(measured, metric, 'member');
    if (result === undefined || result.reason !== null) return nothing(result?.reason ?? 'it was not measured');
    const degrees = Object.values(result.values ?? {}).filter((value) => typeof value === 'number');
    const sum = degrees.reduce((all, degree) => all + degree, 0);
    if (degrees.length < smallestGroup) return nothing(`fewer than ${smallestGroup} members have a figure`);
    if (sum === 0) return nothing('nobody names anybody');

    const mean = sum / degrees.length;
    // Only those who answered can have named anybody.
    const { members, response } = measured.input;
    const others = Math.max(1, Math.round(members * (metric === 'in-degree' ? (response ?? 1) : 1)) - 1);
    const columns = columnsOf(degrees, smallestGroup);
    const p = dispersion(degrees, mean, others);
    const half = fewestWithHalf(degrees);
    const title = titled(
      p < 0.05
        ? `${kind.noun} gathers on a few: half ${kind.done} ${inWords(half)} of ${many(degrees.length, 'member')}, fewer than by an even chance (${pValue(p)})`
        : `${kind.noun} is spread about as evenly as chance would: half ${kind.done} ${inWords(half)} of ${many(degrees.length, 'member')}`,
      measured,
    );
    const description = `A histogram of ${many(degrees.length, 'member')} by number of contacts, ${decimal(mean, 1)} on average, and a dashed line of what an even chance would give.`;
    const byChance = binomial(degrees.length, others, mean / others, columns.at(-1)!.to);
    return {
      id: degreeDistribution.id,
      title,
      description,
      spec: picture(columns, byChance, kind.axis, title, description),
      rows: columns.map(({ from, to, members }) => ({ from, to, members })),
      notes: [
        ...notes,
        `Columns join numbers of contacts until they hold ${columnLeast(degrees.length, smallestGroup)} members; numbers over them are members, heights members for each number of contacts.`,
        `Mean ${decimal(mean, 2)}. Chance: all pairs equally likely; test of dispersion, chi-square with ${count(degrees.length - 1)} degrees of freedom.`,
      ],
    };
  },
};

/** How many members a column holds at least. */
function columnLeast(members: number, smallest: number): number {
  return Math.max(smallest, Math.ceil(members / MOST_COLUMNS));
}

/** Neighbouring numbers of contacts in one column until it holds enough people to be shown. */
function columnsOf(degrees: readonly number[], smallest: number): DegreeColumn[] {
  const most = degrees.reduce((high, degree) => Math.max(high, degree), 0);
  const least = columnLeast(degrees.length, smallest);
  const counts = new Array<number>(most + 1).fill(0);
  for (const degree of degrees) counts[degree]!++;
  const columns: DegreeColumn[] = [];
  let open: DegreeColumn | undefined;
  for (const [degree, count] of counts.entries()) {
    open = { from: open?.from ?? degree, to: degree, members: (open?.members ?? 0) + count };
    if (open.members < least) continue;
    columns.push(open);
    open = undefined;
  }
  // What is left at the end is too few by themselves.
  if (open !== undefined) {
    const last = columns.pop();
    columns.push(last === undefined ? open : { from: last.from, to: open.to, members: last.members + open.members });
  }
  return columns;
}

/** How likely an even chance spreads contacts as unevenly: the variance of counts against the binomial's. */
function dispersion(degrees: readonly number[], mean: number, trials: number): number {
  const squares = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0);
  const variance = mean * (1 - mean / trials);
  return variance <= 0 ? 1 : chiSquareTail(squares / variance, degrees.length - 1);
}

/** Members expected at each degree, step by step from the one before, in logarithms so that none is lost. */
function binomial(members: number, trials: number, probability: number, most: number): DegreeByChance[] {
  if (probability <= 0 || probability >= 1) return [];
  let log = trials * Math.log1p(-probability);
  const odds = Math.log(probability) - Math.log1p(-probability);
  return Array.from({ length: Math.min(most, trials) + 1 }, (_, degree) => {
    if (degree > 0) log += Math.log((trials - degree + 1) / degree) + odds;
    return { degree, members: members * Math.exp(log) };
  });
}
