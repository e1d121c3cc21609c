/**
 * The real networks beside the repository, as records: nodes.csv, edges.csv, adoptions.csv and meta.json of a folder.
 *
 * Their licences differ from set to set, so they are read from where they are and never copied. Tests that need them are
 * skipped, with words, where the folder is absent: `describe.skipIf(!datasetsPresent)(needsDatasets('…'), …)`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { NetworkRecords } from '../../data/records/index.ts';

export const datasetsFolder = new URL('../../../shared/datasets/', import.meta.url);

export const DATASETS = [
  'email_eu_core',
  'florentine',
  'freeman_eies32',
  'glasgow_s50',
  'karate',
  'krackhardt_hightech',
  'med_innovations',
  'mooc_dlt1',
  'uk_faculty',
  'workplace_france',
] as const;

export type Dataset = (typeof DATASETS)[number];

export const datasetsPresent = existsSync(new URL('README.md', datasetsFolder));

/** The name of a suite that is skipped where the data are absent, saying so. */
export function needsDatasets(name: string): string {
  return datasetsPresent ? name : `${name} (skipped: ../shared/datasets is not there)`;
}

/** One network of a dataset: a type of tie, perhaps of one wave, perhaps above a strength. */
export interface Layer {
  layer: string;
  type: string;
  /** `"*"`: rows have waves, and all of them count. */
  wave: number | '*' | null;
  directed: boolean;
  weighted: boolean;
  min_weight?: number;
}

export interface Meta {
  layers: Layer[];
  groups: string[];
  numeric: string[];
  n: number;
}

export function readMeta(dataset: Dataset): Meta {
  return JSON.parse(readFileSync(fileOf(dataset, 'meta.json'), 'utf8')) as Meta;
}

export function readJson(dataset: Dataset, file: string): unknown {
  return JSON.parse(readFileSync(fileOf(dataset, file), 'utf8'));
}

/** All layers of a dataset as one set of records; measure's types, wave and minStrength choose among them. */
export function readDataset(dataset: Dataset): NetworkRecords {
  const nodes = rows(dataset, 'nodes.csv');
  const edges = rows(dataset, 'edges.csv');
  const occurrences = new Map<string, number>();
  return {
    members: nodes.map(({ id, ...attributes }) => ({
      member: id!,
      status: 'active',
      hub: false,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, cell]) => [name, cell === '' ? null : cell!]),
      ),
    })),
    ties: edges.map((edge) => {
      const alike = JSON.stringify([edge.type, edge.wave, edge.source, edge.target, edge.time]);
      const occurrence = occurrences.get(alike) ?? 0;
      occurrences.set(alike, occurrence + 1);
      return {
        from: edge.source!,
        to: edge.target!,
        type: edge.type!,
        strength: edge.weight === '' ? null : Number(edge.weight),
        wave: edge.wave === '' ? null : edge.wave!,
        time: edge.time === '' ? null : edge.time!,
        occurrence,
      };
    }),
    adoptions: existsSync(fileOf(dataset, 'adoptions.csv'))
      ? rows(dataset, 'adoptions.csv').map((row) => ({
          member: row.id!,
          practice: 'practice',
          time: row.time === '' ? null : Number(row.time),
          censored: row.censored === '1',
        }))
      : [],
    waves: [],
    responses: [],
    contributions: [],
  };
}

function rows(dataset: Dataset, file: string): Record<string, string>[] {
  return parse(readFileSync(fileOf(dataset, file)), { columns: true, bom: true, skip_empty_lines: true });
}

function fileOf(dataset: Dataset, file: string): URL {
  return new URL(`${dataset}/${file}`, datasetsFolder);
}
