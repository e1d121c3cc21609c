/**
 * Every trusted record of every layer of every dataset, against ours.
 */
import { describe, expect, it } from 'vitest';
import { METRICS, type Measurement, type MeasureOptions, measure } from '../../analysis/index.ts';
import {
  DATASETS,
  type Dataset,
  datasetsPresent,
  type Layer,
  needsDatasets,
  readDataset,
  readJson,
  readMeta,
} from '../support/datasets.ts';
import { differences } from './compare.ts';
import { type Figures, MAPPING, NOT_OURS, type OracleRow, TRUSTED_ENOUGH } from './mapping.ts';

interface OracleRecord {
  metric: string;
  variant: string;
  lib: string;
  call: string;
  value: unknown;
  trust: string;
}

interface Oracle {
  node_order: string[];
  layers: Record<string, { records: OracleRecord[] }>;
}

describe.skipIf(!datasetsPresent)(needsDatasets('our figures are those of the tools that people trust'), () => {
  for (const dataset of datasetsPresent ? DATASETS : []) {
    const oracle = readJson(dataset, 'oracle.json') as Oracle;
    const meta = readMeta(dataset);
    for (const layer of meta.layers) {
      it(`${dataset} / ${layer.layer}`, () => {
        const figuresOf = figuresFor(dataset, layer, oracle.node_order);
        const wrong: string[] = [];
        let compared = 0;
        for (const record of oracle.layers[layer.layer]!.records) {
          const group = /\bby (?:group of )?(\w+)/.exec(record.variant)?.[1];
          if (!TRUSTED_ENOUGH.test(record.trust)) continue;
          const row = rowFor(record, group);
          if (row?.directedOnly && !layer.directed) continue;
          if (row === undefined) {
            if (isTrusted(record) && !isNotOurs(record)) wrong.push(`${record.metric} | ${record.variant}: not mapped`);
            continue;
          }
          compared++;
          const theirs = (row.theirs ?? asIs)(record.value);
          const found = differences(
            row.ours(figuresOf(row, group)),
            theirs,
            row.tolerance ?? 1e-9,
            row.absolute ?? 1e-12,
          );
          wrong.push(
            ...found.slice(0, 3).map((words) => `${record.metric} | ${record.variant} | ${record.lib}: ${words}`),
          );
        }
        expect(wrong).toEqual([]);
        expect(compared).toBeGreaterThan(20);
      }, 120_000);
    }
  }

  it('maps to metrics that exist', () => {
    const known = METRICS.map((metric) => metric.id);
    expect(MAPPING.map((row) => row.id).filter((id) => id !== null && !known.includes(id))).toEqual([]);
  });
});

function asIs(value: unknown): unknown {
  return value;
}

function isTrusted({ trust }: OracleRecord): boolean {
  return trust.startsWith('confirmed') || trust.startsWith('definition');
}

function rowFor({ metric, variant }: OracleRecord, group: string | undefined): OracleRow | undefined {
  const general =
    group === undefined ? variant : variant.replace(new RegExp(`(by (?:group of )?)${group}\\b`), '$1{group}');
  return MAPPING.find((row) => row.metric === metric && row.variant === general);
}

function isNotOurs({ metric, variant }: OracleRecord): boolean {
  return NOT_OURS.some(
    (one) =>
      one.metric === metric &&
      (one.variant.endsWith('*') ? variant.startsWith(one.variant.slice(0, -1)) : one.variant === variant),
  );
}

/** Measures a layer as the record describes it; what was measured once is kept. */
function figuresFor(dataset: Dataset, layer: Layer, order: string[]) {
  const records = readDataset(dataset);
  const kept = new Map<string, Measurement>();
  return (row: OracleRow, group: string | undefined): Figures => {
    const metrics = row.id === null ? [] : [row.id];
    const options: MeasureOptions = { ...optionsOf(layer), ...row.options, metrics, permutations: 1 };
    if (row.undirected) options.undirected = true;
    if (group !== undefined) options.groupBy = group;
    const key = JSON.stringify(options);
    const measurement = kept.get(key) ?? measure(records, options);
    kept.set(key, measurement);
    const result: Figures['result'] = (scope = 'network') => measurement.results.find((one) => one.scope === scope)!;
    return {
      measurement,
      result,
      members: () => order.map((id) => result('member').values![id]),
      value: () => result().value,
      detail: (name) => result().details[name],
    };
  };
}

function optionsOf(layer: Layer): MeasureOptions {
  const options: MeasureOptions = { types: [layer.type], undirected: !layer.directed };
  if (typeof layer.wave === 'number') options.wave = String(layer.wave);
  if (layer.min_weight !== undefined) options.minStrength = layer.min_weight;
  return options;
}
