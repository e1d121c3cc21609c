import { describe, expect, it } from 'vitest';
import { DATASETS, datasetsPresent, needsDatasets, readDataset, readJson, readMeta } from '../../support/datasets.ts';
import { fromTies, network, resultOf, tie } from './small-networks.ts';

const ID = 'closeness-centralization';
const UNDIRECTED = { undirected: true };

/** Distances by trying ever longer ways (Floyd and Warshall). */
function distances(n: number, isTied: (v: number, w: number) => boolean): number[][] {
  const d = Array.from({ length: n }, (_, v) =>
    Array.from({ length: n }, (_, w) => (v === w ? 0 : isTied(v, w) ? 1 : Number.POSITIVE_INFINITY)),
  );
  for (let k = 0; k < n; k++) {
    for (let v = 0; v < n; v++) {
      for (let w = 0; w < n; w++) d[v]![w] = Math.min(d[v]![w]!, d[v]![k]! + d[k]![w]!);
    }
  }
  return d;
}

function spread(scores: number[]): number {
  return scores.reduce((sum, score) => sum + Math.max(...scores) - score, 0);
}

describe('closeness centralization: Freeman’s where everybody reaches everybody, and null, not 0, elsewhere', () => {
  it('every directed network of four members, against distances worked out one by one', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const pairs = ids.flatMap((_, v) => ids.flatMap((_, w) => (v === w ? [] : [[v, w] as const])));
    let connected = 0;
    for (let ties = 0; ties < 2 ** 12; ties += 3) {
      const rows = pairs.filter((_, at) => ((ties >> at) & 1) === 1);
      const d = distances(4, (v, w) => rows.some(([from, to]) => from === v && to === w));
      const { value, details } = resultOf(
        fromTies(
          ids,
          rows.map(([v, w]) => tie(ids[v]!, ids[w]!)),
        ),
        ID,
      );
      const reached = d.map((row) => row.filter((one) => one > 0 && Number.isFinite(one)));
      const scaled = reached.map((row) => (row.length === 0 ? 0 : row.length ** 2 / 3 / row.reduce((a, b) => a + b)));
      expect((details.wassermanFaust as { out: number }).out).toBeCloseTo(spread(scaled) / 3, 12);
      if (reached.some((row) => row.length < 3)) {
        expect(value).toBeNull();
        continue;
      }
      connected++;
      const scores = d.map((row) => 3 / row.reduce((a, b) => a + b));
      expect(value).toBeCloseTo(spread(scores) / (9 / 4), 12);
      const into = d.map((_, w) => 3 / d.reduce((sum, row) => sum + row[w]!, 0));
      expect(details.in).toBeCloseTo(spread(into) / (9 / 4), 12);
    }
    expect(connected).toBeGreaterThan(400);
  });

  it('no undirected network of five members passes the star, on Freeman’s form or Wasserman and Faust’s', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const pairs = ids.flatMap((v, at) => ids.slice(at + 1).map((w) => [v, w] as const));
    for (let ties = 0; ties < 2 ** 10; ties++) {
      const rows = pairs.filter((_, at) => ((ties >> at) & 1) === 1);
      const records = fromTies(
        ids,
        rows.map(([v, w]) => tie(v, w)),
      );
      const { value, details } = resultOf(records, ID, UNDIRECTED);
      expect(details.wassermanFaust as number).toBeLessThanOrEqual(1 + 1e-12);
      if (value !== null) expect(value).toBeCloseTo(details.wassermanFaust as number, 12);
    }
    expect(resultOf(network('a>z b>z c>z d>z'), ID, UNDIRECTED).value).toBeCloseTo(1, 12);
  });

  it('says what it is in pieces, with an isolate, and below three members', () => {
    expect(resultOf(network('a>b b>a c>d d>c'), ID)).toMatchObject({
      value: null,
      reason: 'not everybody reaches everybody',
      details: { connected: false, in: null },
    });
    expect(resultOf(network('z>a z>b z>c'), ID).details.wassermanFaust).toMatchObject({ out: 1 });
    expect(resultOf(network('a>b'), ID).reason).toBe('fewer than 3 members');
  });

  it('strengths do not count, also where they are asked for', () => {
    const records = network('a>b=5 b>a=1 b>c=2 c>a=9 c>d=1 d>a=4');
    expect(resultOf(records, ID, { strength: true })).toMatchObject({
      value: resultOf(records, ID).value,
      strength: 'ignored',
    });
  });
});

interface Records {
  layers: Record<string, { records: { metric: string; variant: string; value: unknown }[] }>;
}

describe.skipIf(!datasetsPresent)(
  needsDatasets('closeness centralization is sna’s and igraph’s where all agree'),
  () => {
    const VARIANTS: Record<string, { undirected: boolean; of: 'value' | 'in' }> = {
      D: { undirected: false, of: 'value' },
      'D igraph mode out': { undirected: false, of: 'value' },
      'D igraph mode in': { undirected: false, of: 'in' },
      'D igraph mode all': { undirected: true, of: 'value' },
      U: { undirected: true, of: 'value' },
      'U igraph mode all': { undirected: true, of: 'value' },
    };

    it('on every layer in which everybody reaches everybody', () => {
      let compared = 0;
      for (const dataset of DATASETS) {
        const { layers } = readJson(dataset, 'oracle.json') as Records;
        for (const layer of readMeta(dataset).layers) {
          for (const { metric, variant, value: theirs } of layers[layer.layer]!.records) {
            const asked = VARIANTS[variant];
            if (metric !== 'centralization_closeness' || asked === undefined) continue;
            const { value, details } = resultOf(readDataset(dataset), ID, {
              types: [layer.type],
              undirected: asked.undirected || !layer.directed,
              ...(typeof layer.wave === 'number' ? { wave: String(layer.wave) } : {}),
              ...(layer.min_weight === undefined ? {} : { minStrength: layer.min_weight }),
            });
            if (value === null) continue;
            compared++;
            expect(asked.of === 'value' ? value : details.in, `${layer.layer} ${variant}`).toBeCloseTo(
              theirs as number,
              9,
            );
          }
        }
      }
      expect(compared).toBeGreaterThan(12);
    });
  },
);
