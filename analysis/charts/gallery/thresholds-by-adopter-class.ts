/** Who moves first and who waits for others: the share of contacts who had adopted, by class of adopter. */
import type { Random } from '../../inference/random.ts';
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { type Adopters, adoptersOf, cumulativeCounts } from '../../metrics/adopters.ts';
import type { MetricContext } from '../../metrics/context.ts';
import { thresholdsOf } from '../../metrics/thresholds.ts';
import { count, list, percent } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type ClassThreshold, thresholdsByClass } from '../thresholds-by-class.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** Rogers' classes as the metric names them, and in words. */
const CLASSES = [
  ['early-adopter', 'early adopters'],
  ['early-majority', 'early majority'],
  ['late-majority', 'late majority'],
  ['laggard', 'late adopters'],
] as const;

const DRAWS = 2_000;

export const thresholdsByAdopterClass: GalleryEntry = {
  id: 'thresholds-by-adopter-class',
  question: 'Who moves first, and who waits until others have?',
  reading:
    'A dot far left: these took it up when few of their contacts had. Late adopters have high thresholds for the simple reason that more people have adopted by then, so hold each dot against the stroke: left of it, they moved before their own contacts did; right of it, their contacts moved first. It does not say what persuaded them.',
  needs: ['adoptions', 'one-practice'],
  takes: ['practice', 'lagPeriods'],
  draw(records, options, execute): Chart {
    const { smallestGroup = SMALLEST_GROUP } = options;
    const asked: MeasureOptions = { ...measureOptions(options), metrics: ['adopter-class', 'threshold'] };
    const measured = measure(records, asked, execute);
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart =>
      nothingToDraw(thresholdsByAdopterClass.id, thresholdsByAdopterClass.question, reason, notes);
    const threshold = resultOf(measured, 'threshold', 'member');
    if (threshold?.reason != null) return nothing(threshold.reason);
    const context = contextFor(records, asked, execute);
    const adopters = adoptersOf(context)[0];
    const classOf = resultOf(measured, 'adopter-class', 'member')?.values ?? {};
    if (adopters === undefined) return nothing('no adoptions were measured');
    if (!Object.values(classOf).some((name) => name !== null)) return nothing('too few adopted, or all in one period');

    const rows = CLASSES.flatMap(([name, adoptersNamed]) => {
      const found = knownThresholds(context, adopters, (id) => classOf[id] === name);
      if (found.length < smallestGroup) return [];
      const shares = found.map((one) => one.threshold);
      const [low, high] = meanInterval(shares, context.random(`thresholds-by-adopter-class/${name}`));
      const row: ClassThreshold = {
        ...{ adopters: adoptersNamed, n: found.length, mean: meanOf(shares), low, high },
        byChance: meanOf(found.map((one) => one.byChance)),
      };
      return [row];
    });
    if (rows.length === 0) return nothing(`no class of adopters has ${smallestGroup} members with a threshold`);
    const title = titled(findingOf(adopters.practice, rows), measured);
    const description = `For each of ${rows.length} classes of adopters, a dot at the mean share of contacts who had taken it up when they did, with a 95 per cent interval, and a stroke at the share of all members who had.`;
    const lag = options.lagPeriods ?? 0;
    return {
      id: thresholdsByAdopterClass.id,
      title,
      description,
      spec: thresholdsByClass(rows, AXIS, title, description),
      rows: rows.map((row) => ({ practice: adopters.practice, ...row })),
      notes: [
        ...notes,
        `Classes by Rogers’ cuts of the time of adoption (mean and standard deviation); in brackets those with a threshold: who answered and names somebody.`,
        `Share of contacts ${lag === 0 ? 'by the end of the period of adoption' : `${lag} periods before adoption`}. Intervals: ${count(DRAWS)} bootstrap draws of members, seed ${measured.options.seed}.`,
        ...(rows.length < CLASSES.length
          ? [`Classes with fewer than ${smallestGroup} members with a threshold are not shown.`]
          : []),
      ],
    };
  },
};

const AXIS = 'Contacts who had taken it up when they did';

interface Known {
  threshold: number;
  /** The share of all others who had adopted at the same time. */
  byChance: number;
}

function knownThresholds(context: MetricContext, adopters: Adopters, isMeant: (id: string) => boolean): Known[] {
  const { graph, settings } = context;
  const cumulative = cumulativeCounts(adopters);
  return thresholdsOf(context, adopters).flatMap((one, v) => {
    if (!('value' in one) || !isMeant(graph.ids[v]!)) return [];
    const period = adopters.adopted[v]! - settings.lagPeriods;
    // Of the others: the member is among those who had adopted only where there is no lag.
    const others = cumulative[period]! - (settings.lagPeriods === 0 ? 1 : 0);
    return [{ threshold: one.value, byChance: others / Math.max(1, graph.n - 1) }];
  });
}

/** Said only of classes whose interval does not hold what chance would give. */
function findingOf(practice: string, rows: ClassThreshold[]): string {
  const before = rows.filter(({ high, byChance }) => high < byChance).map((row) => row.adopters);
  const after = rows.filter(({ low, byChance }) => low > byChance).map((row) => row.adopters);
  const parts = [
    ...(after.length === 0 ? [] : [`${list(after)} took it up when more of their contacts than of all members had`]),
    ...(before.length === 0 ? [] : [`${list(before)} took it up when fewer of their contacts than of all members had`]),
  ];
  if (parts.length > 0) return `${practice}: ${parts.join('; ')}`;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const shares =
    first === last
      ? `${percent(first.mean)} of contacts had when ${first.adopters} did`
      : `${percent(first.mean)} of contacts had when ${first.adopters} did, ${percent(last.mean)} when ${last.adopters} did`;
  return `${practice}: ${shares}, no more than of all members for certain`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Percentiles of the mean over draws of the same members with replacement. */
function meanInterval(values: readonly number[], random: Random): [number, number] {
  const means = Float64Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[random.below(values.length)]!;
    return sum / values.length;
  }).sort();
  const at = (share: number): number => means[Math.round(share * (DRAWS - 1))]!;
  return [at(0.025), at(0.975)];
}
