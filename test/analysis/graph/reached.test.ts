import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unionOf } from '../../../analysis/graph/compact.ts';
import { createReached } from '../../../analysis/graph/reached.ts';
import { graphOf, networks, type Strengths, sumOf } from './random-graphs.ts';

/** Floyd and Warshall, then the nearest of the set. */
function nearnessTwin(strengths: Strengths, set: number[]): number {
  const tied = (v: number, w: number) => strengths[v]![w]! > 0 || strengths[w]![v]! > 0;
  const d = strengths.map((row, v) => row.map((_, w) => (v === w ? 0 : tied(v, w) ? 1 : Number.POSITIVE_INFINITY)));
  for (const k of d.keys()) {
    for (const i of d.keys()) for (const j of d.keys()) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  }
  return sumOf(d.map((row) => 1 / Math.max(1, Math.min(...set.map((v) => row[v]!)))));
}

describe('a growing set is as near to everybody as distances say', () => {
  it('on random networks, member by member', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        const union = unionOf(graphOf(strengths));
        const reached = createReached(union.n, union.out);
        const set: number[] = [];
        for (const v of strengths.keys()) {
          const before = set.length === 0 ? 0 : nearnessTwin(strengths, set);
          for (const other of strengths.keys()) {
            expect(reached.gainOf(other)).toBeCloseTo(nearnessTwin(strengths, [...set, other]) - before, 12);
          }
          reached.add(v);
          set.push(v);
        }
      }),
    );
  });
});
