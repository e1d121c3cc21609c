/**
 * The largest eigenvalue of an undirected graph, with its vector: the dominant one among its components.
 */
import type { Adjacency, CompactGraph } from './compact.ts';
import { weakComponents } from './components.ts';
import { dominantEigenvector, type Eigenvector } from './lanczos.ts';

export interface DominantComponent extends Eigenvector {
  /** Members outside the component, who have 0. */
  outside: number;
  /** Other components with the same eigenvalue: with any, the vector is one of several that are as good. */
  rivals: number;
}

/** Eigenvalues this close, relative to themselves, count as the same. */
const SAME = 1e-9;

/** @returns null when the iteration does not settle, or no tie has any weight. */
export function dominantComponent({ n, out }: CompactGraph, weights: Float64Array | null): DominantComponent | null {
  if (weights === null) return dominantOf(n, out, null);
  const unit = unitOf(weights);
  if (unit === null) return null;
  const found = dominantOf(
    n,
    out,
    weights.map((weight) => weight / unit),
  );
  return found === null ? null : { ...found, eigenvalue: found.eigenvalue * unit };
}

/**
 * A power of two near the largest weight, by which dividing changes no digit. The iteration needs weights about 1: squares
 * of large ones overflow, and beside them the identity that stops a star from swinging counts for nothing.
 */
function unitOf(weights: Float64Array): number | null {
  const largest = weights.reduce((high, weight) => Math.max(high, weight), 0);
  return largest === 0 ? null : 2 ** Math.floor(Math.log2(largest));
}

function dominantOf(n: number, out: Adjacency, weights: Float64Array | null): DominantComponent | null {
  const position = new Int32Array(n);
  let best: { found: Eigenvector; members: Int32Array; rivals: number } | null = null;
  for (const members of membersByComponent(weakComponents(n, out))) {
    if (members.length < 2) continue;
    const piece = members.length === n ? { ...out, weights } : pieceOf(out, weights, members, position);
    // No eigenvalue is above the most that a member has: small pieces need not be looked at beside a large one.
    if (best !== null && mostOf(piece) < best.found.eigenvalue * (1 - SAME)) continue;
    const found = dominantEigenvector(piece, piece.weights);
    if (found === null) return null;
    const margin = SAME * found.eigenvalue;
    if (best === null || found.eigenvalue > best.found.eigenvalue + margin) best = { found, members, rivals: 0 };
    else if (found.eigenvalue >= best.found.eigenvalue - margin) best.rivals++;
  }
  if (best === null || best.found.eigenvalue <= 1e-12) return null;
  const vector = new Float64Array(n);
  for (const [at, v] of best.members.entries()) vector[v] = best.found.vector[at]!;
  return { vector, eigenvalue: best.found.eigenvalue, outside: n - best.members.length, rivals: best.rivals };
}

interface Piece extends Pick<Adjacency, 'offsets' | 'targets'> {
  weights: Float64Array | null;
}

/** A component as a graph of its own. @param position scratch space for the members' new numbers. */
function pieceOf(
  { offsets, targets }: Adjacency,
  weights: Float64Array | null,
  members: Int32Array,
  position: Int32Array,
): Piece {
  const begins = new Int32Array(members.length + 1);
  for (const [at, v] of members.entries()) {
    position[v] = at;
    begins[at + 1] = begins[at]! + offsets[v + 1]! - offsets[v]!;
  }
  const near = new Int32Array(begins[members.length]!);
  const weighing = weights === null ? null : new Float64Array(near.length);
  for (const [at, v] of members.entries()) {
    for (let tie = offsets[v]!, slot = begins[at]!; tie < offsets[v + 1]!; tie++, slot++) {
      near[slot] = position[targets[tie]!]!;
      if (weighing !== null) weighing[slot] = weights![tie]!;
    }
  }
  return { offsets: begins, targets: near, weights: weighing };
}

/** The largest sum of weights at a member. */
function mostOf({ offsets, weights }: Piece): number {
  let most = 0;
  for (let v = 0; v + 1 < offsets.length; v++) {
    let sum = offsets[v + 1]! - offsets[v]!;
    if (weights !== null) {
      sum = 0;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) sum += weights[at]!;
    }
    most = Math.max(most, sum);
  }
  return most;
}

/** The members of each component, ascending: a counting sort. */
function membersByComponent(component: Int32Array): Int32Array[] {
  const sizes: number[] = [];
  for (const number of component) sizes[number] = (sizes[number] ?? 0) + 1;
  const members = sizes.map((size) => new Int32Array(size));
  const filled = sizes.map(() => 0);
  for (const [v, number] of component.entries()) members[number]![filled[number]!++] = v;
  return members;
}
