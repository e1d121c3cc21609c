import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedChoice } from '../../../workflows/activities/ranked-choice.ts';

const OPTIONS = ['a', 'b', 'c', 'd'];
const ballots = fc.array(fc.shuffledSubarray(OPTIONS), { maxLength: 30 });

describe('ranked choice: the option with the fewest first places goes, until all are ordered', () => {
  it('a count by hand: b wins although a led, because c’s ballots go to b', () => {
    const votes = [...times(4, ['a']), ...times(3, ['b', 'a']), ...times(2, ['c', 'b'])];
    expect(rankedChoice(['a', 'b', 'c'], votes)).toEqual({
      rounds: [
        { counts: { a: 4, b: 3, c: 2 }, eliminated: ['c'] },
        { counts: { a: 4, b: 5 }, eliminated: ['a'] },
        { counts: { b: 5 }, eliminated: [] },
      ],
      order: ['b', 'a', 'c'],
    });
  });

  it('breaks ties by the order of the options, and without ballots keeps that order', () => {
    expect(rankedChoice(['x', 'y', 'z'], []).order).toEqual(['x', 'y', 'z']);
    expect(rankedChoice(['x', 'y'], [['y'], ['x']]).order).toEqual(['x', 'y']);
  });

  it('no option, one option, unknown and repeated names', () => {
    expect(rankedChoice([], [['a']])).toEqual({ rounds: [], order: [] });
    expect(rankedChoice(['a'], [['b', 'a', 'a']])).toEqual({
      rounds: [{ counts: { a: 1 }, eliminated: [] }],
      order: ['a'],
    });
  });

  it('law: every option stands in the order once', () => {
    fc.assert(
      fc.property(ballots, (votes) => {
        expect([...rankedChoice(OPTIONS, votes).order].sort()).toEqual(OPTIONS);
      }),
    );
  });

  it('law: what more than half put first, wins', () => {
    fc.assert(
      fc.property(ballots, (votes) => {
        const cast = votes.filter((ballot) => ballot.length > 0);
        const majority = OPTIONS.find((option) => cast.filter(([first]) => first === option).length * 2 > cast.length);
        if (majority !== undefined) expect(rankedChoice(OPTIONS, votes).order[0]).toBe(majority);
      }),
    );
  });

  it('law: the order of the ballots does not matter', () => {
    fc.assert(
      fc.property(ballots, (votes) => {
        expect(rankedChoice(OPTIONS, votes.toReversed())).toEqual(rankedChoice(OPTIONS, votes));
      }),
    );
  });

  it('law: in every round each ballot counts at most once', () => {
    fc.assert(
      fc.property(ballots, (votes) => {
        for (const { counts } of rankedChoice(OPTIONS, votes).rounds) {
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(votes.length);
        }
      }),
    );
  });
});

function times(count: number, ballot: string[]): string[][] {
  return Array.from({ length: count }, () => ballot);
}
