import { describe, expect, it } from 'vitest';
import { diversityGaps } from '../../../analysis/metrics/practice/diversity-gaps.ts';

type Row = [segment: string | null, asked: number, joined: number];

function members(...rows: Row[]) {
  return rows.flatMap(([segment, asked, joined], row) =>
    Array.from({ length: asked }, (_, at) => ({
      ...{ member: `m${row}-${at}`, status: at < joined ? ('active' as const) : ('invited' as const), hub: false },
      attributes: (segment === null ? {} : { region: segment }) as Record<string, string>,
    })),
  );
}

describe('diversity gaps: Blau of those who joined, and from where fewer came than an even share', () => {
  it('names segments in which five or more were asked, fewest first, and counts the others', () => {
    const all = members(['N', 10, 8], ['S', 10, 1], ['W', 9, 0], ['tiny', 4, 1]);
    expect(diversityGaps(all, 'region', 5)).toEqual({
      ...{ joined: 10, value: 1 - 66 / 100, reason: null, gaps: ['W', 'S'], gapsNotNamed: 1 },
    });
  });

  it('of fewer than five, or by an attribute that nobody has, nothing is said', () => {
    expect(diversityGaps(members(['N', 9, 4]), 'region', 5)).toMatchObject({ value: null, gaps: [] });
    expect(diversityGaps(members(['N', 9, 9]), 'concern', 5)).toMatchObject({
      ...{ value: null, reason: 'no member has the attribute "concern"' },
    });
  });

  it('whoever has no such attribute is a segment of the figure and never a gap', () => {
    expect(diversityGaps(members(['N', 6, 6], [null, 6, 0]), 'region', 5)).toMatchObject({ value: 0, gaps: [] });
  });
});
