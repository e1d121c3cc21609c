/**
 * What is searched for (key players, a core, communities), against all sets, all splits and all divisions there are.
 */
import { describe, expect, it } from 'vitest';
import { type MetricResult, measure } from '../../../analysis/index.ts';
import { directedSample, idOf, inWords, type Plain, recordsOf, subsets, tied, undirectedGraphs } from './graphs.ts';
import { allWays, pieces, unionOf } from './paths.ts';

const UNDIRECTED = undirectedGraphs();
const SAMPLE = directedSample(60);

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const pairs = (graph: Plain) => graph.all.flatMap((v) => graph.all.filter((w) => w > v).map((w) => [v, w] as const));
const ties = (graph: Plain) => pairs(graph).filter(([v, w]) => tied(graph, v, w));
const contacts = (graph: Plain, v: number) => graph.all.filter((w) => w !== v && tied(graph, v, w));

/** All divisions of 0 … n − 1 into groups, as the group of each. */
function divisions(n: number): number[][] {
  if (n === 0) return [[]];
  return divisions(n - 1).flatMap((shorter) => {
    const groups = Math.max(-1, ...shorter) + 1;
    return Array.from({ length: groups + 1 }, (_, group) => [...shorter, group]);
  });
}

/** Ties within less those that chance would put there, over ordered pairs. */
function modularityOf(graph: Plain, groups: readonly number[]): number {
  const degree = graph.all.map((v) => contacts(graph, v).length);
  const ends = sum(degree);
  const excess = graph.all.flatMap((v) =>
    graph.all
      .filter((w) => groups[v] === groups[w])
      .map((w) => (tied(graph, v, w) && v !== w ? 1 : 0) - (degree[v]! * degree[w]!) / ends),
  );
  return sum(excess) / ends;
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  const product = (a: readonly number[], b: readonly number[], of: number, and: number) =>
    sum(a.map((one, at) => (one - of) * (b[at]! - and)));
  return product(x, y, meanX, meanY) / Math.sqrt(product(x, x, meanX, meanX) * product(y, y, meanY, meanY));
}

/** The best correlation of ties with the pattern of a core, over all cores. */
function bestCore(graph: Plain, betweenCounts: boolean): number {
  const found = subsets(graph.n).map((core) => {
    const counted = pairs(graph).filter(([v, w]) => betweenCounts || core.includes(v) === core.includes(w));
    const isTied = counted.map(([v, w]) => (tied(graph, v, w) ? 1 : 0));
    const isInCore = counted.map(([v, w]) => (core.includes(v) || core.includes(w) ? 1 : 0));
    return correlation(isTied, isInCore);
  });
  return Math.max(...found.filter((one) => !Number.isNaN(one)));
}

/** Share of ordered pairs of the others who are out of touch once a set has left. */
function fragmentation(graph: Plain, gone: readonly number[]): number {
  const left = graph.n - gone.length;
  return 1 - sum(pieces(graph, gone).map(({ length }) => length * (length - 1))) / (left * (left - 1));
}

function reach(graph: Plain, set: readonly number[]): number {
  const steps = (v: number) => Math.min(...set.map((k) => allWays(graph)[k]![v]!.distance));
  return sum(graph.all.map((v) => (set.includes(v) ? 1 : 1 / steps(v)))) / graph.n;
}

function only(graph: Plain, metric: string): MetricResult {
  const { results } = measure(recordsOf(graph), { metrics: [metric], undirected: !graph.directed });
  return results[0]!;
}

describe('what is searched for is found, on every small graph', { timeout: 120_000 }, () => {
  const graphs = [...UNDIRECTED, ...SAMPLE];

  it("key players ('key-players'): the first of the best of all sets of three", () => {
    const wrong = graphs.flatMap((graph) => {
      const { value, reason, details } = only(graph, 'key-players');
      const expected = graph.n < 5 ? 'fewer than 5 members' : ties(graph).length === 0 ? 'no ties' : null;
      if (expected !== null) return reason === expected && value === null ? [] : [`${inWords(graph)}: ${reason}`];
      const sets = subsets(graph.n)
        .filter(({ length }) => length === 3)
        .sort((a, b) => (a.join() < b.join() ? -1 : 1));
      return (['fragmentation', 'reach'] as const).flatMap((aim) => {
        const worth = (set: number[]) => (aim === 'reach' ? reach(unionOf(graph), set) : fragmentation(graph, set));
        const best = Math.max(...sets.map(worth));
        const first = sets.find((set) => worth(set) > best - 1e-9)!.map(idOf);
        const ours = (value as Record<string, string[]>)[aim]!;
        const same = ours.join() === first.join() && Math.abs((details[aim] as number) - best) < 1e-9;
        return same ? [] : [`${inWords(graph)}: ${aim} ${ours} ${details[aim]}, twin ${first} ${best}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("core and periphery ('core-periphery'): the best of all splits", () => {
    const wrong = graphs.flatMap((graph) => {
      const { value, reason, details } = only(graph, 'core-periphery');
      const all = ties(graph).length === pairs(graph).length ? 'everybody is tied to everybody' : null;
      const expected = graph.n < 3 ? 'fewer than 3 members' : ties(graph).length === 0 ? 'no ties' : all;
      if (expected !== null) return reason === expected && value === null ? [] : [`${inWords(graph)}: ${reason}`];
      const best = bestCore(graph, true);
      const words = Math.abs((value as number) - best) < 1e-9 ? [] : [`${inWords(graph)}: ${value}, twin ${best}`];
      const within = (details.within as { correlation: number | null }).correlation;
      const bestWithin = bestCore(graph, false);
      if (within === null || Math.abs(within - bestWithin) < 1e-9) return words;
      return [...words, `${inWords(graph)}: within ${within}, twin ${bestWithin}`];
    });
    expect(wrong).toEqual([]);
  });

  it("communities ('communities'): what it says of its division is so, and hardly ever is there a better one", () => {
    const graphs = UNDIRECTED.filter((graph) => ties(graph).length > 0);
    const found = graphs.map((graph) => {
      const { value, details } = only(graph, 'communities');
      const partition = details.partition as Record<string, number>;
      const own = modularityOf(
        graph,
        graph.all.map((v) => partition[idOf(v)]!),
      );
      return { value, own, best: Math.max(...divisions(graph.n).map((groups) => modularityOf(graph, groups))) };
    });
    for (const { value, own } of found) expect(value).toBeCloseTo(own, 9);
    // Moving one member at a time does not find every best division: of the path of six it misses one by 0.04.
    expect(Math.max(...found.map(({ own, best }) => best - own))).toBeLessThan(0.041);
    expect(found.filter(({ own, best }) => best - own > 1e-9).length).toBeLessThanOrEqual(1);
  });
});
