import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/index.ts';
import { fromTies, grouped, network, resultOf, tie } from './small-networks.ts';

const ID = 'spectral-segregation';
const BY = { groupBy: 'group' };

/** x = R·x over the piece, again and again, on full tables: slow and obvious. */
function plainMembers(ids: string[], tied: (v: number, w: number) => boolean, group: number[]): (number | null)[] {
  const degree = ids.map((_, v) => ids.filter((_, w) => tied(v, w)).length);
  const values: (number | null)[] = degree.map((k) => (k === 0 ? null : 0));
  const within = (v: number, w: number) => group[v] === group[w] && tied(v, w);
  const seen = new Set<number>();
  for (const start of ids.keys()) {
    if (seen.has(start)) continue;
    const piece = [start];
    seen.add(start);
    for (const v of piece) {
      for (const w of ids.keys()) {
        if (!within(v, w) || seen.has(w)) continue;
        seen.add(w);
        piece.push(w);
      }
    }
    if (piece.length === 1) continue;
    let x = piece.map(() => 1);
    let growth = 0;
    for (let step = 0; step < 4000; step++) {
      // One half stays where it is, so that pieces of two sides settle as well.
      const next = piece.map(
        (v, at) => x[at]! / 2 + piece.reduce((sum, w, on) => sum + (within(v, w) ? x[on]! / degree[v]! : 0), 0) / 2,
      );
      growth = Math.max(...next);
      x = next.map((one) => one / growth);
    }
    const mean = x.reduce((sum, one) => sum + one, 0) / x.length;
    for (const [at, v] of piece.entries()) values[v] = ((2 * growth - 1) * x[at]!) / mean;
  }
  return values;
}

describe('spectral segregation: the largest eigenvalue of what each piece of a group keeps to itself', () => {
  it('random networks, against plain iteration on full tables', () => {
    const random = createRandom(3, 'networks');
    for (let round = 0; round < 40; round++) {
      const n = 3 + random.below(6);
      const ids = Array.from({ length: n }, (_, v) => `m${v}`);
      const rows = ids.flatMap((v) => ids.filter((w) => w > v && random.next() < 0.4).map((w) => tie(v, w)));
      const groups = ids.map(() => random.below(2));
      const records = grouped(fromTies(ids, rows), Object.fromEntries(ids.map((id, v) => [id, `g${groups[v]}`])));
      const tied = (v: number, w: number) =>
        rows.some(({ from, to }) => (from === ids[v] && to === ids[w]) || (from === ids[w] && to === ids[v]));
      const { values } = resultOf(records, ID, BY, 'member');
      for (const [v, plain] of plainMembers(ids, tied, groups).entries()) {
        if (plain === null) expect(values![ids[v]!]).toBeNull();
        else expect(values![ids[v]!] as number, `round ${round}`).toBeCloseTo(plain, 6);
      }
    }
  });

  it('a chain of six, three of each group, by hand', () => {
    const chain = grouped(network('a>b b>c c>d d>e e>f'), { a: 'x', b: 'x', c: 'x', d: 'y', e: 'y', f: 'y' });
    // R among a, b, c: a→b 1, b→a ½, b→c ½, c→b ½. λ² = ½ + ¼.
    const { values } = resultOf(chain, ID, BY, 'group');
    expect(values!.x as number).toBeCloseTo(Math.sqrt(3) / 2, 12);
    expect(values!.y as number).toBeCloseTo(Math.sqrt(3) / 2, 12);
    const members = resultOf(chain, ID, BY, 'member').values!;
    expect((members.a as number) > (members.c as number)).toBe(true);
  });

  it('1 for silos, 0 where nobody has a contact in the own group, null and left out without any', () => {
    const silos = grouped(network('a>b b>c c>a d>e e>f f>d g'), { a: 'x', b: 'x', c: 'x', g: 'x' });
    const { value, details } = resultOf(silos, ID, BY, 'network');
    expect(value).toBeCloseTo(1, 12);
    expect(details.isolatesAsZero as number).toBeCloseTo(6 / 7, 12);
    expect(resultOf(silos, ID, BY, 'member')).toMatchObject({
      values: { g: null },
      reasons: { g: 'no ties to anybody' },
    });
    const mixed = grouped(network('a>c a>d b>c b>d'), { a: 'x', b: 'x', c: 'y', d: 'y' });
    expect(resultOf(mixed, ID, BY, 'network').value).toBe(0);
    expect(resultOf(grouped(network('a b'), { a: 'x' }), ID, BY, 'network').reason).toBe('no ties');
  });

  it('with strength, shares follow strengths; a negative one is refused with words', () => {
    const records = grouped(network('a>b=3 a>c=1 c>d=3'), { a: 'x', b: 'x', c: 'y', d: 'y' });
    // a gives 3 of 4 to b, b all to a: λ = √(3/4).
    expect(resultOf(records, ID, { ...BY, strength: true }, 'group').values!.x as number).toBeCloseTo(
      Math.sqrt(3) / 2,
      12,
    );
    const negative = grouped(network('a>b=-3 b>c=1'), { a: 'x', b: 'x', c: 'y' });
    expect(resultOf(negative, ID, { ...BY, strength: true }, 'network').reason).toBe('some strengths are negative');
  });
});
