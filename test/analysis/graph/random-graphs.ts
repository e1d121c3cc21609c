/**
 * Small random networks of every kind for the twins: matrices of who names whom, how strongly, with isolates, stars and
 * several components among them.
 */
import fc from 'fast-check';
import { type CompactGraph, fromArcs } from '../../../analysis/graph/compact.ts';

/** Strengths of ties by member and member; 0: no tie. */
export type Strengths = number[][];

/** Sparse ones fall into pieces, dense ones have all kinds of triads; a star is laid over some. */
export const networks: fc.Arbitrary<Strengths> = fc
  .record({
    n: fc.integer({ min: 1, max: 9 }),
    density: fc.constantFrom(0.1, 0.3, 0.6, 1),
    star: fc.boolean(),
    strengths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 81, maxLength: 81 }),
    draws: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 81, maxLength: 81 }),
  })
  .map(({ n, density, star, strengths, draws }) =>
    Array.from({ length: n }, (_, v) =>
      Array.from({ length: n }, (_, w) => {
        const isTied = v !== w && (draws[v * 9 + w]! < density || (star && v === 0));
        return isTied ? strengths[v * 9 + w]! : 0;
      }),
    ),
  );

export function graphOf(strengths: Strengths): CompactGraph {
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  for (const [v, row] of strengths.entries()) {
    for (const [w, strength] of row.entries()) {
      if (strength === 0) continue;
      arcs.from.push(v);
      arcs.to.push(w);
      arcs.strength.push(strength);
    }
  }
  const ids = strengths.map((_, v) => `m${v}`);
  return fromArcs(ids, arcs);
}

/** Both directions added: the union's matrix. */
export function bothWays(strengths: Strengths): Strengths {
  return strengths.map((row, v) => row.map((strength, w) => strength + strengths[w]![v]!));
}

export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Every value as near its twin as rounding allows. */
export function distance(ours: ArrayLike<number>, twins: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < twins.length; at++) {
    const scale = Math.max(Math.abs(twins[at]!), 1e-3);
    most = Math.max(most, Math.abs(ours[at]! - twins[at]!) / scale);
  }
  return most;
}
