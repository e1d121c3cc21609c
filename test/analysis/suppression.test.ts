import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  JOINT_GROUP,
  type Protection,
  possibleRanges,
  protectCount,
  protectCounts,
  protectGroups,
  protectGrowth,
} from '../../analysis/suppression.ts';

const SMALLEST = 5;
/** Groups of 1–12, as many as a table has rows. */
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 });
const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });

describe('no cell of a small group is shown or can be worked out from the total', () => {
  it('shows no count under the smallest group', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom<0 | 1>(0, 1), (cells, atLeast) => {
        const protection = protectCounts(cells, { smallest: SMALLEST, atLeast });
        cells.forEach((count, at) => {
          if (protection[at] === 'shown') expect(count).toBeGreaterThanOrEqual(SMALLEST);
          if (protection[at] === 'fewer') expect(count).toBeLessThan(SMALLEST);
        });
      }),
    );
  });

  it('hides siblings that total at least the smallest group, or everything', () => {
    fc.assert(
      fc.property(counts, (cells) => {
        const protection = protectCounts(cells, { smallest: SMALLEST, atLeast: 0 });
        const hidden = cells.filter((_, at) => protection[at] !== 'shown');
        if (hidden.length === 0 || hidden.length === cells.length) return;
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SMALLEST);
        expect(hidden.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('leaves at least two possible values for every hidden cell, found by trying all tables', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }), (cells) => {
        const protection = protectCounts(cells, { smallest: SMALLEST, atLeast: 0 });
        const total = cells.reduce((sum, count) => sum + count, 0);
        // A total of nobody says that every cell is nobody, whatever is hidden; a report says so of the whole.
        if (total === 0) return;
        cells.forEach((_, at) => {
          if (protection[at] !== 'shown') expect(valuesOf(at, cells, protection, 0).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the range of values that a reader cannot rule out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 4 }), (cells) => {
        const options = { smallest: SMALLEST, atLeast: 0 as const };
        const protection = protectCounts(cells, options);
        const ranges = possibleRanges(cells, protection, options);
        cells.forEach((_, at) => {
          const values = [...valuesOf(at, cells, protection, 0)];
          expect(ranges[at]).toEqual({ low: Math.min(...values), high: Math.max(...values) });
        });
      }),
    );
  });

  it('says nothing of any group where "fewer than 5" would give both away: 4 and 4 of 8', () => {
    expect(protectCounts([4, 4], { smallest: SMALLEST, atLeast: 1 })).toEqual(['withheld', 'withheld']);
  });

  it('hides the next smallest with a single small group', () => {
    expect(protectCounts([20, 3, 9], { smallest: SMALLEST, atLeast: 1 })).toEqual(['shown', 'fewer', 'withheld']);
  });

  it('joins hidden groups so that what is left adds up to the whole and no group is small', () => {
    fc.assert(
      fc.property(sizes, (list) => {
        const groups = Object.fromEntries(list.map((size, at) => [`g${at}`, size]));
        const result = protectGroups(groups, SMALLEST);
        const total = list.reduce((sum, size) => sum + size, 0);
        expect(Object.values(result.sizes).reduce((sum, size) => sum + size, 0)).toBe(total);
        if (total >= SMALLEST) {
          for (const name of result.names) expect(result.sizes[name]).toBeGreaterThanOrEqual(SMALLEST);
        }
        for (const group of Object.keys(groups)) {
          expect(result.names).toContain(result.shownAs(group));
          if (groups[group]! < SMALLEST) expect(result.shownAs(group)).toBe(JOINT_GROUP);
        }
      }),
    );
  });

  it('takes groups whose names are properties of every object', () => {
    const sizes = Object.fromEntries([
      ['__proto__', 7],
      ['constructor', 3],
      ['toString', 6],
    ]);
    const result = protectGroups(sizes, SMALLEST);
    expect(result.shownAs('constructor')).toBe(JOINT_GROUP);
    expect(result.shownAs('__proto__')).toBe('__proto__');
    expect(result.shownAs('hasOwnProperty')).toBe(JOINT_GROUP);
  });

  it('writes a count of few as few, and a count of nobody too', () => {
    expect(protectCount(0, SMALLEST)).toEqual({ suppressed: 'fewer' });
    expect(protectCount(4, SMALLEST)).toEqual({ suppressed: 'fewer' });
    expect(protectCount(5, SMALLEST)).toBe(5);
  });

  it('never lets two points of a curve, in one report or two, differ by fewer than the smallest group', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }), fc.nat(20), (steps, cut) => {
        let sum = 0;
        const cumulative = steps.map((step) => (sum += step));
        const now = protectGrowth(cumulative, (count) => count, SMALLEST);
        const before = protectGrowth(cumulative.slice(0, cut), (count) => count, SMALLEST);
        expect(now.slice(0, before.length)).toEqual(before);
        now.forEach((count, at) => {
          expect(count - (now[at - 1] ?? 0)).toBeGreaterThanOrEqual(SMALLEST);
        });
      }),
    );
  });
});

/** Every value that the cell has in some table with the same total, shown cells and words: the reader's whole knowledge. */
function valuesOf(at: number, cells: number[], protection: Protection[], atLeast: number): Set<number> {
  const total = cells.reduce((sum, count) => sum + count, 0);
  const nothingSaid = protection.every((kind) => kind === 'withheld');
  const found = new Set<number>();
  const fill = (cell: number, left: number, value: number): void => {
    if (left < 0) return;
    if (cell === cells.length) {
      if (left === 0) found.add(value);
      return;
    }
    for (let guess = 0; guess <= left; guess++) {
      if (protection[cell] === 'shown' && guess !== cells[cell]) continue;
      if (protection[cell] === 'fewer' && (guess >= SMALLEST || guess < atLeast)) continue;
      if (protection[cell] === 'withheld' && guess < (nothingSaid ? atLeast : SMALLEST)) continue;
      fill(cell + 1, left - guess, cell === at ? guess : value);
    }
  };
  fill(0, total, -1);
  return found;
}
