/**
 * The log-rank test: whether groups come to an event at different times, with those in whom it was not seen censored.
 *
 * In each period, of r at risk d have the event; a group with r(g) at risk would have r(g)·d/r of them if groups did not
 * matter. Chi-square: the vector of observed less expected, summed over periods, through the inverse of its covariance,
 * Σ d·(r − d)/(r − 1) · r(g)/r · (δ(g, h) − r(h)/r); the last group follows from the others and is left out. As many
 * degrees of freedom as there are groups with anybody at risk, less one.
 * Mantel 1966, Cancer Chemotherapy Reports 50, 163–170; Harrington & Fleming 1982 (ρ = 0), doi:10.1093/biomet/69.3.553.
 */
import { chiSquareTail } from './chi-square.ts';

/** Per person. */
export interface Spells {
  group: ArrayLike<number>;
  /** The last period in which they were at risk: of the event, or of having been observed; below 0: never. */
  until: ArrayLike<number>;
  /** 1 where the event came in that period. */
  event: ArrayLike<number>;
}

export interface LogRank {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  /** Per group: events, and how many there would be if groups did not matter. */
  observed: number[];
  expected: number[];
}

/** @returns null where fewer than two groups are ever at risk together, or no event tells them apart. */
export function logRank(spells: Spells, groups: number): LogRank | null {
  const observed = new Array<number>(groups).fill(0);
  const expected = new Array<number>(groups).fill(0);
  const covariance = Array.from({ length: groups }, () => new Array<number>(groups).fill(0));
  for (const { atRisk, events } of periodsOf(spells, groups)) {
    const r = atRisk.reduce((sum, one) => sum + one, 0);
    const d = events.reduce((sum, one) => sum + one, 0);
    if (d === 0) continue;
    const spread = r < 2 ? 0 : (d * (r - d)) / (r - 1);
    for (let g = 0; g < groups; g++) {
      observed[g]! += events[g]!;
      expected[g]! += (atRisk[g]! * d) / r;
      for (let h = 0; h < groups; h++) {
        covariance[g]![h]! += spread * (atRisk[g]! / r) * ((g === h ? 1 : 0) - atRisk[h]! / r);
      }
    }
  }
  // As R does: a group of which nobody is at risk when anything happens has nothing to say.
  const told = expected.flatMap((one, g) => (one > 0 ? [g] : []));
  const free = told.slice(0, -1);
  if (free.length === 0) return null;
  const difference = free.map((g) => observed[g]! - expected[g]!);
  const solved = solve(
    free.map((g) => free.map((h) => covariance[g]![h]!)),
    difference,
  );
  if (solved === null) return null;
  const chiSquare = solved.reduce((sum, one, at) => sum + one * difference[at]!, 0);
  const degreesOfFreedom = free.length;
  return { chiSquare, degreesOfFreedom, p: chiSquareTail(chiSquare, degreesOfFreedom), observed, expected };
}

/** Who is at risk and who has the event, by group, in each period. */
function periodsOf({ group, until, event }: Spells, groups: number): { atRisk: number[]; events: number[] }[] {
  let last = -1;
  for (let at = 0; at < until.length; at++) last = Math.max(last, until[at]!);
  const none = () => new Array<number>(groups).fill(0);
  const periods = Array.from({ length: last + 1 }, () => ({ atRisk: none(), events: none() }));
  for (let at = 0; at < until.length; at++) {
    if (until[at]! < 0) continue;
    const g = group[at]!;
    periods[until[at]!]!.atRisk[g]!++;
    if (event[at] === 1) periods[until[at]!]!.events[g]!++;
  }
  // Who is at risk in a period was so in all before.
  for (let period = last - 1; period >= 0; period--) {
    for (let g = 0; g < groups; g++) periods[period]!.atRisk[g]! += periods[period + 1]!.atRisk[g]!;
  }
  return periods;
}

/** x of M·x = y by Gauss's elimination, the largest entry first; null where M has no inverse. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(rows[pivot]![column]!) <= 1e-12 * scale) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const times = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at++) rows[row]![at]! -= times * rows[column]![at]!;
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!);
}
