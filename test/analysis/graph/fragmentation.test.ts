import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unionOf } from '../../../analysis/graph/compact.ts';
import { weakComponents } from '../../../analysis/graph/components.ts';
import { inTouchWithout } from '../../../analysis/graph/fragmentation.ts';
import { graphOf, networks, type Strengths } from './random-graphs.ts';

/** Takes members out and counts the pairs that are left in one piece. */
function inTouchTwin(strengths: Strengths, gone: (v: number) => boolean): number {
  const left = strengths.map((row, v) => row.map((strength, w) => (gone(v) || gone(w) ? 0 : strength)));
  const union = unionOf(graphOf(left));
  const sizes = new Map<number, number>();
  for (const [v, piece] of weakComponents(union.n, union.out).entries()) {
    if (!gone(v)) sizes.set(piece, (sizes.get(piece) ?? 0) + 1);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0);
}

describe('what stays in touch without a member is what is left when they are taken out', () => {
  it('on random networks, with some members gone already', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 0, max: 511 }), (strengths, bits) => {
        const gone = Uint8Array.from(strengths, (_, v) => (bits >> v) & (bits >> 4) & 1);
        const union = unionOf(graphOf(strengths));
        const ours = inTouchWithout(union.n, union.out, gone);
        const twin = strengths.map((_, out) => inTouchTwin(strengths, (v) => gone[v] === 1 || v === out));
        expect([...ours]).toEqual(twin);
      }),
    );
  });
});
