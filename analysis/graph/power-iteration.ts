/**
 * The dominant eigenvector of an undirected graph's adjacency matrix, component by component.
 *
 * Each step multiplies by A + I and scales to length 1. The added identity keeps the vector and makes the iteration
 * settle on bipartite graphs too (a star would otherwise swing for ever). Cost O(m) a step.
 */
import type { Adjacency } from './compact.ts';

/** Reached only when the two largest eigenvalues are nearly equal; the caller then has no answer to give. */
const MOST_STEPS = 100_000;

/** The largest change of any entry at which the vector counts as settled. */
const SETTLED = 1e-14;

export interface Eigenvector {
  /** Length 1, entries at least 0, and 0 outside the given members. */
  vector: Float64Array;
  eigenvalue: number;
}

/** @returns null when it did not settle. */
export function dominantEigenvector(
  n: number,
  { offsets, targets }: Adjacency,
  weights: Float64Array | null,
  component: ArrayLike<number>,
): Eigenvector | null {
  let vector = new Float64Array(n);
  for (let at = 0; at < component.length; at++) vector[component[at]!] = 1 / Math.sqrt(component.length);
  let next = new Float64Array(n);
  for (let step = 0; step < MOST_STEPS; step++) {
    let squares = 0;
    for (let at = 0; at < component.length; at++) {
      const v = component[at]!;
      let sum = vector[v]!;
      for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
        sum += (weights === null ? 1 : weights[tie]!) * vector[targets[tie]!]!;
      }
      next[v] = sum;
      squares += sum * sum;
    }
    const length = Math.sqrt(squares);
    let change = 0;
    for (let at = 0; at < component.length; at++) {
      const v = component[at]!;
      next[v]! /= length;
      change = Math.max(change, Math.abs(next[v]! - vector[v]!));
    }
    [vector, next] = [next, vector];
    if (change <= SETTLED * length) return { vector, eigenvalue: length - 1 };
  }
  return null;
}
