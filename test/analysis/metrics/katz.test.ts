import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { network, resultOf } from './small-networks.ts';

/** A ring of four: every eigenvalue is known, the largest is 2. */
const ring = network('a>b b>c c>d d>a a>e');

describe('Katz centrality takes the attenuation it is given, and refuses one that has no sum', () => {
  it('solves x = α·Aᵀ·x + 1 for the α asked for', () => {
    const alpha = 0.3;
    const { values, details } = resultOf(ring, 'katz', { katzAlpha: alpha });
    // Directed: the ring gives its members 1/(1 − α) each, e gets α of a's more.
    const inRing = 1 / (1 - alpha);
    const solved = { a: inRing, b: inRing, c: inRing, d: inRing, e: 1 + alpha * inRing };
    const length = Math.hypot(...Object.values(solved));
    for (const [id, value] of Object.entries(solved)) expect(values![id]).toBeCloseTo(value / length, 10);
    expect(details.alpha).toBe(alpha);
  });

  it('from 1/λ on there is no figure, and the reason names the limit', () => {
    const { details } = resultOf(ring, 'katz');
    const limit = 1 / (details.eigenvalue as number);
    for (const katzAlpha of [limit, 2 * limit]) {
      const { values, reason } = resultOf(ring, 'katz', { katzAlpha });
      expect(Object.values(values!)).toEqual([null, null, null, null, null]);
      expect(reason).toContain('must be below 1/λ');
    }
    expect(() => measure(ring, { katzAlpha: 0 })).toThrow('katzAlpha');
  });
});
