/**
 * The figures of whole networks, each from its definition: all pairs, all triples, all sets, all divisions.
 */
import { describe, expect, it } from 'vitest';
import { type Given, none, type Twin } from './agree.ts';
import {
  directedGraphs,
  directedSample,
  idOf,
  names,
  type Plain,
  permutations,
  plain,
  subsets,
  tied,
  undirectedGraphs,
} from './graphs.ts';
import { wrongOn } from './measured.ts';
import { allWays, pieces, reaches } from './paths.ts';

const few = (members: number) => none(`fewer than ${members} members`);
const NO_TIES = none('no ties');
const NOBODY = none('nobody reaches anybody');

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const pairs = (graph: Plain) => graph.all.flatMap((v) => graph.all.filter((w) => w > v).map((w) => [v, w] as const));
const ordered = (graph: Plain) =>
  graph.all.flatMap((v) => graph.all.filter((w) => w !== v).map((w) => [v, w] as const));
const arcs = (graph: Plain) => ordered(graph).filter(([v, w]) => names(graph, v, w));
const ties = (graph: Plain) => pairs(graph).filter(([v, w]) => tied(graph, v, w));
const others = (graph: Plain, v: number) => graph.all.filter((w) => w !== v);
const contacts = (graph: Plain, v: number) => others(graph, v).filter((w) => tied(graph, v, w));
const share = (some: number, all: number) => some / all;
const largestFirst = (sizes: readonly number[]) => [...sizes].sort((a, b) => b - a);

function network(metric: string, of: (graph: Plain) => Given, detail?: string): Twin<Plain> {
  return { metric, scope: 'network', of, ...(detail === undefined ? {} : { detail }) };
}

/** How far all are below the highest. */
const below = (scores: readonly number[]) => sum(scores.map((score) => Math.max(...scores) - score));

const outDegree = (graph: Plain, v: number) => others(graph, v).filter((w) => names(graph, v, w)).length;
const inDegree = (graph: Plain, v: number) => others(graph, v).filter((w) => names(graph, w, v)).length;

/** The graph in which one has it all: a star, mutual or not, measured the same way. */
function centralized(
  graph: Plain,
  score: (graph: Plain, v: number) => number,
  best: (v: number, w: number) => boolean,
): Given {
  if (graph.n < 3) return few(3);
  const star = plain(graph.n, graph.directed, best);
  return below(graph.all.map((v) => score(graph, v))) / below(star.all.map((v) => score(star, v)));
}

const mutualStar = (v: number, w: number) => v === 0 || w === 0;
const starIn = (v: number, w: number) => w === 0 || v === 0;

function betweenness(graph: Plain, v: number): number {
  const ways = allWays(graph);
  return sum(
    others(graph, v).flatMap((s) =>
      others(graph, v).map((t) => {
        const { shortest } = ways[s]![t]!;
        return shortest.length === 0 ? 0 : shortest.filter((path) => path.includes(v)).length / shortest.length;
      }),
    ),
  );
}

function closeness(graph: Plain, v: number): number {
  return (graph.n - 1) / sum(others(graph, v).map((w) => allWays(graph)[v]![w]!.distance));
}

const everybodyReaches = (graph: Plain) => ordered(graph).every(([v, w]) => reaches(graph, v, w));

/** One names all; the others reach each other in n steps: Σ of differences (n − 1)²/n. Undirected: a star. */
function closenessCentralization(graph: Plain): Given {
  if (graph.n < 3) return few(3);
  if (!everybodyReaches(graph)) return none('not everybody reaches everybody');
  const scores = graph.all.map((v) => closeness(graph, v));
  if (!graph.directed) return centralized(graph, closeness, mutualStar);
  return below(scores) / ((graph.n - 1) ** 2 / graph.n);
}

const triples = (graph: Plain) =>
  graph.all.flatMap((v) =>
    contacts(graph, v).flatMap((a) =>
      contacts(graph, v)
        .filter((b) => b > a)
        .map((b) => [v, a, b] as const),
    ),
  );
const closedTriples = (graph: Plain) => triples(graph).filter(([, a, b]) => tied(graph, a, b));

function clusterings(graph: Plain): number[] {
  return graph.all
    .filter((v) => contacts(graph, v).length >= 2)
    .map((v) => {
      const near = contacts(graph, v);
      const possible = near.flatMap((a) => near.filter((b) => b > a).map((b) => [a, b] as const));
      return share(possible.filter(([a, b]) => tied(graph, a, b)).length, possible.length);
    });
}

/** The 16 types by an example each, with members 0, 1, 2 (Holland and Leinhardt 1976, in networkx's drawing). */
const TRIADS: Readonly<Record<string, string>> = {
  '003': '',
  '012': '01',
  '102': '01 10',
  '021D': '10 12',
  '021U': '01 21',
  '021C': '01 12',
  '111D': '01 10 21',
  '111U': '01 10 12',
  '030T': '01 12 02',
  '030C': '01 12 20',
  '201': '01 10 12 21',
  '120D': '10 12 02 20',
  '120U': '01 21 02 20',
  '120C': '01 12 02 20',
  '210': '01 12 21 02 20',
  '300': '01 10 12 21 02 20',
};

function triadCensus(graph: Plain): Given {
  const counts = Object.fromEntries(Object.keys(TRIADS).map((type) => [type, 0]));
  for (const set of subsets(graph.n).filter(({ length }) => length === 3)) {
    const type = Object.keys(TRIADS).find((one) =>
      permutations(3).some((order) => {
        const drawn = TRIADS[one]!.split(' ');
        return [0, 1, 2].every((v) =>
          [0, 1, 2].every(
            (w) => v === w || drawn.includes(`${v}${w}`) === names(graph, set[order[v]!]!, set[order[w]!]!),
          ),
        );
      }),
    );
    counts[type!]!++;
  }
  return counts;
}

/** Members who reach each other both ways, as sets. */
function circles(graph: Plain): number[][] {
  const circleOf = (v: number) => graph.all.filter((w) => reaches(graph, v, w) && reaches(graph, w, v));
  return graph.all.map(circleOf).filter((circle, v) => circle[0] === v);
}

const reachable = (graph: Plain) => ordered(graph).filter(([v, w]) => reaches(graph, v, w));
const distances = (graph: Plain) => reachable(graph).map(([v, w]) => allWays(graph)[v]![w]!.distance);
const inOnePiece = (graph: Plain) =>
  pairs(graph).filter(([v, w]) => pieces(graph).some((piece) => piece.includes(v) && piece.includes(w)));

/** Of two: whom both reach, themselves included, and among those one whom all the others are reached by. */
function haveLeastUpperBound(graph: Plain, v: number, w: number): boolean {
  const bounds = graph.all.filter((k) => reaches(graph, v, k) && reaches(graph, w, k));
  return bounds.some((k) => bounds.every((other) => reaches(graph, k, other)));
}

function leastUpperBound(graph: Plain): Given {
  const most = sum(pieces(graph).map(({ length }) => ((length - 1) * (length - 2)) / 2));
  if (most === 0) return none('no piece of 3 members or more');
  return 1 - inOnePiece(graph).filter(([v, w]) => !haveLeastUpperBound(graph, v, w)).length / most;
}

/** Ties beyond a tree in each piece, of those that there could be. */
const spare =
  (there: (v: number, w: number) => boolean, all: (graph: Plain) => (readonly [number, number])[]) =>
  (graph: Plain): Given => {
    const counts = pieces(graph).map((piece) => {
      const within = all(graph).filter(([v, w]) => piece.includes(v) && piece.includes(w));
      const tree = piece.length - 1;
      return { spare: within.filter(([v, w]) => there(v, w)).length - tree, most: within.length - tree };
    });
    const most = sum(counts.map((one) => one.most));
    return most === 0
      ? none('no piece in which there could be spare ties')
      : 1 - sum(counts.map((one) => one.spare)) / most;
  };

const NOBODY_HAS_TWO = none('nobody has two contacts');

const TWINS: readonly Twin<Plain>[] = [
  network('density', (graph) => (graph.n < 2 ? few(2) : share(arcs(graph).length, ordered(graph).length))),
  network('transitivity', (graph) =>
    triples(graph).length === 0 ? NOBODY_HAS_TWO : share(closedTriples(graph).length, triples(graph).length),
  ),
  network('average-clustering', (graph) => {
    const all = clusterings(graph);
    return all.length === 0 ? NOBODY_HAS_TWO : sum(all) / all.length;
  }),
  network('weak-components', (graph) => largestFirst(pieces(graph).map(({ length }) => length))),
  network('strong-components', (graph) => largestFirst(circles(graph).map(({ length }) => length))),
  network('isolates', (graph) => graph.all.filter((v) => contacts(graph, v).length === 0).length),
  network('isolates', (graph) => graph.all.filter((v) => contacts(graph, v).length === 0).map(idOf), 'members'),
  network('in-degree-centralization', (graph) =>
    centralized(graph, inDegree, graph.directed ? (_v, w) => w === 0 : starIn),
  ),
  network('out-degree-centralization', (graph) =>
    centralized(graph, outDegree, graph.directed ? (v) => v === 0 : starIn),
  ),
  network('degree-centralization', (graph) =>
    centralized(graph, (one, v) => inDegree(one, v) + outDegree(one, v), mutualStar),
  ),
  network('betweenness-centralization', (graph) => centralized(graph, betweenness, mutualStar)),
  network('closeness-centralization', closenessCentralization),
  network('average-path-length', (graph) => {
    if (graph.n < 2) return few(2);
    return reachable(graph).length === 0 ? NOBODY : sum(distances(graph)) / reachable(graph).length;
  }),
  network('diameter', (graph) => {
    if (graph.n < 2) return few(2);
    return reachable(graph).length === 0 ? NOBODY : Math.max(...distances(graph));
  }),
  network('reachable-share', (graph) => (graph.n < 2 ? few(2) : share(reachable(graph).length, ordered(graph).length))),
  network('global-efficiency', (graph) =>
    graph.n < 2 ? few(2) : sum(distances(graph).map((d) => 1 / d)) / ordered(graph).length,
  ),
  network('krackhardt-connectedness', (graph) =>
    graph.n < 2 ? few(2) : share(inOnePiece(graph).length, pairs(graph).length),
  ),
  network('krackhardt-hierarchy', (graph) => {
    const some = pairs(graph).filter(([v, w]) => reaches(graph, v, w) || reaches(graph, w, v));
    const back = some.filter(([v, w]) => reaches(graph, v, w) && reaches(graph, w, v));
    return some.length === 0 ? NOBODY : 1 - back.length / some.length;
  }),
  network('krackhardt-efficiency', (graph) =>
    graph.directed
      ? spare((v, w) => names(graph, v, w), ordered)(graph)
      : spare((v, w) => tied(graph, v, w), pairs)(graph),
  ),
  network('krackhardt-efficiency', (graph) => spare((v, w) => tied(graph, v, w), pairs)(graph), 'overPairs'),
  network('krackhardt-least-upper-bound', leastUpperBound),
];

const mutual = (graph: Plain) => ties(graph).filter(([v, w]) => names(graph, v, w) && names(graph, w, v)).length;

const DIRECTED: readonly Twin<Plain>[] = [
  network('reciprocity', (graph) =>
    arcs(graph).length === 0
      ? NO_TIES
      : share(arcs(graph).filter(([v, w]) => names(graph, w, v)).length, arcs(graph).length),
  ),
  network('dyadic-reciprocity', (graph) =>
    ties(graph).length === 0 ? NO_TIES : share(mutual(graph), ties(graph).length),
  ),
  network('dyad-census', (graph) => ({
    mutual: mutual(graph),
    asymmetric: ties(graph).length - mutual(graph),
    null: pairs(graph).length - ties(graph).length,
  })),
  network('triad-census', triadCensus),
];

const UNDIRECTED = undirectedGraphs();
const ALL_DIRECTED = directedGraphs();
const SAMPLE = directedSample(60);

describe('figures of networks are what their definitions say, on every small graph', { timeout: 120_000 }, () => {
  it('undirected, up to 6 members', () => {
    expect(wrongOn(UNDIRECTED, TWINS, {})).toEqual([]);
  });

  it('directed, up to 4 members', () => {
    expect(wrongOn(ALL_DIRECTED, [...TWINS, ...DIRECTED], {})).toEqual([]);
  });

  it('directed, a sample of 5 members', () => {
    expect(wrongOn(SAMPLE, [...TWINS, ...DIRECTED], {})).toEqual([]);
  });

  it('undirected: what asks who names whom says that nobody does', () => {
    const ofDirection = DIRECTED.map((twin) => ({ ...twin, of: () => none('ties have no direction') }));
    expect(wrongOn(UNDIRECTED, ofDirection, {})).toEqual([]);
  });
});
