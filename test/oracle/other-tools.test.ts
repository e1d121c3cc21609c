/**
 * Metrics for which no data set records a figure, against other tools on one small network that is written here.
 *
 * networkx 3.6.1, numpy 2.4.6 and scipy 1.17.1 (Python 3.11); G is the DiGraph, U = G.to_undirected(). The call stands
 * beside each figure. Recorded by hand: nothing of it is computed when the tests run.
 */
import { describe, expect, it } from 'vitest';
import { compare } from '../../analysis/conformance/index.ts';
import type { MeasureOptions } from '../../analysis/index.ts';
import type { NetworkRecords } from '../../data/records/index.ts';
import { exampleRecords, resultOf } from '../analysis/metrics/small-networks.ts';

/** nx.gnp_random_graph(12, 0.2, seed=8, directed=True), named a … l, without the ties of l; groups x, y, z in turn. */
const TIES =
  'a>d a>f b>c b>e b>g c>d d>b d>c d>g e>c e>f f>a f>d f>k g>f g>i h>c h>f i>c i>d i>e j>a j>b j>c j>i k>b k>g k>j l';
const IDS = [...'abcdefghijkl'];
const GROUPS = Object.fromEntries(IDS.map((id, at) => [id, 'xyz'[at % 3]!]));
/** In five periods; j and l were not seen to adopt. */
const ADOPTIONS = { a: 1, b: 1, c: 2, d: 3, e: 4, f: 2, g: 5, h: 5, i: 3, k: 4 };

const network = exampleRecords({ network: TIES, groups: GROUPS, adoptions: ADOPTIONS, gives: 0 });
const BY = { groupBy: 'group' };
const U = { undirected: true };

function agrees(ours: unknown, theirs: unknown): void {
  expect(compare(ours, theirs, { relative: 1e-12, absolute: 1e-12 }).differences).toEqual([]);
}

function value(metric: string, options: MeasureOptions = {}): unknown {
  return resultOf(network, metric, options, 'network').value;
}

function detail(
  metric: string,
  name: string,
  options: MeasureOptions = {},
  records: NetworkRecords = network,
): unknown {
  return resultOf(records, metric, options, 'network').details[name];
}

function ofMembers(metric: string, options: MeasureOptions = {}): unknown {
  return resultOf(network, metric, options, 'member').values;
}

function byId(...figures: (number | null)[]): unknown {
  return Object.fromEntries(IDS.map((id, at) => [id, figures[at]]));
}

describe('figures that other tools give on a network of twelve', () => {
  it("'reachable-share': sum(len(nx.descendants(G, v)) for v in G) / (n * (n - 1))", () => {
    agrees(value('reachable-share'), 0.7575757575757576);
    agrees(value('reachable-share', U), 0.8333333333333334);
  });

  it("'efficiency': nx.effective_size(U)[v] / U.degree(v)", () => {
    const some = [0.7777777777777778, 0.6666666666666669, 0.6666666666666666, 0.6666666666666669, 0.75];
    const rest = [0.8333333333333334, 0.6, 1, 0.6799999999999999, 0.76, 0.625, null];
    agrees(resultOf(network, 'efficiency').values, byId(...some, ...rest));
  });

  it("'gupta-anderson-may': of M = nx.attribute_mixing_matrix(G, 'group'), (sum(M[i, i] / M[i].sum()) - 1) / 2", () => {
    agrees(value('gupta-anderson-may', BY), -0.19220779220779222);
    agrees(value('gupta-anderson-may', { ...BY, ...U }), -0.15828173374613003);
  });

  it("'segregation-matrix-index': of d = nx.density(G.subgraph(own)), o = nx.edge_boundary(G, own, rest) / pairs", () => {
    const { values } = resultOf(network, 'segregation-matrix-index', BY, 'group');
    agrees(values, { x: 0, y: -0.20000000000000004, z: -0.38461538461538464 });
  });

  it("'spectral-segregation': np.linalg.eig of shares of contact within each piece of a group of U", () => {
    const some = [0.6139567305920164, 0.3169872981077806, 0.17425814164944628, 0.3596883013706589, 0.2745190528383289];
    const rest = [0, 0.19250789650835926, 0, 0.19089023002066444, 0.32859428094555204, 0.27451905283832895, null];
    // Ours multiplies until nothing changes by more than rounding.
    const close = { relative: 1e-7, absolute: 1e-9 };
    expect(compare(ofMembers('spectral-segregation', BY), byId(...some, ...rest), close).differences).toEqual([]);
    expect(value('spectral-segregation', BY)).toBeCloseTo(0.2478109986246487, 8);
  });

  it("'blau-diversity': 1 - sum((k / t) ** 2) over Counter(group[w] for w in G.successors(v))", () => {
    agrees(value('blau-diversity', BY), 0.6666666666666667);
    const some = [0.5, 0.6666666666666667, 0, 0.6666666666666667, 0, 0.4444444444444444];
    const rest = [0, 0, 0.6666666666666667, 0.625, 0.4444444444444444, null];
    agrees(ofMembers('blau-diversity', BY), byId(...some, ...rest));
  });

  it("'closeness-centralization' on pieces: sum(max - c) over nx.closeness_centrality(U or G.reverse() or G)", () => {
    agrees(detail('closeness-centralization', 'wassermanFaust', U), 0.22917679468481614);
    agrees(detail('closeness-centralization', 'wassermanFaust'), { out: 0.14184313786410604, in: 0.3034951456233532 });
  });

  it("'time-to-adoption' by group: scipy.stats.logrank(CensoredData a … f, CensoredData g … l), its square", () => {
    const halves = Object.fromEntries(IDS.map((id) => [id, id < 'g' ? 'first' : 'second']));
    const records = exampleRecords({ network: TIES, groups: halves, adoptions: ADOPTIONS, gives: 0 });
    const { chiSquare, p } = detail('time-to-adoption', 'logRank', BY, records) as Record<string, number>;
    agrees(chiSquare, 7.954761350171656);
    expect(p).toBeCloseTo(0.0047961032657941795, 9);
  });

  it("'key-players': all itertools.combinations(U, 3) by nx.connected_components and multi_source distances", () => {
    const { value: sets, details } = resultOf(network, 'key-players');
    agrees([details.fragmentation, details.reach], [0.41666666666666663, 1]);
    // Of sets that are equally good the first by name: acf, bcf, cdf, cef … and cfl, fjl.
    expect(sets).toEqual({ fragmentation: ['a', 'c', 'f'], reach: ['c', 'f', 'l'] });
  });

  it("'bass': scipy.optimize.curve_fit(F, t, count / 12, p0=[.03, .4]) of 1, 2, 4, 6, 8, 9, 10 adopters", () => {
    const counts = [1, 1, 2, 2, 2, 1, 1];
    const times = counts.flatMap((count, at) => Array<number>(count).fill(at + 1));
    const adoptions = Object.fromEntries(times.map((time, at) => [IDS[at]!, time]));
    const { details } = resultOf(exampleRecords({ network: TIES, adoptions, gives: 0 }), 'bass');
    const theirs = {
      p: 0.06382869370169922,
      q: 0.49966155681569174,
      standardErrors: { p: 0.006641421577920766, q: 0.03907367057909609 },
      rss: 0.0018730280604055734,
    };
    const { p, q, standardErrors, residualSumOfSquares: rss } = details;
    expect(compare({ p, q, standardErrors, rss }, theirs, { relative: 1e-5, absolute: 1e-9 }).differences).toEqual([]);
  });

  it("'contribution-gini': np.abs(x[:, None] - x).sum() / (2 * n * n * x.mean()) of 4, 2, 2, 1 and eight times 0", () => {
    const contributions = exampleRecords({ network: TIES, contributions: 'a a a a b b c c d', gives: 0 });
    agrees(resultOf(contributions, 'contribution-gini').value, 0.75);
  });
});
