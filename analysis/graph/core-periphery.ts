/**
 * Into which core and periphery an undirected graph falls best: the split whose ideal pattern correlates most with the ties.
 *
 * Two ideals of Borgatti & Everett 1999, doi:10.1016/S0378-8733(99)00019-2. Covered: every pair with somebody of the core
 * is tied, no other is. Within: every pair within the core is tied, none within the periphery is, and pairs across are not
 * looked at. Both are 2 × 2 tables of pairs, so that the correlation follows from four numbers: members and ties of core
 * and periphery. Moving one member changes them by that member's ties alone.
 *
 * Finding the best split is NP-hard. This search starts from the best prefix of members by degree and by core number, and
 * for the second ideal from the circles around single members, as a small dense core need not have those with the most
 * contacts. It goes on as Kernighan and Lin do: move the member whose move is best (or least bad), do not touch them again,
 * and in the end keep the best of all splits on the way; until no round gains. Then it shakes the best split and tries
 * again, a fixed number of times. Above `MOST_FOR_ROUNDS` members, single moves that gain must do. O(n²) a round, O(n + m)
 * a sweep.
 */
import type { Random } from '../inference/random.ts';
import { type CompactGraph, degreeOf } from './compact.ts';
import { coreNumbers } from './cores.ts';
import { pairsAmong } from './known.ts';

export type CorePattern = 'covered' | 'within';

export interface CoreSplit {
  /** Per member, 1 in the core. */
  core: Uint8Array;
  correlation: number;
}

const MOST_FOR_ROUNDS = 2_000;

/** Members whose own circle of contacts is tried as a core, those with the most contacts first. */
const CIRCLES = 40;

/** Times the best split is shaken. */
const SHAKES = 10;

/** Gains below this are rounding. */
const SAME = 1e-12;

/** @returns null where no split has a correlation: no ties, all ties, or too few members for a pattern. */
export function bestCoreSplit(graph: CompactGraph, pattern: CorePattern, random: Random): CoreSplit | null {
  const search = new CoreSearch(graph, pattern);
  const degrees = Int32Array.from({ length: graph.n }, (_, v) => degreeOf(graph.out, v));
  const cores = coreNumbers(graph.n, graph.out);
  const members = [...degrees.keys()];
  const starts = [
    members.toSorted((a, b) => degrees[b]! - degrees[a]! || a - b),
    members.toSorted((a, b) => cores[b]! - cores[a]! || degrees[b]! - degrees[a]! || a - b),
  ];
  let best: CoreSplit | null = null;
  const tryFrom = (start: CoreSplit | null): void => {
    const found = start === null ? null : search.improve(start);
    if (found !== null && (best === null || found.correlation > best.correlation + SAME)) best = found;
  };
  for (const order of starts) tryFrom(search.bestPrefix(order));
  if (pattern === 'within' && graph.n <= MOST_FOR_ROUNDS) {
    for (const v of starts[0]!.slice(0, CIRCLES)) tryFrom(search.circleOf(v));
  }
  for (let shake = 0; shake < SHAKES && graph.n <= MOST_FOR_ROUNDS; shake++) {
    const from: CoreSplit | null = best;
    tryFrom(from === null ? null : search.shaken(from, random));
  }
  return best;
}

/** The correlation of a given split, from the definition's four numbers; null where it is not defined. */
export function coreCorrelation(graph: CompactGraph, pattern: CorePattern, core: Uint8Array): number | null {
  const search = new CoreSearch(graph, pattern);
  search.load(core);
  return search.correlation();
}

class CoreSearch {
  private readonly graph: CompactGraph;
  private readonly pattern: CorePattern;
  private core: Uint8Array;
  /** Per member, how many of their contacts are in the core. */
  private readonly tiesToCore: Int32Array;
  private size = 0;
  private tiesInCore = 0;
  private tiesInPeriphery = 0;

  constructor(graph: CompactGraph, pattern: CorePattern) {
    this.graph = graph;
    this.pattern = pattern;
    this.core = new Uint8Array(graph.n);
    this.tiesToCore = new Int32Array(graph.n);
    this.load(this.core);
  }

  load(core: Uint8Array): void {
    this.core = new Uint8Array(this.graph.n);
    this.tiesToCore.fill(0);
    this.size = 0;
    this.tiesInCore = 0;
    this.tiesInPeriphery = this.graph.m;
    for (const [v, inCore] of core.entries()) if (inCore === 1) this.move(v);
  }

  correlation(): number | null {
    return this.correlationOf(this.size, this.tiesInCore, this.tiesInPeriphery);
  }

  bestPrefix(order: readonly number[]): CoreSplit | null {
    this.load(new Uint8Array(this.graph.n));
    let best: number | null = null;
    let length = 0;
    for (const [at, v] of order.entries()) {
      this.move(v);
      const correlation = this.correlation();
      if (correlation === null || (best !== null && correlation <= best + SAME)) continue;
      best = correlation;
      length = at + 1;
    }
    if (best === null) return null;
    const core = new Uint8Array(this.graph.n);
    for (const v of order.slice(0, length)) core[v] = 1;
    return { core, correlation: best };
  }

  /** A member with all contacts as the core. */
  circleOf(v: number): CoreSplit | null {
    const { offsets, targets } = this.graph.out;
    const core = new Uint8Array(this.graph.n);
    core[v] = 1;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) core[targets[at]!] = 1;
    return this.split(core);
  }

  /** A copy in which about one in eight members, at least two, changed sides; null where that has no correlation. */
  shaken({ core }: CoreSplit, random: Random): CoreSplit | null {
    const other = core.slice();
    for (let moves = Math.max(2, other.length >> 3); moves > 0; moves--) {
      const v = random.below(other.length);
      other[v] = 1 - other[v]!;
    }
    return this.split(other);
  }

  private split(core: Uint8Array): CoreSplit | null {
    this.load(core);
    const correlation = this.correlation();
    return correlation === null ? null : { core, correlation };
  }

  improve(start: CoreSplit): CoreSplit {
    this.load(start.core);
    let best = start.correlation;
    for (;;) {
      const reached = this.graph.n <= MOST_FOR_ROUNDS ? this.round(best) : this.sweep(best);
      if (reached <= best + SAME) return { core: this.core.slice(), correlation: best };
      best = reached;
    }
  }

  /** Moves every member once, the best first, and goes back to the best split on the way. */
  private round(from: number): number {
    const { n } = this.graph;
    // A round that has not gained for so long hardly ever will.
    const patience = 10 + 2 * Math.ceil(Math.sqrt(n));
    const locked = new Uint8Array(n);
    const moved: number[] = [];
    let best = from;
    let kept = 0;
    while (moved.length < n && moved.length - kept < patience) {
      const next = this.bestMove(locked);
      if (next === null) break;
      locked[next.member] = 1;
      this.move(next.member);
      moved.push(next.member);
      if (next.correlation > best + SAME) [best, kept] = [next.correlation, moved.length];
    }
    for (const v of moved.slice(kept).reverse()) this.move(v);
    return best;
  }

  private sweep(from: number): number {
    let best = from;
    for (let v = 0; v < this.graph.n; v++) {
      const correlation = this.correlationAfter(v);
      if (correlation === null || correlation <= best + SAME) continue;
      this.move(v);
      best = correlation;
    }
    return best;
  }

  private bestMove(locked: Uint8Array): { member: number; correlation: number } | null {
    let best: { member: number; correlation: number } | null = null;
    for (let v = 0; v < this.graph.n; v++) {
      if (locked[v] === 1) continue;
      const correlation = this.correlationAfter(v);
      if (correlation === null || (best !== null && correlation <= best.correlation)) continue;
      best = { member: v, correlation };
    }
    return best;
  }

  private correlationAfter(v: number): number | null {
    const toCore = this.tiesToCore[v]!;
    const toPeriphery = degreeOf(this.graph.out, v) - toCore;
    return this.core[v] === 1
      ? this.correlationOf(this.size - 1, this.tiesInCore - toCore, this.tiesInPeriphery + toPeriphery)
      : this.correlationOf(this.size + 1, this.tiesInCore + toCore, this.tiesInPeriphery - toPeriphery);
  }

  private move(v: number): void {
    const { offsets, targets } = this.graph.out;
    const toCore = this.tiesToCore[v]!;
    const toPeriphery = degreeOf(this.graph.out, v) - toCore;
    const step = this.core[v] === 1 ? -1 : 1;
    this.core[v] = 1 - this.core[v]!;
    this.size += step;
    this.tiesInCore += step * toCore;
    this.tiesInPeriphery -= step * toPeriphery;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) this.tiesToCore[targets[at]!]! += step;
  }

  private correlationOf(size: number, inCore: number, inPeriphery: number): number | null {
    const { n, m } = this.graph;
    const all = pairsAmong(n);
    const within = pairsAmong(size);
    const outside = pairsAmong(n - size);
    return this.pattern === 'covered'
      ? phi(all, m, all - outside, m - inPeriphery)
      : phi(within + outside, inCore + inPeriphery, within, inCore);
  }
}

/** The correlation of two yes-or-no properties of pairs: how many have the one, the other, and both. */
function phi(pairs: number, one: number, other: number, both: number): number | null {
  const spread = one * (pairs - one) * other * (pairs - other);
  return spread <= 0 ? null : (both * pairs - one * other) / Math.sqrt(spread);
}
