import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING_GROUP } from '../../analysis/graph/groups.ts';
import { type Measurement, measure } from '../../analysis/index.ts';
import { JOINT_GROUP, protectCounts } from '../../analysis/suppression.ts';
import type { NetworkRecords } from '../../data/records/index.ts';
import { fromTies, tie } from './metrics/small-networks.ts';

const SMALLEST = 5;

/** Everything that counts by group. */
const BY_GROUP = [
  ...['e-i-index', 'mixing-matrix', 'modularity', 'assortativity', 'coleman-homophily', 'freeman-segregation'],
  ...['gupta-anderson-may', 'segregation-matrix-index', 'within-group-odds-ratio', 'spectral-segregation'],
  ...['blau-diversity', 'brokerage', 'participation-rate-ratios', 'give-and-take', 'communities', 'density'],
  ...['time-to-adoption', 'cross-group-adoption'],
];

/** Members in groups, one after another, and whom each names: a bit for each ordered pair. */
function networkOf(groups: readonly string[], named: readonly boolean[]): NetworkRecords {
  const ids = groups.map((_, v) => `m${String(v).padStart(2, '0')}`);
  const ties = ids.flatMap((from, v) =>
    ids.filter((_, w) => v !== w && named[(v * ids.length + w) % named.length]).map((to) => tie(from, to)),
  );
  const records = fromTies(ids, ties, (id) => ({ group: groups[ids.indexOf(id)]! }));
  return {
    ...records,
    adoptions: ids.map((member, v) => ({ member, practice: 'p', time: 1 + (v % 3), censored: v % 4 === 0 })),
    contributions: ids.flatMap((member, v) => {
      const helped = ids[(v * 7 + 3) % ids.length]!;
      return v % 3 === 0
        ? []
        : [{ contribution: `c${v}`, cycle: 1, stage: 'frame' as const, member, helped, text: null }];
    }),
  };
}

function shown(records: NetworkRecords, smallestGroup?: number, metrics: readonly string[] = BY_GROUP): Measurement {
  return measure(records, { metrics, groupBy: 'group', permutations: 49, smallestGroup });
}

/** A measurement without the fingerprint of its records, as text. */
function withoutDigest(measurement: Measurement): string {
  return JSON.stringify(measurement, (key, value) => (key === 'digest' || key === 'inputDigest' ? null : value));
}

function groupsOf(sizes: readonly number[]): string[] {
  return sizes.flatMap((size, g) => Array<string>(size).fill(`g${g}`));
}

describe('figures of small groups are not shown, nor what would give them away', () => {
  // 8 + 7 + 5 + 2: the group of two is hidden, and the next smallest with it.
  const records = networkOf(groupsOf([8, 7, 5, 2]), [true, false, false, true, false, true, false]);

  it('a group of two is counted together with the next smallest, and both say why', () => {
    const { input, results } = shown(records, SMALLEST);
    expect(input.groups).toEqual(['g0', 'g1', JOINT_GROUP]);
    expect(input.groupsWithheld).toEqual({
      g2: 'withheld, to protect a smaller group',
      g3: 'fewer than 5 members',
    });
    const byGroup = results.filter(({ scope }) => scope === 'group');
    expect(byGroup.length).toBeGreaterThanOrEqual(5);
    for (const { metric, values, reasons } of byGroup) {
      expect(Object.keys(values!), metric).toEqual(['g0', 'g1', 'g2', 'g3', JOINT_GROUP]);
      expect([values!.g2, values!.g3], metric).toEqual([null, null]);
      expect(reasons, metric).toMatchObject(input.groupsWithheld);
    }
  });

  it('of their members, what is theirs by group is withheld, and what is not stays', () => {
    const { results } = shown(records, SMALLEST, ['brokerage', 'e-i-index', 'degree']);
    for (const { metric, scope, values, reasons } of results) {
      if (scope !== 'member') continue;
      const [inShown, inHidden] = [values!.m00, values!.m21];
      expect(inShown, metric).not.toBeNull();
      if (metric === 'degree') expect(inHidden).not.toBeNull();
      else expect([inHidden, reasons!.m21], metric).toEqual([null, 'in a group that is not shown by itself']);
    }
  });

  it('the mixing matrix and its margins are of the groups that are shown and all others together', () => {
    const { value, details } = shown(records, SMALLEST, ['mixing-matrix']).results[0]!;
    expect(details.groups).toEqual(['g0', 'g1', JOINT_GROUP]);
    expect(details.sizes).toEqual([8, 7, 7]);
    const whole = shown(records, undefined, ['mixing-matrix']).results[0]!.value as number[][];
    const cells = value as number[][];
    expect(cells.slice(0, 2).map((row) => row.slice(0, 2))).toEqual(whole.slice(0, 2).map((row) => row.slice(0, 2)));
    expect(cells[2]![2]).toBe(whole[2]![2]! + whole[2]![3]! + whole[3]![2]! + whole[3]![3]!);
  });

  it('all are shown where it is not asked for, or one is enough, or none is small', () => {
    for (const smallest of [undefined, 1, 2]) {
      const { input } = shown(records, smallest, ['density']);
      expect([input.groups, input.groupsWithheld]).toEqual([['g0', 'g1', 'g2', 'g3'], {}]);
    }
    expect(withoutDigest(shown(records, 2)).replace('"smallestGroup":2', '"smallestGroup":null')).toBe(
      withoutDigest(shown(records)),
    );
  });

  it('where fewer than two groups are left, figures by group are refused with words', () => {
    const small = networkOf(groupsOf([4, 3, 2]), [true, false, true]);
    for (const { metric, value, values, reason } of shown(small, SMALLEST, ['e-i-index', 'modularity']).results) {
      expect(reason, metric).toBe('groups of fewer than 5 members are not shown, which leaves none');
      expect(Object.values(values ?? { value }).every((one) => one === null)).toBe(true);
    }
  });

  it('a size that is no whole number is refused', () => {
    expect(() => shown(records, 0)).toThrow(/option smallestGroup is 0; give a whole number from 1/);
    expect(() => shown(records, 2.5)).toThrow(/smallestGroup/);
  });

  it('members without a group are a group as well', () => {
    const some = { ...records, members: records.members.map((one, v) => (v < 20 ? one : { ...one, attributes: {} })) };
    const { input } = shown(some, SMALLEST, ['e-i-index', 'brokerage']);
    expect(Object.keys(input.groupsWithheld)).toContain(MISSING_GROUP);
  });
});

describe('no withheld cell can be recomputed from all that is shown', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 });
  const named = fc.array(fc.boolean(), { minLength: 7, maxLength: 61 });

  it('who is in which hidden group changes nothing that is shown', () => {
    let changing = 0;
    fc.assert(
      fc.property(sizes, named, fc.infiniteStream(fc.nat()), (all, bits, chance) => {
        const groups = groupsOf(all);
        const protection = protectCounts(all, { smallest: SMALLEST, atLeast: 1 });
        const isHidden = (group: string): boolean => protection[Number(group.slice(1))] !== 'shown';
        const places = [...groups.keys()].filter((v) => isHidden(groups[v]!));
        const drawn = places.map((v) => ({ group: groups[v]!, order: chance.next().value as number }));
        drawn.sort((a, b) => a.order - b.order);
        const otherwise = [...groups];
        for (const [at, v] of places.entries()) otherwise[v] = drawn[at]!.group;
        const [one, other] = [networkOf(groups, bits), networkOf(otherwise, bits)];
        expect(withoutDigest(shown(other, SMALLEST))).toBe(withoutDigest(shown(one, SMALLEST)));
        const open = [one, other].map((records) => withoutDigest(shown(records, undefined, ['mixing-matrix'])));
        if (open[0] !== open[1]) changing++;
      }),
      { numRuns: 40 },
    );
    expect(changing, 'networks in which there was something to hide').toBeGreaterThan(5);
  });

  it('nor does how many each hidden group counts, as long as each stays hidden for the same reason', () => {
    fc.assert(
      fc.property(sizes, named, fc.nat(), (all, bits, pick) => {
        const options = { smallest: SMALLEST, atLeast: 1 } as const;
        const protection = protectCounts(all, options);
        const hidden = [...all.keys()].filter((g) => protection[g] !== 'shown');
        const moves = hidden.flatMap((from) => hidden.filter((to) => to !== from).map((to) => [from, to] as const));
        const others = moves
          .map(([from, to]) => all.map((size, g) => size + (g === to ? 1 : 0) - (g === from ? 1 : 0)))
          .filter((changed) => changed.every((size) => size > 0))
          .filter((changed) => protectCounts(changed, options).every((kind, g) => kind === protection[g]));
        if (others.length === 0) return;
        // The same members are hidden, so the same people must come first: hidden groups stand at the end.
        const inOrder = (these: readonly number[]): string[] => {
          const label = (g: number): string[] => Array<string>(these[g]!).fill(`g${g}`);
          const [seen, unseen] = [[...all.keys()].filter((g) => !hidden.includes(g)), hidden];
          return [...seen, ...unseen].flatMap(label);
        };
        expect(withoutDigest(shown(networkOf(inOrder(others[pick % others.length]!), bits), SMALLEST))).toBe(
          withoutDigest(shown(networkOf(inOrder(all), bits), SMALLEST)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
