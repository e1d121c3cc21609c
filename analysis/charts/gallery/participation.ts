/** Whether a few carry the work: the Lorenz curve of contributions, held against contributions dealt out blindly. */
import { createRandom } from '../../inference/random.ts';
import type { Measurement } from '../../measure.ts';
import { measure } from '../../measure.ts';
import { count, decimal, inWords, list, many, percent, plural } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type LorenzPoint, lorenz } from '../lorenz.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { fewestWithHalf } from './fewest-with-half.ts';
import { membersNote } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const DEALS = 400;
const MOST_STEPS = 20;

export const participation: GalleryEntry = {
  id: 'participation',
  question: 'Is participation fair, or do a few carry the work?',
  reading:
    'The further the line sags, the fewer carry the work. Few contributions among many members sag even when nobody is favoured: hold the line against the dashed one, not against the straight one. Only what was recorded counts, and a contribution is not yet a help.',
  needs: ['contributions'],
  takes: ['groupBy'],
  draw(records, options, execute): Chart {
    const { groupBy, smallestGroup = SMALLEST_GROUP } = options;
    const metrics = ['contribution-gini', ...(groupBy === undefined ? [] : ['participation-rate-ratios'])];
    const measured = measure(records, { ...measureOptions(options), metrics }, execute);
    const notes = [membersNote(measured)];
    const gini = resultOf(measured, 'contribution-gini', 'network');
    if (gini === undefined || typeof gini.value !== 'number') {
      return nothingToDraw(participation.id, participation.question, gini?.reason ?? 'it was not measured', notes);
    }
    const { contributions, contributors } = gini.details as { contributions: number; contributors: number };
    const taking = records.members.filter(({ status }) => status === 'active').map(({ member }) => member);
    const given = new Map(taking.map((member) => [member, 0]));
    for (const { member } of records.contributions) {
      if (given.has(member)) given.set(member, given.get(member)! + 1);
    }
    const amounts = [...given.values()].sort((a, b) => a - b);
    const chance = dealt(amounts.length, contributions, measured.options.seed);
    const points: LorenzPoint[] = [
      ...curveOf(amounts, smallestGroup).map((point) => ({ line: 'observed' as const, ...point })),
      ...curveOf(chance.amounts, smallestGroup).map((point) => ({ line: 'by chance' as const, ...point })),
    ];
    const half = fewestWithHalf(amounts);
    const isUneven = gini.value > chance.high;
    const carried = half < smallestGroup ? `fewer than ${smallestGroup}` : inWords(half);
    const title = `Half of all contributions come from ${carried} of ${many(amounts.length, 'member')}: Gini ${decimal(gini.value)}, ${isUneven ? 'more uneven than' : 'no more uneven than'} chance (${decimal(chance.mean)})`;
    const description = `A Lorenz curve of ${count(contributions)} contributions by ${many(amounts.length, 'member')}, below the straight line of equal shares and beside the dashed line of what blind chance gives.`;
    return {
      id: participation.id,
      title,
      description,
      spec: lorenz(points, title, description),
      rows: points.map((point) => ({ ...point })),
      notes: [
        ...notes,
        `${contributors < smallestGroup ? `Fewer than ${smallestGroup}` : count(contributors)} of ${many(amounts.length, 'member')} contributed at least once.`,
        `Chance: as many contributions dealt out blindly, ${count(DEALS)} times, seed ${measured.options.seed}; middle 95 % of Gini ${decimal(chance.low)} to ${decimal(chance.high)}.`,
        `Points stand every so many members that at least ${smallestGroup} are between two of them.`,
        ...byGroup(measured, groupBy),
      ],
    };
  },
};

/** Points at least the smallest group apart, and few enough to be seen apart. */
function curveOf(ascending: readonly number[], smallest: number): { members: number; given: number }[] {
  const { length } = ascending;
  const step = Math.max(smallest, Math.ceil(length / MOST_STEPS));
  const sum = ascending.reduce((all, one) => all + one, 0);
  const points = [{ members: 0, given: 0 }];
  let reached = 0;
  for (const [at, amount] of ascending.entries()) {
    reached += amount;
    // The last point must not stand alone with fewer people than a step.
    if ((at + 1) % step === 0 && length - (at + 1) >= step)
      points.push({ members: (at + 1) / length, given: reached / sum });
  }
  return [...points, { members: 1, given: 1 }];
}

/** The Gini and the mean curve when every contribution falls to anybody with the same chance. */
function dealt(members: number, contributions: number, seed: number) {
  const random = createRandom(seed, 'participation/dealt');
  const amounts = new Array<number>(members).fill(0);
  const ginis = Float64Array.from({ length: DEALS }, () => {
    const hand = new Array<number>(members).fill(0);
    for (let one = 0; one < contributions; one++) hand[random.below(members)]!++;
    hand.sort((a, b) => a - b);
    for (const [at, amount] of hand.entries()) amounts[at]! += amount / DEALS;
    return hand.reduce((sum, amount, at) => sum + (2 * (at + 1) - members - 1) * amount, 0) / (members * contributions);
  }).sort();
  const at = (share: number): number => ginis[Math.round(share * (DEALS - 1))]!;
  return { amounts, mean: ginis.reduce((sum, one) => sum + one, 0) / DEALS, low: at(0.025), high: at(0.975) };
}

/** Which groups take part less than the others for certain: their ratio's whole interval lies below 1. */
function byGroup(measured: Measurement, groupBy: string | undefined): string[] {
  if (groupBy === undefined) return [];
  const result = resultOf(measured, 'participation-rate-ratios', 'group');
  if (result === undefined || result.reason !== null) return [`Nothing is said by ${groupBy}: ${result?.reason}.`];
  const groups = result.details.groups as Record<string, { interval: [number, number] | null }>;
  const less = Object.entries(groups).filter(([, { interval }]) => interval !== null && interval[1] < 1);
  if (less.length === 0) return [`No ${groupBy} takes part less than the others for certain.`];
  return [
    `Taking part less than the other ${plural(groupBy)} do: ${list(less.map(([name]) => `${name} (${percent(result.values![name] as number)} of their rate)`))}.`,
  ];
}
