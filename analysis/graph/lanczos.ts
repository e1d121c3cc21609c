/**
 * The dominant eigenvector of a connected undirected graph's adjacency matrix A, by Lanczos' method with restarts.
 *
 * From a vector x, the products A·x, A·(A·x) … span a space in which A is a tridiagonal matrix T of a few rows. Its
 * largest eigenvalue and vector are the best that the space holds. Where multiplying again and again alone (power iteration)
 * needs a thousand steps because the two largest eigenvalues are close, this takes some dozens: a grid or a long chain of
 * circles settles like a dense network. After STEPS products the best vector so far is a new start, which bounds memory.
 *
 * Products lose their independence in floating point only when an eigenvector has been found, and then this ends: so
 * nothing is made independent again. O(m) a product. Lanczos 1950, doi:10.6028/jres.045.026; Paige 1980,
 * doi:10.1016/0024-3795(80)90167-6.
 */
import type { Adjacency } from './compact.ts';

export interface Eigenvector {
  /** Length 1, entries at least 0. */
  vector: Float64Array;
  eigenvalue: number;
}

/** Products before a new start. */
const STEPS = 60;

/** Reached only when the two largest eigenvalues are nearly equal; the caller then has no answer to give. */
const MOST_STARTS = 1_000;

/** The length of A·x − λ·x, as a share of λ, at which x counts as settled. */
const SETTLED = 1e-13;

/**
 * @param weights of ties as they stand in the adjacency, at least 0; null: all are 1.
 * @returns null when it did not settle.
 */
export function dominantEigenvector(
  adjacency: Pick<Adjacency, 'offsets' | 'targets'>,
  weights: Float64Array | null,
): Eigenvector | null {
  const n = adjacency.offsets.length - 1;
  const basis: Float64Array[] = [new Float64Array(n).fill(1 / Math.sqrt(n))];
  for (let start = 0; start < MOST_STARTS; start++) {
    const { rows, eigenvalue, settled } = span(adjacency, weights, basis);
    const vector = combined(basis, rows);
    if (settled) return { vector, eigenvalue };
    basis[0] = vector;
  }
  return null;
}

interface Best {
  /** T's dominant eigenvector: how much of each basis vector the best vector holds. */
  rows: Float64Array;
  eigenvalue: number;
  settled: boolean;
}

/** Multiplies on from `basis[0]` until the best vector settles, or STEPS times; fills `basis` on the way. */
function span(
  adjacency: Pick<Adjacency, 'offsets' | 'targets'>,
  weights: Float64Array | null,
  basis: Float64Array[],
): Best {
  const diagonal: number[] = [];
  const beside: number[] = [];
  for (let step = 0; ; step++) {
    const here = basis[step]!;
    const before = step === 0 ? null : basis[step - 1]!;
    const next = basis[step + 1] ?? new Float64Array(here.length);
    basis[step + 1] = next;
    diagonal[step] = multiply(adjacency, weights, here, next);
    beside[step] = makeIndependent(next, here, diagonal[step]!, before, step === 0 ? 0 : beside[step - 1]!);
    const eigenvalue = largestEigenvalue(diagonal, beside);
    const rows = eigenvectorOf(diagonal, beside, eigenvalue);
    const settled = beside[step]! * rows[step]! <= SETTLED * eigenvalue;
    if (settled || step + 1 === STEPS) return { rows, eigenvalue, settled };
    for (let v = 0; v < next.length; v++) next[v]! /= beside[step]!;
  }
}

/** Writes A·x to `product`. @returns x · A·x. */
function multiply(
  { offsets, targets }: Pick<Adjacency, 'offsets' | 'targets'>,
  weights: Float64Array | null,
  x: Float64Array,
  product: Float64Array,
): number {
  let dot = 0;
  for (let v = 0; v < x.length; v++) {
    const end = offsets[v + 1]!;
    let sum = 0;
    if (weights === null) for (let at = offsets[v]!; at < end; at++) sum += x[targets[at]!]!;
    else for (let at = offsets[v]!; at < end; at++) sum += weights[at]! * x[targets[at]!]!;
    product[v] = sum;
    dot += sum * x[v]!;
  }
  return dot;
}

/** Takes out of `next` what it has of the two vectors before it. @returns the length of what is left. */
function makeIndependent(
  next: Float64Array,
  here: Float64Array,
  ofHere: number,
  before: Float64Array | null,
  ofBefore: number,
): number {
  let squares = 0;
  for (let v = 0; v < next.length; v++) {
    const left = next[v]! - ofHere * here[v]! - (before === null ? 0 : ofBefore * before[v]!);
    next[v] = left;
    squares += left * left;
  }
  return Math.sqrt(squares);
}

/** Of T, to the last bit, by halving: λ is above all eigenvalues when every pivot of λ·I − T is above 0. */
function largestEigenvalue(diagonal: readonly number[], beside: readonly number[]): number {
  const last = diagonal.length - 1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row <= last; row++) {
    const sides = (row > 0 ? beside[row - 1]! : 0) + (row < last ? beside[row]! : 0);
    low = Math.max(low, diagonal[row]!);
    high = Math.max(high, diagonal[row]! + sides);
  }
  let middle = (low + high) / 2;
  while (low < middle && middle < high) {
    if (isAboveAll(diagonal, beside, middle)) high = middle;
    else low = middle;
    middle = low + (high - low) / 2;
  }
  return high;
}

function isAboveAll(diagonal: readonly number[], beside: readonly number[], value: number): boolean {
  let pivot = value - diagonal[0]!;
  for (let row = 1; pivot > 0 && row < diagonal.length; row++) {
    pivot = value - diagonal[row]! - (beside[row - 1]! * beside[row - 1]!) / pivot;
  }
  return pivot > 0;
}

/** Of T, length 1: from the last row up, the direction in which entries grow and rounding does not. */
function eigenvectorOf(diagonal: readonly number[], beside: readonly number[], eigenvalue: number): Float64Array {
  const rows = new Float64Array(diagonal.length);
  const last = rows.length - 1;
  rows[last] = 1;
  for (let row = last; row > 0; row--) {
    const below = row === last ? 0 : beside[row]! * rows[row + 1]!;
    rows[row - 1] = ((eigenvalue - diagonal[row]!) * rows[row]! - below) / beside[row - 1]!;
  }
  const length = Math.hypot(...rows);
  return rows.map((entry) => entry / length);
}

/** Entries that are 0 but for rounding may come out a little below it. */
function combined(basis: readonly Float64Array[], rows: Float64Array): Float64Array {
  const vector = new Float64Array(basis[0]!.length);
  for (let step = 0; step < rows.length; step++) {
    const part = rows[step]!;
    const from = basis[step]!;
    for (let v = 0; v < vector.length; v++) vector[v]! += part * from[v]!;
  }
  let squares = 0;
  for (const entry of vector) squares += entry * entry;
  const length = Math.sqrt(squares);
  return vector.map((entry) => Math.abs(entry) / length);
}
