/**
 * Linear threshold cascades on real networks against netdiffuseR's rdiffnet: given thresholds and seeds leave nothing to
 * chance, so that the number of adopters of every period must be the same.
 */
import { describe, expect, it } from 'vitest';
import { type CompactGraph, compact, fromArcs, unionOf } from '../../analysis/index.ts';
import { executeHere } from '../../analysis/kernels/execute.ts';
import { fixedSeeds } from '../../analysis/simulation/arm.ts';
import { runAdopters } from '../../analysis/simulation/runs.ts';
import {
  DATASETS,
  type Dataset,
  datasetsPresent,
  needsDatasets,
  readDataset,
  readJson,
  readMeta,
} from '../support/datasets.ts';

interface Case {
  layer: string;
  directed: boolean;
  threshold: number;
  /** Whether members look at those whom they name, or at those who name them. */
  outgoing: boolean;
  seeds: string[];
  periods: number;
  cum: number[];
}

function casesOf(dataset: Dataset): Case[] {
  const oracle = readJson(dataset, 'oracle.json') as { threshold_cascades?: { cases: Case[] } };
  return oracle.threshold_cascades?.cases ?? [];
}

function graphOf(dataset: Dataset, { layer, directed, outgoing }: Case): CompactGraph {
  // A layer that the folder does not define is all ties of that type.
  const type = readMeta(dataset).layers.find((one) => one.layer === layer)?.type ?? layer;
  const named = compact(readDataset(dataset), { types: [type] });
  const graph = outgoing ? named : turned(named);
  return directed ? graph : unionOf(graph);
}

function turned({ ids, in: { offsets, targets, strengths } }: CompactGraph): CompactGraph {
  const from = Int32Array.from(targets, (_, at) => {
    let v = 0;
    while (offsets[v + 1]! <= at) v++;
    return v;
  });
  return fromArcs(ids, { from, to: targets, strength: strengths });
}

describe.skipIf(!datasetsPresent)(
  needsDatasets('threshold cascades take the course that netdiffuseR gives them'),
  () => {
    const all = datasetsPresent
      ? DATASETS.flatMap((dataset) => casesOf(dataset).map((one) => ({ dataset, ...one })))
      : [];

    it('there are cases, on several networks', () => {
      expect(new Set(all.map(({ dataset }) => dataset)).size).toBeGreaterThanOrEqual(4);
    });

    it.each(
      all.map(
        (one, at) => [`${one.dataset} ${at}: ${one.threshold}, ${one.outgoing ? 'named' : 'naming'}`, one] as const,
      ),
    )('%s', (_, one) => {
      const graph = graphOf(one.dataset, one);
      const seeds = fixedSeeds(one.seeds.map((id) => graph.ids.indexOf(id)));
      const model = {
        kind: 'threshold',
        thresholds: one.threshold,
        byStrength: false,
        periods: one.periods - 1,
      } as const;
      const adopters = runAdopters(graph, model, { seeds, added: [], removed: [] }, { runs: 1, seed: 1 }, executeHere);
      // Their first period is that of the seeds.
      expect([one.seeds.length, ...adopters]).toEqual(one.cum);
    });
  },
);
