import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/index.ts';
import { fromTies, network, resultOf, tie } from './small-networks.ts';

const WEIGHTED = { strength: true };

/** Burt's formula on full tables: slow and obvious. */
function plainSize(w: number[][], i: number): number {
  const total = (v: number) => w[v]!.reduce((sum, one) => sum + one, 0);
  const contacts = w[i]!.flatMap((one, j) => (one > 0 ? [j] : []));
  const redundancy = contacts.map((j) =>
    w.reduce((sum, _, q) => {
      if (q === i || q === j) return sum;
      return sum + (w[i]![q]! / total(i)) * (w[j]![q]! / Math.max(...w[j]!));
    }, 0),
  );
  return contacts.length - redundancy.reduce((sum, one) => sum + one, 0);
}

describe('effective size and efficiency: Burt’s own form where strengths are used, Borgatti’s where not', () => {
  const records = network('a>b=3 a>c=1 b>c=2 c>d=5 b>d=1 d>e=2 f');

  // Asked for all nodes at once with weights, networkx 3.6.1 divides m by the strongest tie of the wrong one of the two.
  it('networkx effective_size(G, nodes=list(G), weight="weight") and effective_size(G)', () => {
    const weighted = resultOf(records, 'effective-size', WEIGHTED).values!;
    const theirs = { a: 1.5333333333333332, b: 2.2888888888888888, c: 2.3666666666666667, d: 2.533333333333333, e: 1 };
    for (const [id, size] of Object.entries(theirs)) expect(weighted[id], id).toBeCloseTo(size, 12);
    expect(weighted.f).toBeNull();
    expect(resultOf(records, 'efficiency', WEIGHTED).values!.b).toBeCloseTo(2.2888888888888888 / 3, 12);
    expect(resultOf(records, 'effective-size').values).toMatchObject({ a: 1, d: 3 - 2 / 3, e: 1, f: null });
  });

  it('random networks, directions joined and added, against the formula on full tables', () => {
    const random = createRandom(6, 'networks');
    for (let round = 0; round < 60; round++) {
      const n = 3 + random.below(7);
      const ids = Array.from({ length: n }, (_, v) => `m${v}`);
      const w = ids.map(() => ids.map(() => 0));
      const rows = ids.flatMap((from, v) =>
        ids.flatMap((to, u) => {
          if (v === u || random.next() > 0.4) return [];
          const strength = random.below(4);
          w[v]![u]! += strength;
          w[u]![v]! += strength;
          return [tie(from, to, { strength })];
        }),
      );
      const { values } = resultOf(fromTies(ids, rows), 'effective-size', WEIGHTED);
      for (const [v, id] of ids.entries()) {
        if (w[v]!.every((one) => one === 0)) expect(values![id]).toBeNull();
        else expect(values![id] as number, `round ${round}`).toBeCloseTo(plainSize(w, v), 10);
      }
    }
  });

  it('where all strengths are alike, both forms are', () => {
    const alike = network('a>b=2 b>c=2 c>a=2 c>d=2');
    const [weighted, plain] = [resultOf(alike, 'effective-size', WEIGHTED), resultOf(alike, 'effective-size')];
    for (const [id, size] of Object.entries(plain.values!))
      expect(weighted.values![id]).toBeCloseTo(size as number, 12);
    expect([weighted.strength, plain.strength]).toEqual(['strength', 'ignored']);
  });

  it('a negative strength is refused with words', () => {
    const { values, reason } = resultOf(network('a>b=-1 b>c=2'), 'effective-size', WEIGHTED);
    expect([values, reason]).toEqual([{ a: null, b: null, c: null }, 'some strengths are negative']);
  });
});
