/**
 * Lists of neighbours in typed arrays, and the one way in which they are made: a counting sort, O(n + m), stable, without
 * a comparison or an object.
 */
export interface Adjacency {
  /** Where each member's list begins, and at the end where one more would. */
  offsets: Int32Array;
  targets: Int32Array;
  strengths: Float64Array;
}

/** Arcs by key (0 … n − 1); those with the same key stay in their order. */
export function group(
  n: number,
  keys: ArrayLike<number>,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): Adjacency {
  const offsets = new Int32Array(n + 1);
  for (let at = 0; at < keys.length; at++) offsets[keys[at]! + 1]!++;
  for (let v = 0; v < n; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice(0, n);
  const targets = new Int32Array(keys.length);
  const strengths = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const slot = next[keys[at]!]!++;
    targets[slot] = values[at]!;
    strengths[slot] = weights[at]!;
  }
  return { offsets, targets, strengths };
}

export interface ArcList {
  sources: Int32Array;
  targets: Int32Array;
  strengths: Float64Array;
}

/** The arcs of an adjacency as a list, in its order; arrays are shared with it. */
export function listArcs(n: number, { offsets, targets, strengths }: Adjacency): ArcList {
  const sources = new Int32Array(targets.length);
  for (let v = 0; v < n; v++) sources.fill(v, offsets[v]!, offsets[v + 1]!);
  return { sources, targets, strengths };
}
