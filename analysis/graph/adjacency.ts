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

/** The same where arcs may have no strengths. */
export type Lists<Weights extends ArrayLike<number> | null> = Omit<Adjacency, 'strengths'> & {
  strengths: Weights extends null ? null : Float64Array;
};

/** Arcs by key (0 … n − 1); those with the same key stay in their order. */
export function group<Weights extends ArrayLike<number> | null>(
  n: number,
  keys: ArrayLike<number>,
  values: ArrayLike<number>,
  weights: Weights,
): Lists<Weights> {
  const offsets = new Int32Array(n + 1);
  for (let at = 0; at < keys.length; at++) offsets[keys[at]! + 1]!++;
  for (let v = 0; v < n; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice(0, n);
  const targets = new Int32Array(keys.length);
  const strengths = weights === null ? null : new Float64Array(keys.length);
  if (weights === null || strengths === null) {
    for (let at = 0; at < keys.length; at++) targets[next[keys[at]!]!++] = values[at]!;
  } else {
    for (let at = 0; at < keys.length; at++) {
      const slot = next[keys[at]!]!++;
      targets[slot] = values[at]!;
      strengths[slot] = weights[at]!;
    }
  }
  return { offsets, targets, strengths } as Lists<Weights>;
}

/**
 * The lists of the other ends, each of them ascending: members are taken in order, and whoever comes first is written
 * first.
 */
export function transpose<Strengths extends Float64Array | null>(
  n: number,
  { offsets, targets, strengths }: Omit<Adjacency, 'strengths'> & { strengths: Strengths },
): Lists<Strengths> {
  const begins = new Int32Array(n + 1);
  for (let at = 0; at < targets.length; at++) begins[targets[at]! + 1]!++;
  for (let v = 0; v < n; v++) begins[v + 1]! += begins[v]!;
  const next = begins.slice(0, n);
  const sources = new Int32Array(targets.length);
  const moved = strengths === null ? null : new Float64Array(targets.length);
  for (let v = 0; v < n; v++) {
    const end = offsets[v + 1]!;
    for (let at = offsets[v]!; at < end; at++) {
      const slot = next[targets[at]!]!++;
      sources[slot] = v;
      if (moved !== null) moved[slot] = strengths![at]!;
    }
  }
  return { offsets: begins, targets: sources, strengths: moved } as Lists<Strengths>;
}
