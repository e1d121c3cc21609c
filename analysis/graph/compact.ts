/**
 * The network as integers in typed arrays: what every metric is computed on.
 *
 * Members are numbered 0…n−1 in the order of `ids`. The members whom `v` names are
 * `targets[offsets[v]] … targets[offsets[v + 1] − 1]`, ascending. One small block of memory read in order is what makes
 * a measurement of thousands of members take milliseconds; objects and maps are ten to a hundred times slower.
 */
import type { MeasurableRecords } from '../../data/records/index.ts';
import { type Adjacency, group, transpose } from './adjacency.ts';
import { type SelectedTies, select } from './select.ts';
import type { Selection } from './selection.ts';

export type { Adjacency };

export interface CompactGraph {
  directed: boolean;
  ids: readonly string[];
  /** Members. */
  n: number;
  /** Ties: arcs when directed, pairs when not. */
  m: number;
  /** Whom each member names; when undirected, everybody tied to them. */
  out: Adjacency;
  /** Who names each member; the same arrays as `out` when undirected. */
  in: Adjacency;
}

export interface Arcs {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  strength: ArrayLike<number>;
}

/** Builds the integer adjacency of the records that a selection chooses. */
export function compact(records: MeasurableRecords, selection: Selection = {}): CompactGraph {
  return compactSelected(select(records, selection), selection.undirected ?? false);
}

export function compactSelected(ties: SelectedTies, undirected: boolean): CompactGraph {
  const directed = fromSortedArcs(ties.ids, ties);
  return undirected ? unionOf(directed) : directed;
}

/** A directed graph of arcs that hold no self-tie and no duplicate, in any order. */
export function fromArcs(ids: readonly string[], arcs: Arcs): CompactGraph {
  const incoming = group(ids.length, arcs.to, arcs.from, arcs.strength);
  const out = transpose(ids.length, incoming);
  return { directed: true, ids, n: ids.length, m: arcs.from.length, out, in: transpose(ids.length, out) };
}

/** As `fromArcs`, of arcs in order of from, then to: as they are, they are the lists of whom each member names. */
function fromSortedArcs(ids: readonly string[], ties: SelectedTies): CompactGraph {
  const { from, to, strength } = ties;
  const offsets = new Int32Array(ids.length + 1);
  for (let at = 0; at < from.length; at++) offsets[from[at]! + 1]!++;
  for (let v = 0; v < ids.length; v++) offsets[v + 1]! += offsets[v]!;
  const out = { offsets, targets: to, strengths: strength };
  // Where each tie counts 1, one list of ones says so on both sides.
  const isPlain = ties.strengthStated === 'none' && ties.parallelTiesCollapsed === 0;
  const incoming = isPlain
    ? { ...transpose(ids.length, { ...out, strengths: null }), strengths: strength }
    : transpose(ids.length, out);
  return { directed: true, ids, n: ids.length, m: from.length, out, in: incoming };
}

/** The undirected graph in which a pair is tied if either names the other; strengths of the two directions add. */
export function unionOf(graph: CompactGraph): CompactGraph {
  if (!graph.directed) return graph;
  const { n } = graph;
  const offsets = new Int32Array(n + 1);
  const targets = new Int32Array(2 * graph.m);
  const strengths = new Float64Array(2 * graph.m);
  let end = 0;
  for (let v = 0; v < n; v++) {
    let a = graph.out.offsets[v]!;
    let b = graph.in.offsets[v]!;
    const aEnd = graph.out.offsets[v + 1]!;
    const bEnd = graph.in.offsets[v + 1]!;
    while (a < aEnd || b < bEnd) {
      const named = a < aEnd ? graph.out.targets[a]! : n;
      const naming = b < bEnd ? graph.in.targets[b]! : n;
      targets[end] = Math.min(named, naming);
      if (named <= naming) strengths[end]! += graph.out.strengths[a++]!;
      if (naming <= named) strengths[end]! += graph.in.strengths[b++]!;
      end++;
    }
    offsets[v + 1] = end;
  }
  const both =
    end === targets.length
      ? { offsets, targets, strengths }
      : { offsets, targets: targets.slice(0, end), strengths: strengths.slice(0, end) };
  return { directed: false, ids: graph.ids, n, m: end / 2, out: both, in: both };
}

/** How many others a member is tied to in one direction. */
export function degreeOf(adjacency: Adjacency, v: number): number {
  return adjacency.offsets[v + 1]! - adjacency.offsets[v]!;
}

/** Whether `v` has `w` in its list: binary search, lists being ascending. */
export function hasTie(adjacency: Adjacency, v: number, w: number): boolean {
  let low = adjacency.offsets[v]!;
  let high = adjacency.offsets[v + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = adjacency.targets[middle]!;
    if (found === w) return true;
    if (found < w) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Calls back for every tie: each arc once, and of an undirected pair the one with the smaller number first. */
export function forEachTie(graph: CompactGraph, visit: (from: number, to: number, strength: number) => void): void {
  const { offsets, targets, strengths } = graph.out;
  for (let v = 0; v < graph.n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const w = targets[at]!;
      if (graph.directed || v < w) visit(v, w, strengths[at]!);
    }
  }
}
