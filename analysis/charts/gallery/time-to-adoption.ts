/**
 * How long it takes until members take something up, with bands and numbers at risk.
 *
 * Bands: Greenwood's variance on the scale of log(−log S), which stays within 0 and 1 (Kalbfleisch & Prentice 2002,
 * doi:10.1002/9781118032985). What is shown changes only where enough people have taken it up since.
 */
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { type Adopters, adoptersOf } from '../../metrics/adopters.ts';
import type { MetricContext } from '../../metrics/context.ts';
import { survivalOf } from '../../metrics/diffusion/time-to-adoption.ts';
import { date, list, many, percent, plural, pValue } from '../../report/words.ts';
import { JOINT_GROUP, protectGrowth } from '../../suppression.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type AtRisk, BEYOND_END, MOST_BANDS, survival as picture, type SurvivalPoint } from '../survival.ts';
import { MOST_GROUPS } from '../theme.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { isTold, membersNote } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const EVERYBODY = 'all members';
const NORMAL_95 = 1.959963984540054;
const MOST_NUMBERS = 6;

export const timeToAdoption: GalleryEntry = {
  id: 'time-to-adoption',
  question: 'How long does it take until members take it up?',
  reading:
    'The line falls as members take it up; where it crosses one half, half of them have. Numbers below are members who had not and were still observed: where they are few the line is a guess. The clock starts with the first who took it up. How long it takes until something has become better is another picture: time-to-impact.',
  needs: ['adoptions', 'one-practice'],
  takes: ['practice', 'groupBy'],
  draw(records, options, execute): Chart {
    const { groupBy, smallestGroup = SMALLEST_GROUP } = options;
    const asked: MeasureOptions = { ...measureOptions(options), metrics: ['time-to-adoption'] };
    const measured = measure(records, asked, execute);
    const notes = [membersNote(measured)];
    const nothing = (reason: string): Chart => nothingToDraw(timeToAdoption.id, timeToAdoption.question, reason, notes);
    const result = resultOf(measured, 'time-to-adoption', 'network');
    const context = contextFor(records, asked, execute);
    const adopters = adoptersOf(context)[0];
    if (result === undefined || adopters === undefined) return nothing('no adoptions were measured');
    const periods = adopters.time.length;
    const isByGroup = groupBy !== undefined && context.shown?.obstacle === null;
    const curves = curvesOf(context, adopters, isByGroup, smallestGroup);
    if (curves.every(({ steps }) => steps.length === 0)) {
      return nothing(`fewer than ${smallestGroup} members have taken up ${adopters.practice}`);
    }

    const drawn = curves.slice(0, MOST_GROUPS);
    const points = drawn.flatMap((curve) => pointsOf(curve, periods));
    const atRisk = drawn.flatMap((curve) => atRiskOf(curve, periods));
    const median = typeof result.value === 'number' ? result.value : null;
    const title = findingOf(adopters, drawn, median, isByGroup ? groupBy : undefined, result.details.logRank);
    const description = `A falling line for ${isByGroup ? `each of ${drawn.length} ${plural(groupBy)}` : 'all members'}: the share who had not taken up ${adopters.practice}, with 95 per cent bands, over ${many(periods, 'period')}.`;
    return {
      id: timeToAdoption.id,
      title,
      description,
      spec: picture(
        points,
        atRisk,
        drawn.map(({ group }) => group),
        periods,
        { x: `${unitOf(adopters)} since ${date(adopters.time[0]!)}`, y: 'Had not taken it up' },
        title,
        description,
      ),
      rows: points
        .filter(({ period }) => period <= periods)
        .map((point) => ({ practice: adopters.practice, ...point })),
      notes: [
        ...notes,
        `Kaplan and Meier’s estimate; who was last seen not to have taken it up leaves without counting. Bands: 95 %, Greenwood.`,
        `The line moves where at least ${smallestGroup} more members have taken it up since it moved last.`,
        ...stillNote(drawn, smallestGroup),
        ...(drawn.length > MOST_BANDS
          ? [`Bands of more than ${MOST_BANDS} lines would hide each other; they are in the data.`]
          : []),
        ...(groupBy !== undefined && !isByGroup ? [`Nothing is shown by ${groupBy}: ${context.shown?.obstacle}.`] : []),
        ...(curves.length > drawn.length
          ? [`The ${drawn.length} largest of ${curves.length} ${plural(groupBy ?? 'group')} are drawn.`]
          : []),
      ],
    };
  },
};

interface Step {
  /** The position of the period in which it moves. */
  period: number;
  adopted: number;
  share: number;
  low: number;
  high: number;
}

interface Curve {
  group: string;
  members: number;
  steps: Step[];
  /** At the steps that are shown, and at the start. */
  atRisk: { period: number; members: number }[];
}

function curvesOf({ groups, graph }: MetricContext, adopters: Adopters, isByGroup: boolean, smallest: number): Curve[] {
  if (!isByGroup || groups === null) return [curveOf(EVERYBODY, graph.n, adopters, () => true, smallest)];
  return groups.names
    .map((name, g) => curveOf(name, groups.sizes[g]!, adopters, (v) => groups.of[v] === g, smallest))
    .sort((a, b) => b.members - a.members || (a.group < b.group ? -1 : 1));
}

function curveOf(
  group: string,
  members: number,
  adopters: Adopters,
  counts: (v: number) => boolean,
  smallest: number,
): Curve {
  const { atRisk, adopting, survival } = survivalOf(adopters, counts);
  let adopted = 0;
  let variance = 0;
  const steps = survival.map((share, period): Step => {
    adopted += adopting[period]!;
    const left = atRisk[period]! - adopting[period]!;
    if (adopting[period]! > 0 && left > 0) variance += adopting[period]! / (atRisk[period]! * left);
    return { period, adopted, share, ...bandOf(share, variance) };
  });
  const shown = protectGrowth(steps, (step) => step.adopted, smallest);
  return { group, members, steps: shown, atRisk: atRiskShown(members, shown, atRisk, smallest) };
}

/** Who could still come to it after each shown step; a number stands only where enough have gone since the one before. */
function atRiskShown(
  members: number,
  shown: readonly Step[],
  atRisk: readonly number[],
  smallest: number,
): Curve['atRisk'] {
  const after = shown
    .map(({ period }) => ({ period: period + 1, members: atRisk[period + 1] ?? 0 }))
    .filter(({ period }) => period < atRisk.length);
  const gone = protectGrowth(after, (one) => members - one.members, smallest);
  return [{ period: 0, members }, ...gone.filter((one) => one.members >= smallest)];
}

function bandOf(share: number, variance: number): { low: number; high: number } {
  if (share >= 1 || share <= 0) return { low: share, high: share };
  const log = Math.log(share);
  const half = (NORMAL_95 * Math.sqrt(variance)) / Math.abs(log);
  return { low: share ** Math.exp(half), high: share ** Math.exp(-half) };
}

/** From everybody at the start to the last period; the last step holds to the end. */
function pointsOf({ group, steps }: Curve, periods: number): SurvivalPoint[] {
  const start = { group, period: 0, share: 1, low: 1, high: 1 };
  const moved = steps.map(({ period, share, low, high }) => ({ group, period: period + 1, share, low, high }));
  return [start, ...moved, { ...(moved.at(-1) ?? start), period: periods * (1 + BEYOND_END) }];
}

/** Few enough to be read beside each other. */
function atRiskOf({ group, atRisk }: Curve, periods: number): AtRisk[] {
  const apart = periods / MOST_NUMBERS;
  const kept: Curve['atRisk'] = [];
  for (const one of atRisk) if (kept.length === 0 || one.period - kept.at(-1)!.period >= apart) kept.push(one);
  return kept.map((one) => ({ group, ...one }));
}

function stillNote(curves: readonly Curve[], smallest: number): string[] {
  const still = curves.filter(({ steps }) => steps.length === 0).map(({ group }) => group);
  return still.length === 0
    ? []
    : [`Fewer than ${smallest} took it up in ${list(still)}: the line stays where it begins.`];
}

function findingOf(
  { practice, time }: Adopters,
  curves: Curve[],
  median: number | null,
  groupBy: string | undefined,
  logRank: unknown,
): string {
  const last = curves.length === 1 ? curves[0]!.steps.at(-1) : undefined;
  const periods = many(time.length, 'period');
  const whole =
    median !== null
      ? `Half of the members had taken up ${practice} after ${many(median, 'period')}`
      : last === undefined
        ? `Fewer than half of the members took up ${practice} within ${periods}`
        : `Within ${periods} ${percent(1 - last.share)} took up ${practice}; half of the members have not`;
  if (groupBy === undefined) return whole;
  if (typeof logRank !== 'object' || logRank === null) return whole;
  const { p, observed, expected } = logRank as LogRankByName;
  if (!isTold(p)) return `${whole}; ${plural(groupBy)} do not differ for certain (${pValue(p)})`;
  const lead = (name: string): number => (expected[name]! > 0 ? observed[name]! / expected[name]! : 0);
  const soonest = curves
    .map(({ group }) => group)
    .filter((name) => name !== JOINT_GROUP)
    .reduce<string | null>((best, name) => (best === null || lead(name) > lead(best) ? name : best), null);
  return `${whole}; ${plural(groupBy)} differ (${pValue(p)})${soonest === null ? '' : `, soonest ${groupBy}: ${soonest}`}`;
}

interface LogRankByName {
  p: number;
  observed: Record<string, number>;
  expected: Record<string, number>;
}

function unitOf({ time }: Adopters): string {
  return typeof time[0] === 'string' ? 'Months' : 'Periods';
}
