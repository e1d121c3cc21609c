/**
 * Small groups are never shown: nothing that counts fewer people than the charter's smallest group, and nothing from
 * which such a count could be worked out.
 *
 * A total is public (everybody knows how many members there are), so hiding one cell hides nothing: it is the total less
 * the others. Therefore hidden cells together count at least the smallest group, and whoever knows the total, the shown
 * cells and what is said of the hidden ones ("fewer than 5", "not shown") still finds at least two possible values for
 * every hidden cell. The next smallest cell is hidden until that holds (complementary suppression; Hundepool et al. 2012,
 * Statistical Disclosure Control, ch. 4, doi:10.1002/9781118348239).
 */
import { byCodePoint } from './code-point.ts';

/** shown: as it is. fewer: under the smallest group, and said so. withheld: hidden to protect one that is. */
export type Protection = 'shown' | 'fewer' | 'withheld';

/** What a report holds in place of a number that it does not show. */
export type Suppressed = { readonly suppressed: 'fewer' | 'withheld' };

export interface ProtectOptions {
  /** The charter's smallest group. */
  smallest: number;
  /** The least a cell can count, as everybody knows: 1 for groups that have members, 0 for what may have happened to nobody. */
  atLeast: 0 | 1;
}

/** Decides which of several counts with a public total may be shown. In the order of `counts`. */
export function protectCounts(counts: readonly number[], options: ProtectOptions): Protection[] {
  const { smallest } = options;
  const order = counts.map((_, at) => at).sort((a, b) => counts[a]! - counts[b]! || a - b);
  let hidden = order.filter((at) => counts[at]! < smallest).length;
  if (hidden === 0) return counts.map(() => 'shown');

  const decide = (): Protection[] => {
    const result: Protection[] = counts.map(() => 'shown');
    for (const at of order.slice(0, hidden)) result[at] = counts[at]! < smallest ? 'fewer' : 'withheld';
    return result;
  };
  while (hidden < counts.length && !isSafe(counts, decide(), options)) hidden++;
  const decided = decide();
  if (isSafe(counts, decided, options)) return decided;
  // All are hidden, and "fewer than 5" itself gives them away (two groups of 4 in a network of 8): say nothing of any.
  return counts.map(() => 'withheld');
}

/** The range of values that a reader cannot rule out for each cell; the two ends are equal where it is shown. */
export function possibleRanges(
  counts: readonly number[],
  protection: readonly Protection[],
  { smallest, atLeast }: ProtectOptions,
): { low: number; high: number }[] {
  const nothingSaid = protection.every((kind) => kind === 'withheld');
  const limits = counts.map((count, at) => {
    if (protection[at] === 'shown') return { low: count, high: count };
    if (protection[at] === 'fewer') return { low: atLeast, high: smallest - 1 };
    return { low: nothingSaid ? atLeast : smallest, high: Number.POSITIVE_INFINITY };
  });
  const total = sum(counts);
  const others = (at: number, end: 'low' | 'high'): number =>
    sum(limits.map((limit, other) => (other === at ? 0 : limit[end])));
  return limits.map(({ low, high }, at) => ({
    low: Math.max(low, total - others(at, 'high')),
    high: Math.min(high, total - others(at, 'low')),
  }));
}

export interface ProtectedGroups {
  /** Per group, in code-point order: whether it may be named with its figures. */
  protection: Record<string, Protection>;
  /** What to count and draw a member's group as: its own name, or the name for all that are not shown. */
  shownAs: (group: string) => string;
  /** Groups with figures of their own, then the joint one where there is one. */
  names: string[];
  /** Members by name in `names`. */
  sizes: Record<string, number>;
  /** Fewer than two groups are left, so that nothing can be said by group. */
  nothingByGroup: boolean;
}

/** Not only small ones are in it: some are there to protect them. */
export const JOINT_GROUP = 'others together';

/** Joins the groups that may not be shown into one, so that tables and pictures still add up to the whole network. */
export function protectGroups(sizes: Record<string, number>, smallest: number): ProtectedGroups {
  const groups = Object.keys(sizes).sort(byCodePoint);
  const decided = protectCounts(
    groups.map((group) => sizes[group]!),
    { smallest, atLeast: 1 },
  );
  const protection = Object.fromEntries(groups.map((group, at) => [group, decided[at]!]));
  // A group that happens to have the joint group's name is joined, too: its figures would be taken for those of all.
  const isShown = (group: string): boolean =>
    group !== JOINT_GROUP && Object.hasOwn(protection, group) && protection[group] === 'shown';
  const shown = groups.filter(isShown);
  const joint = sum(groups.filter((group) => !isShown(group)).map((group) => sizes[group]!));
  const names = joint > 0 ? [...shown, JOINT_GROUP] : shown;
  return {
    protection,
    shownAs: (group) => (isShown(group) ? group : JOINT_GROUP),
    names,
    sizes: Object.fromEntries(names.map((name) => [name, name === JOINT_GROUP ? joint : sizes[name]!])),
    nothingByGroup: names.length < 2,
  };
}

/** A count of people that stands alone: itself, or that it is fewer than the smallest group. Nobody is fewer, too. */
export function protectCount(count: number, smallest: number): number | Suppressed {
  return count < smallest ? { suppressed: 'fewer' } : count;
}

/**
 * A count that grows over time, thinned to the points at which at least `smallest` more are counted than at the point
 * shown before. Neighbouring points, and neighbouring reports, then never give away a change of fewer people: which
 * points are shown depends on the past alone.
 */
export function protectGrowth<Point>(
  points: readonly Point[],
  count: (point: Point) => number,
  smallest: number,
): Point[] {
  const shown: Point[] = [];
  let last = 0;
  for (const point of points) {
    if (count(point) - last < smallest) continue;
    shown.push(point);
    last = count(point);
  }
  return shown;
}

export function isSuppressed(value: unknown): value is Suppressed {
  return typeof value === 'object' && value !== null && 'suppressed' in value;
}

function isSafe(counts: readonly number[], protection: readonly Protection[], options: ProtectOptions): boolean {
  const hidden = counts.filter((_, at) => protection[at] !== 'shown');
  if (hidden.length === 0) return true;
  if (sum(hidden) < options.smallest) return false;
  const ranges = possibleRanges(counts, protection, options);
  return ranges.every(({ low, high }, at) => protection[at] === 'shown' || high > low);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
