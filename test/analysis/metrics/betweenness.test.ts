import { describe, expect, it } from 'vitest';
import { betweennessByPairs } from '../../../analysis/graph/betweenness.ts';
import { compact } from '../../../analysis/graph/compact.ts';
import { measure } from '../../../analysis/index.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import { datasetsPresent, needsDatasets, readDataset } from '../../support/datasets.ts';
import { measured, network } from './small-networks.ts';

describe('betweenness, worked by hand', () => {
  it('a star: the centre is on every way', () => {
    expect(measured(network('a>z b>z c>z'), 'betweenness', { undirected: true })).toEqual({ a: 0, b: 0, c: 0, z: 1 });
  });

  it('a path of four, directed: a→c and a→d pass b, a→d and b→d pass c; ÷ 3 · 2', () => {
    expect(measured(network('a>b b>c c>d'), 'betweenness')).toEqual({ a: 0, b: 2 / 6, c: 2 / 6, d: 0 });
  });

  it('a ring of four: two ways between opposite members, half each', () => {
    const ring = measured(network('a>b b>c c>d d>a'), 'betweenness', { undirected: true });
    for (const share of Object.values(ring as object)) expect(share).toBeCloseTo(1 / 6, 12);
  });
});

describe('sums of fractions that are equal on paper count as equal lengths', () => {
  it('with length 1/strength as with whole lengths: 1/2 + 1/3 is 1/3 + 1/2', () => {
    // By floating point 1/2 + 1/3 + 1/6 depends on the order of adding; the two ways are of equal length.
    const records = network('a>b=2 b>c=3 c>d=6 a>e=6 e>f=3 f>d=2');
    const scores = measured(records, 'betweenness', { strength: true }) as Record<string, number>;
    expect(scores.b).toBeCloseTo(scores.e!, 12);
    expect(scores.b).toBeCloseTo(1.5 / 20, 12);
  });

  it.skipIf(!datasetsPresent)(needsDatasets('karate: strengths 1 to 7, so 420/strength is a whole number'), () => {
    const records = readDataset('karate');
    const graph = compact(records, { undirected: true });
    const whole = graph.out.strengths.map((strength) => Math.round(420 / strength));
    const exact = betweennessByPairs(graph, executeHere, whole);
    const { results } = measure(records, { undirected: true, strength: true, metrics: ['betweenness'] });
    for (const [v, id] of graph.ids.entries()) {
      expect(results[0]!.values![id]).toBeCloseTo(exact[v]! / (graph.n - 1) / (graph.n - 2), 10);
    }
  });
});
