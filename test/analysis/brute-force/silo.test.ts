/**
 * The figures on groups, each from its definition, on every small graph under every labelling by two groups.
 */
import { describe, expect, it } from 'vitest';
import { type Given, none, type Twin } from './agree.ts';
import { directedGraphs, directedSample, idOf, labellings, names, type Plain, undirectedGraphs } from './graphs.ts';
import { wrongOnGroups } from './measured.ts';
import {
  arcs,
  assortativity,
  brokerage,
  coleman,
  columnSums,
  densitiesOf,
  diversity,
  everyCell,
  freeman,
  type Grouped,
  groupsOf,
  guptaAndersonMay,
  ISOLATE,
  index,
  membersOf,
  mixing,
  modularity,
  oddsRatio,
  range,
  ratio,
  roomFor,
  rowSums,
  segregationMatrix,
  spectral,
  spectralMean,
  sum,
  ties,
  tiesPerRoom,
} from './silo-definitions.ts';

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

const labellingsOf = (graph: Plain) => labellings(graph.n);
const inThree = (graph: Plain) => [graph.all.map((v) => 'xyz'[v % 3]!)];

describe('figures on groups are what their definitions say, on every small graph and labelling', {
  timeout: 120_000,
}, () => {
  it('undirected, up to 5 members, every labelling', () => {
    expect(wrongOnGroups(undirectedGraphs(5), TWINS, labellingsOf)).toEqual([]);
  });

  it('undirected, 6 members, halves, one against five, and two against four', () => {
    const six = undirectedGraphs().filter(({ n }) => n === 6);
    const some = () => ['xxxyyy', 'xyxyxy', 'xyyyyy', 'xxyyyy', 'yyxxyy'].map((labels) => labels.split(''));
    expect(wrongOnGroups(six, TWINS, some)).toEqual([]);
  });

  it('directed, up to 4 members, every labelling', () => {
    expect(wrongOnGroups(directedGraphs(), [...TWINS, ...DIRECTED], labellingsOf)).toEqual([]);
  });

  it('directed, a sample of 5 members, every labelling', () => {
    expect(wrongOnGroups(directedSample(20), [...TWINS, ...DIRECTED], labellingsOf)).toEqual([]);
  });

  it('three groups', () => {
    const ofTwo = ['assortativity'];
    const twins = TWINS.filter(({ metric }) => !ofTwo.includes(metric));
    expect(wrongOnGroups(undirectedGraphs(5), twins, inThree)).toEqual([]);
    expect(wrongOnGroups(directedSample(60), [...twins, ...DIRECTED], inThree)).toEqual([]);
  });
});
