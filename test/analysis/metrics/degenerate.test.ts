import { describe, expect, it } from 'vitest';
import { type Measurement, measure } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered, fromTies, grouped, network, tie } from './small-networks.ts';

const pairs = (ids: string[]) => ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => tie(a, b)));
const five = ['a', 'b', 'c', 'd', 'e'];
const withAdoptions = (records: NetworkRecords): NetworkRecords => ({
  ...records,
  adoptions: records.members
    .slice(0, 2)
    .map(({ member }, at) => ({ member, practice: 'x', time: at + 1, censored: false })),
  contributions: records.members.slice(0, 1).map(({ member }) => ({
    contribution: 'c-1',
    cycle: 1,
    stage: 'exchange',
    member,
    helped: null,
    text: null,
  })),
});

const NETWORKS: Record<string, NetworkRecords> = {
  'nobody at all': fromTies([], []),
  'one member': network('a'),
  'two members without ties': network('a b'),
  'no ties': network('a b c d'),
  'only self-ties': network('a>a b>b c>c'),
  'one pair': network('a>b'),
  'a pair and an isolate': network('a>b c'),
  'everybody with everybody': fromTies(five, pairs(five)),
  'a star': network('a>z b>z c>z d>z'),
  'two components': network('a>b b>a c>d d>c'),
  'two components of different size': network('a>b b>c c>a d>e'),
  'strengths of 0': network('a>b=0 b>c=0 c>a=0'),
  'negative strengths': network('a>b=-1 b>c=2'),
  'some strengths unknown': network('a>b=1 b>c'),
  'nobody answered': answered(network('a b c d'), []),
  'one answered': answered(network('a>b a>c d'), ['a']),
  'two answered': answered(network('a>b b>c c d e'), ['a', 'b']),
  'everybody has left': {
    ...network('a>b b>c'),
    members: network('a>b b>c').members.map((member) => ({ ...member, status: 'left' as const })),
  },
  'names that are properties of objects': network('constructor>toString toString>hasOwnProperty valueOf>constructor'),
};

describe('undefined is null with a reason, and nothing that is not finite leaves analysis', () => {
  for (const [name, records] of Object.entries(NETWORKS)) {
    for (const grouping of ['one group', 'a group each', 'two groups, one missing'] as const) {
      it(`${name}, ${grouping}`, () => {
        const whole = withAdoptions(inGroups(records, grouping));
        for (const undirected of [false, true]) {
          for (const strength of [false, true]) {
            const measurement = measure(whole, { groupBy: 'group', undirected, strength, permutations: 19 });
            expectExplained(measurement);
            expect(JSON.parse(JSON.stringify(measurement))).toEqual(measurement);
          }
        }
        expectExplained(measure(whole, { smallestResponse: 0.9, groupBy: 'group', permutations: 19 }));
      });
    }
  }

  it('two waves in which nobody answered', () => {
    const records = answered(answered(network('a b c'), [], '1'), [], '2');
    expectExplained(measure(records, { wave: ['1', '2'] }));
  });
});

function inGroups(records: NetworkRecords, grouping: string): NetworkRecords {
  if (grouping === 'two groups, one missing') {
    const members = records.members.map((member, at) => ({
      ...member,
      attributes: { group: at % 2 === 0 ? 'x' : null },
    }));
    return { ...records, members };
  }
  return grouped(
    records,
    grouping === 'one group' ? {} : Object.fromEntries(records.members.map(({ member }) => [member, member])),
  );
}

function expectExplained({ results }: Measurement): void {
  for (const result of results) {
    const label = `${result.metric} ${result.scope}`;
    expectFinite(result, label);
    if (result.values === undefined) {
      expect(result.value === null, label).toBe(result.reason !== null);
      continue;
    }
    const unexplained = Object.entries(result.values).filter(
      ([id, value]) => (value === null) !== Object.hasOwn(result.reasons ?? {}, id),
    );
    expect(unexplained, label).toEqual([]);
  }
}

function expectFinite(value: unknown, label: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), label).toBe(true);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) expectFinite(item, label);
}
