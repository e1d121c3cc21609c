import { describe, expect, it } from 'vitest';
import { exampleRecords, resultOf } from './small-networks.ts';

const WAVES: { wave: [string, string] } = { wave: ['1', '2'] };

describe('change between two waves, by hand', () => {
  const records = exampleRecords({
    network: 'a>b b>a a>c c>a c>d d',
    later: 'a>b b>a a>c d>c c>d',
    gives: 0,
  });

  it('reciprocity kept: of two pairs that named each other one still does; one that is new does not count', () => {
    const { value, details } = resultOf(records, 'tie-stability', WAVES);
    expect(value).toBe(4 / 6);
    expect(details).toEqual({
      kept: 4,
      formed: 1,
      dissolved: 1,
      reciprocity: { before: 2, kept: 1, share: 0.5 },
    });
  });

  it('no pair named each other before: no share; without direction, no reciprocity', () => {
    const oneWay = exampleRecords({ network: 'a>b c', later: 'a>b b>a', gives: 0 });
    expect(resultOf(oneWay, 'tie-stability', WAVES).details.reciprocity).toEqual({ before: 0, kept: 0, share: null });
    expect(resultOf(records, 'tie-stability', { ...WAVES, undirected: true }).details.reciprocity).toBeNull();
  });
});
