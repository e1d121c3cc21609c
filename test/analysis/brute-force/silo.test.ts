/**
 * The figures on groups, each from its definition, on every small graph under every labelling by two groups.
 */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { disagreements, type Given, none, type Twin } from './agree.ts';
import {
  directedGraphs,
  directedSample,
  idOf,
  inWords,
  labellings,
  names,
  type Plain,
  permutations,
  plain,
  recordsOf,
  tied,
  undirectedGraphs,
} from './graphs.ts';
import { among, dominantOf } from './linear.ts';

interface Grouped {
  graph: Plain;
  labels: readonly string[];
}

type Pair = readonly [number, number];

const NO_TIES = none('no ties');
const ISOLATE = none('no ties to anybody');
const ONE_GROUP = none('fewer than two groups');

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const groupsOf = ({ labels }: Grouped) => [...new Set(labels)].sort();
const membersOf = ({ graph, labels }: Grouped, group: string) => graph.all.filter((v) => labels[v] === group);
const isWithin = ({ labels }: Grouped, [v, w]: Pair) => labels[v] === labels[w];

const ordered = ({ all }: Plain): Pair[] => all.flatMap((v) => all.filter((w) => w !== v).map((w) => [v, w] as const));
const unordered = (graph: Plain): Pair[] => ordered(graph).filter(([v, w]) => v < w);
const arcs = (graph: Plain) => ordered(graph).filter(([v, w]) => names(graph, v, w));
const pairsTied = (graph: Plain) => unordered(graph).filter(([v, w]) => tied(graph, v, w));
/** What is counted as one tie, and what could be one. */
const ties = (graph: Plain) => (graph.directed ? arcs(graph) : pairsTied(graph));
const possible = (graph: Plain) => (graph.directed ? ordered(graph) : unordered(graph));

/** (E − I)/(E + I) of some ties. */
function index(subject: Grouped, some: readonly Pair[], whenNone: string): Given {
  if (some.length === 0) return none(whenNone);
  const within = some.filter((pair) => isWithin(subject, pair)).length;
  return (some.length - 2 * within) / some.length;
}

/** Least and most that the index can be: so many ties, laid where they count most for either side. */
function range(subject: Grouped, side: 'within' | 'between'): Given {
  const count = ties(subject.graph).length;
  if (count === 0) return NO_TIES;
  const first = possible(subject.graph).filter((pair) => isWithin(subject, pair) === (side === 'within'));
  const then = possible(subject.graph).filter((pair) => isWithin(subject, pair) !== (side === 'within'));
  return index(subject, [...first, ...then].slice(0, count), '');
}

/** Arcs from group to group; of undirected ties both ends. */
const mixing = (subject: Grouped) =>
  groupsOf(subject).map((g) =>
    groupsOf(subject).map(
      (h) => arcs(subject.graph).filter(([v, w]) => subject.labels[v] === g && subject.labels[w] === h).length,
    ),
  );

const rowSums = (table: number[][]) => table.map(sum);
const columnSums = (table: number[][]) => table.map((_, column) => sum(table.map((row) => row[column]!)));
const ratio = (above: number, below: number) => (below === 0 ? null : above / below);
const tiesPerRoom = (all: number, room: number) => (room === 0 ? 0 : all / room);
const everyCell = (table: number[][], of: (cell: number, g: number, h: number) => number | null) =>
  table.map((row, g) => row.map((cell, h) => of(cell, g, h)));

/** Possible arcs from group to group. */
const roomFor = (subject: Grouped) =>
  groupsOf(subject).map((g) =>
    groupsOf(subject).map(
      (h) => ordered(subject.graph).filter(([v, w]) => subject.labels[v] === g && subject.labels[w] === h).length,
    ),
  );

function densitiesOf(subject: Grouped) {
  const room = roomFor(subject);
  return everyCell(mixing(subject), (cell, g, h) => ratio(cell, room[g]![h]!));
}

/** Of every pair of members that share a group: is it tied, less what the ends that both have would give by chance. */
function modularity(subject: Grouped): Given {
  const { graph } = subject;
  const m = arcs(graph).length;
  if (m === 0) return NO_TIES;
  const starts = (v: number) => graph.all.filter((w) => names(graph, v, w)).length;
  const ends = (v: number) => graph.all.filter((w) => names(graph, w, v)).length;
  const terms = graph.all.flatMap((v) =>
    graph.all
      .filter((w) => isWithin(subject, [v, w]))
      .map((w) => (names(graph, v, w) ? 1 : 0) - (starts(v) * ends(w)) / m),
  );
  return sum(terms) / m;
}

/** The correlation of what group the two ends of a tie are of: for two groups that of 0 and 1. */
function assortativity(subject: Grouped): Given {
  const all = arcs(subject.graph);
  if (all.length === 0) return NO_TIES;
  const x = all.map(([v]) => (subject.labels[v] === 'x' ? 1 : 0));
  const y = all.map(([, w]) => (subject.labels[w] === 'x' ? 1 : 0));
  const [meanX, meanY] = [sum(x) / all.length, sum(y) / all.length];
  const covariance = sum(x.map((one, at) => (one - meanX) * (y[at]! - meanY))) / all.length;
  if (meanX === meanY && (meanX === 0 || meanX === 1)) return none('all ties start and end in one group');
  // Newman's divisor is 1 − Σ ab, which is the product of the deviations only where both ends are alike distributed.
  return (2 * covariance) / (1 - meanX * meanY - (1 - meanX) * (1 - meanY));
}

function coleman(subject: Grouped, group: string): Given {
  const { graph } = subject;
  const own = membersOf(subject, group);
  if (own.length === 1) return none('a group of one has nobody within');
  if (own.length === graph.n) return none('the only group');
  const starting = arcs(graph).filter(([v]) => own.includes(v));
  if (starting.length === 0) return none('no ties start from this group');
  const within = starting.filter(([, w]) => own.includes(w)).length;
  const byChance = (starting.length * (own.length - 1)) / (graph.n - 1);
  return within >= byChance ? (within - byChance) / (starting.length - byChance) : (within - byChance) / byChance;
}

function freeman(subject: Grouped): Given {
  const count = pairsTied(subject.graph).length;
  if (count === 0) return NO_TIES;
  const all = unordered(subject.graph);
  const across = all.filter((pair) => !isWithin(subject, pair));
  if (across.length === 0) return ONE_GROUP;
  const expected = (count * across.length) / all.length;
  return (expected - across.filter(([v, w]) => tied(subject.graph, v, w)).length) / expected;
}

function guptaAndersonMay(subject: Grouped): Given {
  const table = mixing(subject);
  if (table.length < 2) return ONE_GROUP;
  if (rowSums(table).includes(0)) return none('a group has no ties');
  return (sum(table.map((row, g) => row[g]! / sum(row))) - 1) / (table.length - 1);
}

function segregationMatrix(subject: Grouped, group: string): Given {
  const { graph } = subject;
  const own = membersOf(subject, group);
  const rest = graph.all.filter((v) => !own.includes(v));
  if (own.length < 2) return none('nobody within the group to be tied to');
  if (rest.length === 0) return none('nobody outside the group to be tied to');
  const density = (to: readonly number[]) => {
    const room = ordered(graph).filter(([v, w]) => own.includes(v) && to.includes(w));
    return room.filter(([v, w]) => names(graph, v, w)).length / room.length;
  };
  const [within, outside] = [density(own), density(rest)];
  return within + outside === 0 ? none('no ties start from this group') : (within - outside) / (within + outside);
}

function oddsRatio(subject: Grouped): Given {
  const { graph } = subject;
  const isTie = ([v, w]: Pair) => names(graph, v, w);
  const within = possible(graph).filter((pair) => isWithin(subject, pair));
  const between = possible(graph).filter((pair) => !isWithin(subject, pair));
  const [w, b] = [within.filter(isTie).length, between.filter(isTie).length];
  if (w + b === 0) return NO_TIES;
  if (b === 0) return none('no ties between groups');
  if (w === within.length) return none('no pair within a group without a tie');
  return w / (within.length - w) / (b / (between.length - b));
}

const contacts = ({ graph }: Grouped, v: number) => graph.all.filter((w) => w !== v && tied(graph, v, w));

/** λ·x(v) ÷ mean of x over the piece of v's own group that v is in; null without contacts. */
function spectral(subject: Grouped, v: number): number | null {
  const near = (u: number) => contacts(subject, u);
  if (near(v).length === 0) return null;
  const piece = [v];
  for (const u of piece) {
    for (const w of near(u)) if (subject.labels[w] === subject.labels[v] && !piece.includes(w)) piece.push(w);
  }
  if (piece.length === 1) return 0;
  const shares = subject.graph.all.map((u) =>
    subject.graph.all.map((w) => (near(u).includes(w) ? 1 / near(u).length : 0)),
  );
  const { eigenvalue, vector } = dominantOf(among(shares, piece));
  return (eigenvalue * vector[0]!) / (sum(vector) / piece.length);
}

function spectralMean(subject: Grouped, some: readonly number[], whenNone: string): Given {
  const known = some.map((v) => spectral(subject, v)).filter((one) => one !== null);
  return known.length === 0 ? none(whenNone) : sum(known) / known.length;
}

/** The chance that two, drawn with putting back, are of different groups. */
function diversity(labels: readonly string[]): number {
  return labels.flatMap((one) => labels.filter((other) => other !== one)).length / labels.length ** 2;
}

const ROLES: Readonly<Record<string, (a: string, v: string, b: string) => boolean>> = {
  coordinator: (a, v, b) => a === v && v === b,
  itinerant: (a, v, b) => a === b && a !== v,
  representative: (a, v, b) => a === v && v !== b,
  gatekeeper: (a, v, b) => v === b && a !== v,
  liaison: (a, v, b) => a !== v && v !== b && a !== b,
};

function brokerage({ graph, labels }: Grouped, v: number): Given {
  const ways = ordered(graph).filter(
    ([a, b]) => a !== v && b !== v && names(graph, a, v) && names(graph, v, b) && !names(graph, a, b),
  );
  return Object.fromEntries(
    Object.entries(ROLES).map(([role, fits]) => [
      role,
      ways.filter(([a, b]) => fits(labels[a]!, labels[v]!, labels[b]!)).length,
    ]),
  );
}

const network = (metric: string, of: (subject: Grouped) => Given, detail?: string): Twin<Grouped> => ({
  metric,
  scope: 'network',
  of,
  ...(detail === undefined ? {} : { detail }),
});
const group = (metric: string, of: (subject: Grouped, group: string) => Given): Twin<Grouped> => ({
  metric,
  scope: 'group',
  of: (subject) => Object.fromEntries(groupsOf(subject).map((one) => [one, of(subject, one)])),
});
const member = (metric: string, of: (subject: Grouped, v: number) => Given): Twin<Grouped> => ({
  metric,
  scope: 'member',
  of: (subject) => Object.fromEntries(subject.graph.all.map((v) => [idOf(v), of(subject, v)])),
});

const touches = (subject: Grouped, one: string) =>
  ties(subject.graph).filter((pair) => pair.some((v) => subject.labels[v] === one));

const TWINS: readonly Twin<Grouped>[] = [
  network('e-i-index', (subject) => index(subject, ties(subject.graph), 'no ties')),
  network('e-i-index', (subject) => range(subject, 'between'), 'max'),
  network('e-i-index', (subject) => range(subject, 'within'), 'min'),
  group('e-i-index', (subject, one) => index(subject, touches(subject, one), 'no ties touch this group')),
  member('e-i-index', (subject, v) =>
    index(
      subject,
      arcs(subject.graph).filter(([from]) => from === v),
      subject.graph.directed ? 'names nobody' : 'no ties to anybody',
    ),
  ),
  network('mixing-matrix', mixing),
  network('mixing-matrix', densitiesOf, 'densities'),
  network(
    'mixing-matrix',
    (subject) => {
      const table = mixing(subject);
      return everyCell(table, (cell, g) => ratio(cell, rowSums(table)[g]!));
    },
    'rowShares',
  ),
  network(
    'mixing-matrix',
    (subject) => {
      const [table, room] = [mixing(subject), roomFor(subject)];
      const perPair = tiesPerRoom(sum(rowSums(table)), sum(rowSums(room)));
      return everyCell(table, (cell, g, h) => ratio(cell, perPair * room[g]![h]!));
    },
    'observedToExpectedBySize',
  ),
  network(
    'mixing-matrix',
    (subject) => {
      const table = mixing(subject);
      const [rows, columns, all] = [rowSums(table), columnSums(table), sum(rowSums(table))];
      return everyCell(table, (cell, g, h) => ratio(cell * all, rows[g]! * columns[h]!));
    },
    'observedToExpectedByDegree',
  ),
  network('modularity', modularity),
  network('assortativity', assortativity),
  network('freeman-segregation', freeman),
  network('gupta-anderson-may', guptaAndersonMay),
  network('within-group-odds-ratio', oddsRatio),
  group('segregation-matrix-index', segregationMatrix),
  network('spectral-segregation', (subject) => spectralMean(subject, subject.graph.all, 'no ties')),
  group('spectral-segregation', (subject, one) =>
    spectralMean(subject, membersOf(subject, one), 'nobody in this group has a tie'),
  ),
  member('spectral-segregation', (subject, v) => spectral(subject, v) ?? ISOLATE),
  network('blau-diversity', ({ labels }) => diversity(labels)),
  member('blau-diversity', ({ graph, labels }, v) => {
    const named = graph.all.filter((w) => names(graph, v, w)).map((w) => labels[w]!);
    return named.length === 0 ? none('names nobody') : diversity(named);
  }),
  member('brokerage', brokerage),
];

/** Not asked of ties without direction. */
const DIRECTED: readonly Twin<Grouped>[] = [group('coleman-homophily', coleman)];

/** Under every labelling by two groups; and, of some graphs, by three. */
function wrongOn(graphs: readonly Plain[], twins: readonly Twin<Grouped>[], labelsOf = labellingsOf): string[] {
  const metrics = twins.map(({ metric }) => metric);
  return graphs.flatMap((graph) =>
    labelsOf(graph).flatMap((labels) => {
      const { results } = measure(recordsOf(graph, labels), {
        metrics,
        groupBy: 'group',
        permutations: 1,
        undirected: !graph.directed,
      });
      return disagreements(twins, results, { graph, labels }).map(
        (words) => `${inWords(graph)} ${labels.join('')}: ${words}`,
      );
    }),
  );
}

const labellingsOf = (graph: Plain) => labellings(graph.n);
const inThree = (graph: Plain) => [graph.all.map((v) => 'xyz'[v % 3]!)];

describe('figures on groups are what their definitions say, on every small graph and labelling', {
  timeout: 120_000,
}, () => {
  it('undirected, up to 5 members, every labelling', () => {
    expect(wrongOn(undirectedGraphs(5), TWINS)).toEqual([]);
  });

  it('undirected, 6 members, halves, one against five, and two against four', () => {
    const six = undirectedGraphs().filter(({ n }) => n === 6);
    const some = () => ['xxxyyy', 'xyxyxy', 'xyyyyy', 'xxyyyy', 'yyxxyy'].map((labels) => labels.split(''));
    expect(wrongOn(six, TWINS, some)).toEqual([]);
  });

  it('directed, up to 4 members, every labelling', () => {
    expect(wrongOn(directedGraphs(), [...TWINS, ...DIRECTED])).toEqual([]);
  });

  it('directed, a sample of 5 members, every labelling', () => {
    expect(wrongOn(directedSample(20), [...TWINS, ...DIRECTED])).toEqual([]);
  });

  it('three groups', () => {
    const ofTwo = ['assortativity'];
    const twins = TWINS.filter(({ metric }) => !ofTwo.includes(metric));
    expect(wrongOn(undirectedGraphs(5), twins, inThree)).toEqual([]);
    expect(wrongOn(directedSample(60), [...twins, ...DIRECTED], inThree)).toEqual([]);
  });
});

/** Of v’s count in a role over all orders of the labels: how many, their mean and standard deviation. */
function byChance({ graph, labels }: Grouped, v: number): Record<string, { mean: number; deviation: number }> {
  const counts = permutations(graph.n).map((order) => {
    const relabelled = order.map((from) => labels[from]!);
    return brokerage({ graph, labels: relabelled }, v) as Record<string, number>;
  });
  return Object.fromEntries(
    Object.keys(ROLES).map((role) => {
      const all = counts.map((one) => one[role]!);
      const mean = sum(all) / all.length;
      return [role, { mean, deviation: Math.sqrt(sum(all.map((one) => (one - mean) ** 2)) / all.length) }];
    }),
  );
}

const eachRole = (
  subject: Grouped,
  of: (v: number, role: string, chance: { mean: number; deviation: number }) => number | null,
) =>
  Object.fromEntries(
    subject.graph.all.map((v) => [
      idOf(v),
      Object.fromEntries(Object.entries(byChance(subject, v)).map(([role, chance]) => [role, of(v, role, chance)])),
    ]),
  );

/** The mean product of the differences from the mean of two in contact, rows shared out evenly, over the variance. */
function morans(graph: Plain, values: readonly number[]): Given {
  const why = none('fewer than 3 members with a value of "attitude"');
  if (graph.n < 3) return why;
  const middle = sum(values) / graph.n;
  const variance = sum(values.map((one) => (one - middle) ** 2)) / graph.n;
  if (variance === 0) return none('all have the same value');
  const rows = graph.all.map((v) => graph.all.filter((w) => w !== v && names(graph, v, w)));
  const some = graph.all.filter((v) => rows[v]!.length > 0);
  if (some.length === 0) return none('no contact among members with a value');
  const mean = (list: readonly number[]) => sum(list) / list.length;
  return mean(some.map((v) => (values[v]! - middle) * mean(rows[v]!.map((w) => values[w]! - middle)))) / variance;
}

describe('likeness of numbers in contact is what its definition says', { timeout: 120_000 }, () => {
  it("'attitude-morans-i': on every small graph, of three lists of numbers", () => {
    const wrong = [...undirectedGraphs(), ...directedGraphs()].flatMap((graph) =>
      [
        [3, 1, 4, 1, 5, 9],
        [0, 0, 1, 1, 0, 1],
        [2, 2, 2, 2, 2, 2],
      ].flatMap((all) => {
        const values = all.slice(0, graph.n);
        const plainRecords = recordsOf(graph);
        const members = plainRecords.members.map((one, v) => ({ ...one, attributes: { attitude: values[v]! } }));
        const { results } = measure(
          { ...plainRecords, members },
          { metrics: ['attitude-morans-i'], groupBy: 'attitude', undirected: !graph.directed },
        );
        const twin: Twin<Plain> = { metric: 'attitude-morans-i', scope: 'network', of: () => morans(graph, values) };
        return disagreements([twin], results, graph).map((words) => `${inWords(graph)} with ${values}: ${words}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what brokerage chance alone would give is exact', { timeout: 120_000 }, () => {
  const twins: readonly Twin<Grouped>[] = [
    {
      metric: 'brokerage',
      scope: 'member',
      detail: 'expected',
      of: (subject) => eachRole(subject, (_v, _role, { mean }) => mean),
    },
    {
      metric: 'brokerage',
      scope: 'member',
      detail: 'z',
      of: (subject) =>
        eachRole(subject, (v, role, { mean, deviation }) => {
          const count = (brokerage(subject, v) as Record<string, number>)[role]!;
          return deviation < 1e-9 ? null : (count - mean) / deviation;
        }),
    },
  ];
  const some = ({ n }: Plain) => ['xxyyz', 'xyzxy', 'xyyyy'].map((labels) => labels.slice(0, n).split(''));

  it('directed, up to 4 members, against all orders of the labels', () => {
    expect(wrongOn(directedGraphs(), twins, some)).toEqual([]);
  });

  it('directed, a sample of 5, against all orders of the labels', () => {
    expect(wrongOn(directedSample(12), twins, some)).toEqual([]);
  });
});

describe('the test of the E-I index says how often chance does as much', { timeout: 120_000 }, () => {
  it('against all labellings, worked out', () => {
    const labels = ['x', 'x', 'x', 'y', 'y', 'y'];
    const two = plain(6, false, (v, w) => v < 3 === w < 3);
    const within = (order: readonly number[]) =>
      pairsTied(two).filter(([v, w]) => labels[order[v]!] === labels[order[w]!]).length;
    const all = permutations(6).map(within);
    const mean = sum(all) / all.length;
    const exact = all.filter((one) => Math.abs(one - mean) >= Math.abs(6 - mean) - 1e-9).length / all.length;
    const { results } = measure(recordsOf(two, labels), {
      metrics: ['e-i-index'],
      groupBy: 'group',
      permutations: 9999,
      undirected: true,
    });
    const { p } = results[0]!.details as { p: number };
    // Four standard deviations of a count out of 9,999.
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999) + 1e-4);
  });
});
