import { describe, expect, it } from 'vitest';
import { adjustedRand } from '../../../analysis/inference/adjusted-rand.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { fromTies, resultOf, tie } from './small-networks.ts';

const ids = Array.from({ length: 24 }, (_, v) => `m${String(v).padStart(2, '0')}`);
const partOf = (id: string) => Number(id.slice(1)) % 3;

describe('communities are judged by quality and stability, never by their labels', () => {
  it('finds three planted circles, says that they are stable and that they are the groups', () => {
    const random = createRandom(9, 'circles');
    const ties = ids.flatMap((from) =>
      ids
        .filter((to) => to > from && random.next() < (partOf(from) === partOf(to) ? 0.9 : 0.03))
        .map((to) => tie(from, to)),
    );
    const records = fromTies(ids, ties, (id) => ({ group: `g${partOf(id)}` }));
    const { details } = resultOf(records, 'communities', { groupBy: 'group' });
    expect(details.sizes).toEqual([8, 8, 8]);
    expect(details.agreement).toBe(1);
    expect(details.stability).toBeGreaterThan(0.95);
  });

  it('is unsure about a sparse network without circles', () => {
    const random = createRandom(10, 'no circles');
    const many = Array.from({ length: 80 }, (_, v) => `m${v}`);
    const ties = many.flatMap((from) =>
      many.filter((to) => to > from && random.next() < 0.06).map((to) => tie(from, to)),
    );
    expect(resultOf(fromTies(many, ties), 'communities').details.stability).toBeLessThan(0.7);
  });

  it('adjusted Rand: 1 for the same division under other names, worked by hand otherwise', () => {
    expect(adjustedRand([0, 0, 1, 1], [5, 5, 3, 3])).toBe(1);
    // Together in both: 1 pair; in each: 2 of 6; expected 4/6: (1 − 2/3)/(2 − 2/3).
    expect(adjustedRand([0, 0, 0, 1], [0, 0, 1, 1])).toBeCloseTo((1 - 1) / (2.5 - 1), 12);
    expect(adjustedRand([0, 0], [1, 1])).toBeNull();
  });
});

describe('key players are a set, not the top of a list', () => {
  it('the best set leaves out the second most central when the most central does its work', () => {
    // Two hubs side by side hold one circle, a third holds another: breaking all needs one of each and the link.
    const records = fromTies(
      ['h1', 'h2', 'h3', 'a', 'b', 'c', 'd', 'e', 'f'],
      ['h1 a', 'h1 b', 'h1 c', 'h2 a', 'h2 b', 'h2 c', 'h3 d', 'h3 e', 'h3 f', 'c d'].map((pair) => {
        const [from, to] = pair.split(' ');
        return tie(from!, to!);
      }),
    );
    const { value, details } = resultOf(records, 'key-players');
    expect((value as { fragmentation: string[] }).fragmentation).toContain('h3');
    expect(details.search).toBe('all sets');
    expect((value as { reach: string[] }).reach).toContain('h3');
    expect(details.reach).toBeCloseTo((3 + 6) / 9, 12);
  });

  it('on larger networks, one by one: the three hubs of three stars in a row', () => {
    const hubs = ['h0', 'h1', 'h2'];
    const leaves = hubs.flatMap((hub) => Array.from({ length: 8 }, (_, leaf) => `${hub}-leaf${leaf}`));
    const ties = [...leaves.map((leaf) => tie(leaf, leaf.slice(0, 2))), tie('h0', 'h1'), tie('h1', 'h2')];
    const { value, details } = resultOf(fromTies([...hubs, ...leaves], ties), 'key-players');
    expect(value).toEqual({ fragmentation: hubs, reach: hubs });
    expect(details).toEqual({ fragmentation: 1, reach: 1, search: 'greedy among 27' });
  });
});
