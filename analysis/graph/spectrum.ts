/**
 * The largest eigenvalue of an undirected graph, with its vector: the dominant one among its components.
 */
import type { Adjacency, CompactGraph } from './compact.ts';
import { weakComponents } from './components.ts';
import { dominantEigenvector, type Eigenvector } from './power-iteration.ts';

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
  const component = weakComponents(n, out);
  const membersOf: number[][] = [];
  for (const [v, number] of component.entries()) {
    membersOf[number] ??= [];
    membersOf[number].push(v);
  }
  let best: DominantComponent | null = null;
  for (const members of membersOf) {
    if (members.length < 2) continue;
    const found = dominantEigenvector(n, out, weights, members);
    if (found === null) return null;
    const margin = SAME * found.eigenvalue;
    if (best === null || found.eigenvalue > best.eigenvalue + margin) {
      best = { ...found, outside: n - members.length, rivals: 0 };
    } else if (found.eigenvalue >= best.eigenvalue - margin) {
      best.rivals++;
    }
  }
  return best === null || best.eigenvalue <= 1e-12 ? null : best;
}
