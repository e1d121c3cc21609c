/** Networks at the edge of what can be measured, and plain ones whose figures can be worked out on paper. */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered, fromTies, grouped, network, tie } from '../metrics/small-networks.ts';

/** a, b, c …: in code-point order. */
export function letters(n: number): string[] {
  return [...'abcdefghijklmnopqrstuvwxyz'].slice(0, n);
}

/** Pairs as "ab": a tie each way. */
export function mutual(ids: string[], pairs: string[]): NetworkRecords {
  return fromTies(
    ids,
    pairs.flatMap(([a, b]) => [tie(a!, b!), tie(b!, a!)]),
  );
}

export function complete(n: number): NetworkRecords {
  return mutual(letters(n), pairsAmong(letters(n)));
}

/** The first member is the centre. */
export function star(n: number): NetworkRecords {
  return mutual(
    letters(n),
    letters(n)
      .slice(1)
      .map((leaf) => `a${leaf}`),
  );
}

export function path(n: number): NetworkRecords {
  const ids = letters(n);
  return mutual(
    ids,
    ids.slice(1).map((id, v) => ids[v]! + id),
  );
}

export function ring(n: number): NetworkRecords {
  const ids = letters(n);
  return mutual(
    ids,
    ids.map((id, v) => id + ids[(v + 1) % n]!),
  );
}

/** Two groups of four in which everybody knows everybody, and one tie between: d and e. */
export function twoCliques(): NetworkRecords {
  const [left, right] = [letters(4), letters(8).slice(4)];
  const records = mutual(letters(8), [...pairsAmong(left), ...pairsAmong(right), 'de']);
  return grouped(records, Object.fromEntries(letters(8).map((id) => [id, left.includes(id) ? 'left' : 'right'])));
}

function pairsAmong(ids: string[]): string[] {
  return ids.flatMap((a, v) => ids.slice(v + 1).map((b) => a + b));
}

export const NETWORKS: Record<string, NetworkRecords> = {
  'nobody at all': fromTies([], []),
  'one member': network('a'),
  'one member with a self-tie': network('a>a'),
  'two members without ties': network('a b'),
  'no ties': network('a b c d'),
  'only self-ties': network('a>a b>b c>c'),
  'one pair': network('a>b'),
  'a pair and an isolate': network('a>b c'),
  'everybody with everybody': complete(5),
  'a star': network('a>z b>z c>z d>z'),
  'a star whose centre names all': network('a>b a>c a>d'),
  'a ring one way': network('a>b b>c c>d d>a'),
  'two components': network('a>b b>a c>d d>c'),
  'two components of different size': network('a>b b>c c>a d>e'),
  'two cliques and a bridge': twoCliques(),
  'strengths of 0': network('a>b=0 b>c=0 c>a=0'),
  'a strength of 0 among others': network('a>b=0 b>c=2 c>a=1'),
  'negative strengths': network('a>b=-1 b>c=2'),
  'strengths that cancel out': network('a>b=-2 b>c=2'),
  'some strengths unknown': network('a>b=1 b>c'),
  'strengths near the ends of what numbers can hold': fromTies(letters(3), [
    tie('a', 'b', { strength: 1e-300 }),
    tie('b', 'c', { strength: 1e300 }),
    tie('c', 'a', { strength: 1 }),
  ]),
  'nobody answered': answered(network('a b c d'), []),
  'one answered': answered(network('a>b a>c d'), ['a']),
  'two answered': answered(network('a>b b>c c d e'), ['a', 'b']),
  'everybody answered and named nobody': answered(network('a b c d'), ['a', 'b', 'c', 'd']),
  'everybody has left': {
    ...network('a>b b>c'),
    members: network('a>b b>c').members.map((member) => ({ ...member, status: 'left' as const })),
  },
  'names that are properties of objects': network('constructor>toString toString>hasOwnProperty valueOf>constructor'),
};

type Adoptions = (records: NetworkRecords) => NetworkRecords['adoptions'];

/** Who had taken the practice up, by members. */
export const ADOPTIONS: Record<string, Adoptions> = {
  'two adopted, one after the other': ({ members }) =>
    members.slice(0, 2).map(({ member }, at) => adoption(member, at + 1)),
  'everybody adopted in the first period': ({ members }) => members.map(({ member }) => adoption(member, 1)),
  'everybody adopted, one a period': ({ members }) => members.map(({ member }, at) => adoption(member, at + 1)),
  'nobody adopted while observed': ({ members }) => members.map(({ member }) => adoption(member, null)),
  'only people from outside adopted': () => [],
};

export function adoption(member: string, time: number | null): NetworkRecords['adoptions'][number] {
  return { member, practice: 'peer-review', time, censored: time === null };
}

export const GROUPINGS: Record<string, (records: NetworkRecords) => NetworkRecords> = {
  'one group': (records) => grouped(records, {}),
  'a group each': (records) =>
    grouped(records, Object.fromEntries(records.members.map(({ member }) => [member, member]))),
  'a group of one': (records) =>
    grouped(records, records.members[0] === undefined ? {} : { [records.members[0].member]: 'x' }),
  'two groups, one missing': (records) => ({
    ...records,
    members: records.members.map((member, at) => ({ ...member, attributes: { group: at % 2 === 0 ? 'x' : null } })),
  }),
};
