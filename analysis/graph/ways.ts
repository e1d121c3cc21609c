/**
 * What arrives at each member when everybody sends out 1 and passes on a fixed part of all that arrives: PageRank, Katz.
 *
 * y(v) = 1 + Σu p(u)·w(u,v)·y(u), u those who name v: the sum over all ways to v, however long. Solved as by Gauss and
 * Seidel: each member anew from the newest values of the others, until nothing changes. O(m) a step.
 *
 * PageRank has members who name nobody pass on evenly to all. That is one more addend, the same for everybody, so it
 * changes all values by one factor, which scaling to a sum of 1 takes out again: they may as well pass on nothing.
 * Del Corso, Gullí & Romani 2005, doi:10.1080/15427951.2005.10129108.
 */
import type { Adjacency, CompactGraph } from './compact.ts';

/** The share of what arrives that is passed on: the usual one. */
const DAMPING = 0.85;

/** The sum of all changes in a step, as a share of the sum of all values, at which they count as settled. */
const SETTLED = 1e-13;

/** No more than 0.85³⁰⁰, some 10⁻²¹, is then left of the error at the start: what still changes is rounding. */
const MOST_STEPS = 300;

/** The sum over all members is 1. A member's value is off by less than 6e-13 of that sum. */
export function pageRank(graph: CompactGraph, weighted: boolean): Float64Array {
  const { n, out } = graph;
  const passedOn = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const begin = out.offsets[v]!;
    const end = out.offsets[v + 1]!;
    let given = end - begin;
    if (weighted) {
      given = 0;
      for (let at = begin; at < end; at++) given += out.strengths[at]!;
    }
    passedOn[v] = given === 0 ? 0 : DAMPING / given;
  }
  const ranks = arriving(n, graph.in, weighted, passedOn, true);
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  return ranks.map((rank) => rank / total);
}

/** @param attenuation below 1/λ, λ the largest eigenvalue of the graph's union. */
export function katzScores(graph: CompactGraph, attenuation: number, weighted: boolean): Float64Array {
  return arriving(graph.n, graph.in, weighted, new Float64Array(graph.n).fill(attenuation), false);
}

/**
 * @param passedOn p, by member. With `anyScale` it is DAMPING ÷ what they give in all (0 for nothing), and the answer may
 * come out multiplied by any factor.
 */
function arriving(
  n: number,
  { offsets, targets, strengths }: Adjacency,
  weighted: boolean,
  passedOn: Float64Array,
  anyScale: boolean,
): Float64Array {
  const values = new Float64Array(n).fill(1);
  const passed = passedOn.slice();
  // What everybody sends out. Where scale does not matter, it is set after each step to what would keep the sum of all
  // values as it is: a sum that is still too small is what fades slowest, by 0.85 a step. In networks where that does
  // not pay (a star swings), it is left alone.
  let sent = 1;
  let balancing = anyScale;
  let changed = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    let change = 0;
    let total = 0;
    let ending = 0;
    for (let v = 0; v < n; v++) {
      const end = offsets[v + 1]!;
      let sum = sent;
      if (weighted) for (let at = offsets[v]!; at < end; at++) sum += strengths[at]! * passed[targets[at]!]!;
      else for (let at = offsets[v]!; at < end; at++) sum += passed[targets[at]!]!;
      change += Math.abs(sum - values[v]!);
      total += sum;
      if (passedOn[v] === 0) ending += sum;
      values[v] = sum;
      passed[v] = sum * passedOn[v]!;
    }
    if (change <= SETTLED * total) break;
    // The first step is from nowhere, so that its change says nothing.
    if (step > 1 && change > changed / 2) balancing = false;
    if (balancing) sent = (ending + (1 - DAMPING) * (total - ending)) / n;
    changed = change;
  }
  return values;
}
