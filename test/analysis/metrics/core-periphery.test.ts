import { describe, expect, it } from 'vitest';
import { bestCoreSplit, type CorePattern, coreCorrelation } from '../../../analysis/graph/core-periphery.ts';
import { type CompactGraph, createRandom, fromArcs, unionOf } from '../../../analysis/index.ts';
import { datasetsPresent, needsDatasets, readDataset, readJson, readMeta } from '../../support/datasets.ts';
import { network, resultOf } from './small-networks.ts';

const PATTERNS: readonly CorePattern[] = ['covered', 'within'];

function graphOf(n: number, isTied: (v: number, w: number) => boolean): CompactGraph {
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  for (let v = 0; v < n; v++) {
    for (let w = v + 1; w < n; w++) {
      if (!isTied(v, w)) continue;
      arcs.from.push(v);
      arcs.to.push(w);
      arcs.strength.push(1);
    }
  }
  return unionOf(
    fromArcs(
      Array.from({ length: n }, (_, v) => `m${v}`),
      arcs,
    ),
  );
}

/** The ideal pattern pair by pair, and Pearson's correlation with it: slow and obvious. */
function plainCorrelation(n: number, isTied: (v: number, w: number) => boolean, pattern: CorePattern, core: number) {
  const points: [number, number][] = [];
  for (let v = 0; v < n; v++) {
    for (let w = v + 1; w < n; w++) {
      const inCore = ((core >> v) & 1) + ((core >> w) & 1);
      if (pattern === 'within' && inCore === 1) continue;
      points.push([isTied(v, w) ? 1 : 0, inCore >= (pattern === 'within' ? 2 : 1) ? 1 : 0]);
    }
  }
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) => points.reduce((all, [a, b]) => all + of(a - x, b - y), 0);
  const spread = sum((a) => a * a) * sum((_, b) => b * b);
  return points.length === 0 || spread < 1e-12 ? null : sum((a, b) => a * b) / Math.sqrt(spread);
}

function plainBest(n: number, isTied: (v: number, w: number) => boolean, pattern: CorePattern): number | null {
  let best: number | null = null;
  for (let core = 0; core < 2 ** n; core++) {
    const correlation = plainCorrelation(n, isTied, pattern, core);
    if (correlation !== null && (best === null || correlation > best)) best = correlation;
  }
  return best;
}

function expectBest(n: number, isTied: (v: number, w: number) => boolean, label: string): void {
  for (const pattern of PATTERNS) {
    const found = bestCoreSplit(graphOf(n, isTied), pattern, createRandom(1, 'core'));
    const best = plainBest(n, isTied, pattern);
    if (best === null) expect(found, label).toBeNull();
    else expect(found!.correlation, `${label} ${pattern}`).toBeCloseTo(best, 9);
  }
}

describe('core and periphery: the split is the best there is where all can be tried, and a planted core is found', () => {
  it('on every network of five members', () => {
    for (let ties = 0; ties < 2 ** 10; ties++) {
      const bit = (v: number, w: number) => (v * (9 - v)) / 2 + w - v - 1;
      expectBest(5, (v, w) => ((ties >> bit(v, w)) & 1) === 1, `network ${ties}`);
    }
  });

  it('on 120 random networks of six to ten members', () => {
    const random = createRandom(7, 'networks');
    for (let round = 0; round < 120; round++) {
      const n = 6 + random.below(5);
      const share = 0.15 + 0.7 * random.next();
      const tied = Array.from({ length: n * n }, () => random.next() < share);
      expectBest(n, (v, w) => tied[v * n + w]!, `round ${round}`);
    }
  });

  it('counts of pairs give the correlation that the pairs one by one give', () => {
    const random = createRandom(8, 'splits');
    for (let round = 0; round < 200; round++) {
      const n = 3 + random.below(7);
      const tied = Array.from({ length: n * n }, () => random.next() < 0.4);
      const isTied = (v: number, w: number) => tied[v * n + w]!;
      const core = random.below(2 ** n);
      const split = Uint8Array.from({ length: n }, (_, v) => (core >> v) & 1);
      for (const pattern of PATTERNS) {
        const ours = coreCorrelation(graphOf(n, isTied), pattern, split);
        const plain = plainCorrelation(n, isTied, pattern, core);
        if (plain === null) expect(ours).toBeNull();
        else expect(ours).toBeCloseTo(plain, 9);
      }
    }
  });

  it('a core of 12 among 80, tied to nearly all where others hardly are', () => {
    for (const seed of [1, 2, 3]) {
      const random = createRandom(seed, 'planted');
      const tied = Array.from({ length: 80 * 80 }, (_, at) => {
        const inCore = at % 80 < 12 || Math.floor(at / 80) < 12;
        return random.next() < (inCore ? 0.8 : 0.05);
      });
      const found = bestCoreSplit(
        graphOf(80, (v, w) => tied[v * 80 + w]!),
        'covered',
        createRandom(1, 'core'),
      )!;
      expect([...found.core.keys()].filter((v) => found.core[v] === 1)).toEqual([...Array(12).keys()]);
    }
  });

  it('sweeps, where there are too many members for rounds, find it too', () => {
    const n = 2_500;
    const random = createRandom(4, 'planted');
    const graph = graphOf(n, (v) => random.next() < (v < 60 ? 0.5 : 0.002));
    const { core } = bestCoreSplit(graph, 'covered', createRandom(1, 'core'))!;
    expect(core.reduce((sum, one) => sum + one, 0)).toBe(60);
    expect(core.subarray(0, 60).every((one) => one === 1)).toBe(true);
  });

  it('undefined without ties, with all ties, and below three members', () => {
    expect(resultOf(network('a b c'), 'core-periphery').reason).toBe('no ties');
    expect(resultOf(network('a>b b>c c>a'), 'core-periphery').reason).toBe('everybody is tied to everybody');
    expect(resultOf(network('a>b'), 'core-periphery').reason).toBe('fewer than 3 members');
    expect(resultOf(network('z>a z>b z>c'), 'core-periphery')).toMatchObject({
      value: 1,
      details: { core: ['z'], size: 1 },
    });
  });
});

interface Exact {
  metric: string;
  variant: string;
  value: { correlation: number; core: string[]; n_optima: number };
}

describe.skipIf(!datasetsPresent)(needsDatasets('core and periphery of real networks, against all 2ⁿ splits'), () => {
  for (const dataset of ['florentine', 'krackhardt_hightech'] as const) {
    it(dataset, () => {
      const { layers } = readJson(dataset, 'oracle.json') as { layers: Record<string, { records: Exact[] }> };
      for (const { layer, type } of readMeta(dataset).layers) {
        const records = layers[layer]!.records.filter(({ metric }) => metric === 'core_periphery_exact');
        expect(records).toHaveLength(2);
        const { value, details } = resultOf(readDataset(dataset), 'core-periphery', { types: [type] });
        const ours = { ones: { correlation: value, core: details.core }, missing: details.within };
        for (const { variant, value: exact } of records) {
          const found = ours[variant.endsWith('ones') ? 'ones' : 'missing'] as { correlation: number; core: string[] };
          expect(found.correlation, `${layer} ${variant}`).toBeCloseTo(exact.correlation, 9);
          if (exact.n_optima === 1) expect(found.core.toSorted()).toEqual(exact.core.map(String).toSorted());
        }
      }
    });
  }
});
