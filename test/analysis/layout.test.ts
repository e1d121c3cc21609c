import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Point, type Positions, procrustes } from '../../analysis/layout.ts';
import { exampleRecords } from './report/render/fixture.ts';

const groupOf = (member: string): string => (member < 'p15' ? 'a' : member < 'p29' ? 'b' : 'c');
const options = { seed: 1, selection: {}, groupOf };

describe('a picture of the same network looks the same, and one of the next month almost', () => {
  it('gives the same places twice, whatever order the facts arrive in', () => {
    const records = exampleRecords();
    const turned = { ...records, members: records.members.toReversed(), ties: records.ties.toReversed() };
    expect([...layout(turned, options)]).toEqual([...layout(records, options)]);
  });

  it('keeps everybody in the square', () => {
    for (const { x, y } of layout(exampleRecords(), options).values()) {
      expect(Math.abs(x)).toBeLessThanOrEqual(1);
      expect(Math.abs(y)).toBeLessThanOrEqual(1);
    }
  });

  it('leaves members near their earlier place when a few ties change', () => {
    const before = exampleRecords();
    const after = { ...before, ties: before.ties.filter((_, at) => ![5, 50, 90].includes(at)) };
    const first = layout(before, options);
    const second = layout(after, { ...options, previous: first });
    expect(meanShift(first, second)).toBeLessThan(0.15);
  });

  it('turns, flips, shifts and scales a picture back onto the earlier one', () => {
    const point = fc.record({
      x: fc.double({ min: -1, max: 1, noNaN: true }),
      y: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    const change = fc.record({
      angle: fc.double({ min: 0, max: 6.28, noNaN: true }),
      scale: fc.double({ min: 0.2, max: 5, noNaN: true }),
      flip: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 20 }), change, (points, { angle, scale, flip }) => {
        const spread = Math.max(...points.map((p) => Math.hypot(p.x - points[0]!.x, p.y - points[0]!.y)));
        fc.pre(spread > 0.01);
        const moved = points.map((p): Point => {
          const x = flip ? -p.x : p.x;
          return {
            x: scale * (x * Math.cos(angle) - p.y * Math.sin(angle)) + 3,
            y: scale * (x * Math.sin(angle) + p.y * Math.cos(angle)) - 7,
          };
        });
        const back = procrustes(named(moved), named(points));
        points.forEach((p, at) => {
          expect(back.get(`m${at}`)!.x).toBeCloseTo(p.x, 6);
          expect(back.get(`m${at}`)!.y).toBeCloseTo(p.y, 6);
        });
      }),
    );
  });

  it('draws nobody, one, and members without a tie', () => {
    const records = { ...exampleRecords(), ties: [] };
    expect(layout({ ...records, members: [] }, options).size).toBe(0);
    expect(layout({ ...records, members: records.members.slice(0, 1) }, options).size).toBe(1);
    for (const { x, y } of layout(records, options).values()) expect(Number.isFinite(x + y)).toBe(true);
  });
});

function named(points: Point[]): Positions {
  return new Map(points.map((point, at) => [`m${at}`, point]));
}

function meanShift(first: Positions, second: Positions): number {
  const shifts = [...second].map(([id, { x, y }]) => Math.hypot(x - first.get(id)!.x, y - first.get(id)!.y));
  return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
}
