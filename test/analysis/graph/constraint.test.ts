import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unionOf } from '../../../analysis/graph/compact.ts';
import { constraintOf } from '../../../analysis/graph/constraint.ts';
import { bothWays, distance, graphOf, networks, type Strengths, sumOf } from './random-graphs.ts';

/** Burt's formula, word by word. */
function constraintTwin(contact: Strengths): number[] {
  const share = (i: number, j: number): number => contact[i]![j]! / sumOf(contact[i]!);
  return contact.map((row, i) => {
    if (sumOf(row) === 0) return Number.NaN;
    let constraint = 0;
    for (const [j, amount] of row.entries()) {
      if (amount === 0) continue;
      let bound = share(i, j);
      for (const q of row.keys()) if (row[q]! > 0 && q !== j) bound += share(i, q) * share(q, j);
      constraint += bound ** 2;
    }
    return constraint;
  });
}

describe('constraint by triangles is the constraint of the formula', () => {
  it('on random networks with strengths', () => {
    fc.assert(
      fc.property(networks, (strengths) => {
        const union = unionOf(graphOf(strengths));
        const ours = constraintOf(union.n, union.out);
        const twin = constraintTwin(bothWays(strengths));
        expect([...ours].map(Number.isNaN)).toEqual(twin.map(Number.isNaN));
        const defined = twin.flatMap((value, v) => (Number.isNaN(value) ? [] : [v]));
        expect(
          distance(
            defined.map((v) => ours[v]!),
            defined.map((v) => twin[v]!),
          ),
        ).toBeLessThan(1e-12);
      }),
    );
  });
});
