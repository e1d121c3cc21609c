/**
 * The figures of members, each from its definition over all simple paths, all subsets, or a dense system of equations.
 */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { disagreements, type Given, none, type Twin } from './agree.ts';
import {
  directedGraphs,
  directedSample,
  idOf,
  inWords,
  joined,
  names,
  type Plain,
  recordsOf,
  subsets,
  tied,
  undirectedGraphs,
  withStrengths,
} from './graphs.ts';
import { among, dominantOf, solve } from './linear.ts';
import { wrongOn } from './measured.ts';
import { allWays, pieces, unionOf } from './paths.ts';

const few = (members: number) => none(`fewer than ${members} members`);
const NO_TIES = none('no ties');
const ISOLATE = none('no ties to anybody');

function member(metric: string, of: (graph: Plain, v: number) => Given, within?: number): Twin<Plain> {
  return {
    metric,
    scope: 'member',
    ...(within === undefined ? {} : { within }),
    of: (graph) => Object.fromEntries(graph.all.map((v) => [idOf(v), of(graph, v)])),
  };
}

const others = (graph: Plain, v: number) => graph.all.filter((w) => w !== v);
const contacts = (graph: Plain, v: number) => others(graph, v).filter((w) => tied(graph, v, w));
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const tiesAmong = (graph: Plain, some: readonly number[]) =>
  some.flatMap((v) => some.filter((w) => w > v && tied(graph, v, w))).length;

/** Σ over ordered pairs of others: of all shortest ways, the share that pass v. */
function betweennessOf(graph: Plain, v: number, weighted: boolean): Given {
  if (graph.n < 3) return few(3);
  const ways = allWays(graph, weighted);
  const shares = others(graph, v).flatMap((s) =>
    others(graph, v)
      .filter((t) => t !== s && ways[s]![t]!.shortest.length > 0)
      .map((t) => ways[s]![t]!.shortest.filter((path) => path.includes(v)).length / ways[s]![t]!.shortest.length),
  );
  return sum(shares) / ((graph.n - 1) * (graph.n - 2));
}

function distancesFrom(graph: Plain, v: number, side: 'in' | 'out', weighted: boolean): number[] {
  const ways = allWays(graph, weighted);
  const all = others(graph, v).map((w) => (side === 'out' ? ways[v]![w]! : ways[w]![v]!).distance);
  return all.filter((distance) => Number.isFinite(distance));
}

const closenessTo = (side: 'in' | 'out', weighted: boolean) => (graph: Plain, v: number) => {
  if (graph.n < 2) return few(2);
  const within = distancesFrom(graph, v, side, weighted);
  return within.length === 0 ? 0 : ((within.length / (graph.n - 1)) * within.length) / sum(within);
};

const harmonicTo = (side: 'in' | 'out', weighted: boolean) => (graph: Plain, v: number) =>
  graph.n < 2 ? few(2) : sum(distancesFrom(graph, v, side, weighted).map((d) => 1 / d)) / (graph.n - 1);

/** p(i, j): the share of i’s contact that is with j. */
function shareWith(graph: Plain, i: number, j: number): number {
  const both = (v: number, w: number) => graph.w[v]![w]! + graph.w[w]![v]!;
  return both(i, j) / sum(others(graph, i).map((k) => both(i, k)));
}

function constraintOf(graph: Plain, i: number): Given {
  const near = contacts(graph, i);
  if (near.length === 0) return ISOLATE;
  const terms = near.map((j) => {
    const through = near.filter((q) => q !== j).map((q) => shareWith(graph, i, q) * shareWith(graph, q, j));
    return (shareWith(graph, i, j) + sum(through)) ** 2;
  });
  return sum(terms);
}

/** The largest k such that a set with v in it gives everybody k ties within it: all sets are tried. */
function coreNumberOf(graph: Plain, v: number): number {
  const least = (set: readonly number[]) =>
    Math.min(...set.map((w) => set.filter((u) => u !== w && tied(graph, u, w)).length));
  return Math.max(
    ...subsets(graph.n)
      .filter((set) => set.includes(v))
      .map(least),
  );
}

/** The pieces of the union with their largest eigenvalue and its vector. */
function spectra(graph: Plain, weighted: boolean) {
  const matrix = graph.all.map((v) =>
    graph.all.map((w) => (weighted ? joined(graph, v, w) : tied(graph, v, w) ? 1 : 0)),
  );
  return pieces(graph)
    .filter((piece) => piece.length > 1)
    .map((piece) => ({ piece, ...dominantOf(among(matrix, piece)) }))
    .sort((a, b) => b.eigenvalue - a.eigenvalue);
}

const eigenvectorOf = (weighted: boolean) => (graph: Plain, v: number) => {
  const [first, second] = spectra(graph, weighted);
  if (first === undefined) return NO_TIES;
  if (second !== undefined && first.eigenvalue - second.eigenvalue < 1e-9) {
    return none('no single answer: two pieces of the network are equally dense');
  }
  const at = first.piece.indexOf(v);
  return at < 0 ? 0 : first.vector[at]!;
};

/** x − α·Aᵀ·x = 1, solved, of length 1. */
const katzOf = (weighted: boolean) => (graph: Plain, v: number) => {
  const [first] = spectra(graph, weighted);
  if (first === undefined) return NO_TIES;
  const alpha = 0.5 / first.eigenvalue;
  const given = (from: number, to: number) => (weighted ? graph.w[from]![to]! : names(graph, from, to) ? 1 : 0);
  const a = graph.all.map((i) => graph.all.map((j) => (i === j ? 1 : 0) - alpha * given(j, i)));
  const x = solve(
    a,
    graph.all.map(() => 1),
  );
  return x[v]! / Math.hypot(...x);
};

/** The stationary distribution: x − α·Σ x(u)·p(u → v) = (1 − α)/n, with p even to all for who names nobody. */
const pagerankOf = (weighted: boolean) => (graph: Plain, v: number) => {
  const given = (from: number, to: number) => (weighted ? graph.w[from]![to]! : names(graph, from, to) ? 1 : 0);
  const step = (from: number, to: number) => {
    const all = sum(graph.all.map((w) => given(from, w)));
    return all === 0 ? 1 / graph.n : given(from, to) / all;
  };
  const a = graph.all.map((to) => graph.all.map((from) => (to === from ? 1 : 0) - 0.85 * step(from, to)));
  return solve(
    a,
    graph.all.map(() => 0.15 / graph.n),
  )[v]!;
};

function bridgesOf(graph: Plain): string[][] {
  const before = pieces(graph).length;
  return graph.all.flatMap((v) =>
    graph.all
      .filter((w) => w > v && tied(graph, v, w) && pieces(graph, [], [v, w]).length > before)
      .map((w) => [idOf(v), idOf(w)]),
  );
}

/** Contacts less the mean number of ties that each has to the others; by strength: Σj (1 − Σq p(v, q)·m(j, q)). */
const lean = (graph: Plain, v: number, weighted: boolean) => {
  const near = contacts(graph, v);
  if (near.length === 0) return null;
  if (!weighted) return near.length - (2 * tiesAmong(graph, near)) / near.length;
  const both = (i: number, j: number) => graph.w[i]![j]! + graph.w[j]![i]!;
  const marginal = (j: number, q: number) => both(j, q) / Math.max(...others(graph, j).map((k) => both(j, k)));
  return sum(near.map((j) => 1 - sum(near.filter((q) => q !== j).map((q) => shareWith(graph, v, q) * marginal(j, q)))));
};

/** What is the same whether strengths are used or not. */
const STEPS: Twin<Plain>[] = [
  member('degree', (graph, v) => contacts(graph, v).length),
  member('out-degree', (graph, v) => others(graph, v).filter((w) => names(graph, v, w)).length),
  member('in-degree', (graph, v) => others(graph, v).filter((w) => names(graph, w, v)).length),
  member('strength', (graph, v) => sum(others(graph, v).map((w) => joined(graph, v, w)))),
  member('out-strength', (graph, v) => sum(graph.w[v]!)),
  member('in-strength', (graph, v) => sum(graph.w.map((row) => row[v]!))),
  member('core-number', coreNumberOf),
  member('cut-point', (graph, v) => {
    const alone = contacts(graph, v).length === 0;
    return pieces(graph, [v]).length > pieces(graph).length - (alone ? 1 : 0);
  }),
  { metric: 'bridges', scope: 'tie', of: bridgesOf },
  member('clustering', (graph, v) => {
    const near = contacts(graph, v);
    if (near.length < 2) return none('fewer than two contacts');
    return tiesAmong(graph, near) / ((near.length * (near.length - 1)) / 2);
  }),
];

const byStrength = (weighted: boolean): Twin<Plain>[] => [
  member('betweenness', (graph, v) => betweennessOf(graph, v, weighted)),
  member('closeness-in', closenessTo('in', weighted)),
  member('closeness-out', closenessTo('out', weighted)),
  member('harmonic-in', harmonicTo('in', weighted)),
  member('harmonic-out', harmonicTo('out', weighted)),
  member('constraint', constraintOf),
  member('effective-size', (graph, v) => lean(graph, v, weighted) ?? ISOLATE),
  member('efficiency', (graph, v) => {
    const size = lean(graph, v, weighted);
    return size === null ? ISOLATE : size / contacts(graph, v).length;
  }),
  member('eigenvector', eigenvectorOf(weighted), 1e-7),
  member('katz', katzOf(weighted), 1e-7),
  member('pagerank', pagerankOf(weighted)),
];

describe('figures of members are what their definitions say, on every small graph', { timeout: 120_000 }, () => {
  const families = {
    'undirected, up to 6 members': undirectedGraphs(),
    'directed, up to 4 members': directedGraphs(),
    'directed, a sample of 5 members': directedSample(60),
  };
  it('are all the graphs there are', () => {
    const sizes = (graphs: readonly Plain[]) =>
      [1, 2, 3, 4, 5, 6].map((n) => graphs.filter((one) => one.n === n).length);
    expect(sizes(families['undirected, up to 6 members'])).toEqual([1, 2, 4, 11, 34, 156]);
    expect(sizes(families['directed, up to 4 members'])).toEqual([1, 3, 16, 218, 0, 0]);
  });

  for (const [family, graphs] of Object.entries(families)) {
    it(`by steps: ${family}`, () => {
      expect(wrongOn(graphs, [...STEPS, ...byStrength(false)], {})).toEqual([]);
    });

    it(`by strength: ${family}`, () => {
      const valued = graphs.map((graph, at) => withStrengths(graph, at));
      expect(wrongOn(valued, [...STEPS, ...byStrength(true)], { strength: true })).toEqual([]);
    });
  }

  it('the union of a directed graph is the undirected one', () => {
    const undirected = [...STEPS, ...byStrength(false)].filter(({ metric }) => !metric.includes('strength'));
    const wrong = directedGraphs().flatMap((graph) => {
      const metrics = undirected.map(({ metric }) => metric).filter((metric) => metric !== 'constraint');
      const { results } = measure(recordsOf(graph), { metrics, undirected: true });
      return disagreements(
        undirected.filter(({ metric }) => metrics.includes(metric)),
        results,
        unionOf(graph),
      ).map((words) => `${inWords(graph)}: ${words}`);
    });
    expect(wrong).toEqual([]);
  });
});
