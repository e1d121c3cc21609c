import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact } from '../../../analysis/graph/compact.ts';
import { TwoStepReach } from '../../../analysis/matching/reach.ts';
import { drawn } from '../../support/networks.ts';

function reachOf(network: string): { reach: TwoStepReach; at: (id: string) => number } {
  const graph = compact(drawn({ network }), { undirected: true });
  return { reach: new TwoStepReach(graph), at: (id) => graph.ids.indexOf(id) };
}

describe('two-step reach counts exactly the pairs that a tie brings within two steps', () => {
  it('of two stars tied at their centres, by hand: the pair itself, and each centre with the other’s two leaves', () => {
    const { reach, at } = reachOf('a>a1 a>a2 b>b1 b>b2');
    expect(reach.gained(at('a'), at('b'))).toBe(5);
    expect(reach.gained(at('a1'), at('b1'))).toBe(3);
    reach.add(at('a'), at('b'));
    expect(reach.gained(at('a'), at('b'))).toBe(0);
    expect(reach.gained(at('a1'), at('b1'))).toBe(1);
  });

  it('knows distances, ways that are not there, and contacts in common', () => {
    const { reach, at } = reachOf('a>b b>c d>c e');
    expect(reach.distance(at('a'), at('d'))).toBe(3);
    expect(reach.distance(at('a'), at('e'))).toBeNull();
    expect(reach.commonContacts(at('b'), at('d'))).toBe(1);
    expect(reach.areTied(at('c'), at('d'))).toBe(true);
  });

  it('agrees with counting every pair before and after, through any sequence of added ties', () => {
    const member = fc.integer({ min: 0, max: 7 });
    const pair = fc.tuple(member, member).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), fc.array(pair, { minLength: 1, maxLength: 6 }), (ties, added) => {
        const alone = Array.from({ length: 8 }, (_, v) => `m${v}`).join(' ');
        const { reach } = reachOf(`${alone} ${ties.map(([a, b]) => `m${a}>m${b}`).join(' ')}`);
        const present = [...ties];
        for (const [a, b] of added) {
          const gained = countWithinTwo([...present, [a, b]]) - countWithinTwo(present);
          expect(reach.gained(a, b)).toBe(gained);
          reach.add(a, b);
          present.push([a, b]);
        }
      }),
    );
  });
});

/** Slow and obvious: tied, or tied to somebody in common. */
function countWithinTwo(ties: readonly (readonly [number, number])[]): number {
  const tied = (a: number, b: number): boolean => ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  let pairs = 0;
  for (let a = 0; a < 8; a++) {
    for (let b = a + 1; b < 8; b++) {
      const common = Array.from({ length: 8 }, (_, v) => v).some((v) => tied(a, v) && tied(v, b));
      if (tied(a, b) || common) pairs++;
    }
  }
  return pairs;
}
