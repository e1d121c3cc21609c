import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { exampleRecords, fromTies, network, resultOf, tie } from './small-networks.ts';

const ID = 'attitude-morans-i';
const BY = { groupBy: 'trust' };

function having(records: NetworkRecords, values: (number | string | null)[]): NetworkRecords {
  const members = records.members.map((member, v) => ({ ...member, attributes: { trust: values[v] ?? null } }));
  return { ...records, members };
}

/** The definition, with the whole table of weights. */
function plain(tied: boolean[][], x: number[]): number | null {
  const n = x.length;
  const w = tied.map((row) => row.map((one) => (one ? 1 / row.filter(Boolean).length : 0)));
  const mean = x.reduce((sum, one) => sum + one, 0) / n;
  const z = x.map((one) => one - mean);
  const all = w.flat().reduce((sum, one) => sum + one, 0);
  const spread = z.reduce((sum, one) => sum + one * one, 0);
  let together = 0;
  for (let v = 0; v < n; v++) for (let u = 0; u < n; u++) together += w[v]![u]! * z[v]! * z[u]!;
  return n < 3 || all === 0 || spread < 1e-12 ? null : ((n / all) * together) / spread;
}

describe('Moran’s I of an attitude: like-minded contacts give 1, opposite ones −1', () => {
  it('random networks, against the definition on full tables', () => {
    const random = createRandom(10, 'networks');
    for (let round = 0; round < 60; round++) {
      const n = 2 + random.below(7);
      const ids = Array.from({ length: n }, (_, v) => `m${v}`);
      const tied = ids.map((_, v) => ids.map((_, u) => v !== u && random.next() < 0.4));
      const rows = tied.flatMap((row, v) => row.flatMap((one, u) => (one ? [tie(ids[v]!, ids[u]!)] : [])));
      const x = ids.map(() => random.below(5) / 2);
      const { value } = resultOf(having(fromTies(ids, rows), x), ID, BY);
      const expected = plain(tied, x);
      if (expected === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(expected, 10);
    }
  });

  it('two of a mind each, and two of opposite minds', () => {
    const pairs = network('a>b b>a c>d d>c');
    expect(resultOf(having(pairs, [1, 1, 3, 3]), ID, BY)).toMatchObject({ value: 1, details: { expected: -1 / 3 } });
    expect(resultOf(having(pairs, [1, 3, 1, 3]), ID, BY).value).toBe(-1);
  });

  it('is the figure of adoption times where the attitude is that time', () => {
    const adopting = exampleRecords({
      network: 'a>b b>c c>a d>a d>b e',
      adoptions: { a: 1, b: 2, c: 2, d: 5 },
      gives: 0,
    });
    const both = having(adopting, [1, 2, 2, 5, null]);
    expect(resultOf(both, ID, BY).value).toBe(resultOf(both, 'morans-i').value);
  });

  it('not a number, too few, all alike, or nobody in contact: null, and why', () => {
    const pairs = network('a>b b>a c d');
    expect(resultOf(having(pairs, ['x', 'x', 'y', 'y']), ID, BY).reason).toBe('values of "trust" are not numbers');
    expect(resultOf(having(pairs, [1, 2, null, null]), ID, BY).reason).toMatch(/^fewer than 3 members with a value/);
    expect(resultOf(having(pairs, [1, 1, 1, 1]), ID, BY).reason).toBe('all have the same value');
    expect(resultOf(having(pairs, [1, null, 2, 3]), ID, BY).reason).toBe('no contact among members with a value');
  });
});
