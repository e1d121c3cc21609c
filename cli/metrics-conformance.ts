/**
 * `weft metrics --conformance`: reads data sets with their oracles, compares, and shows the table.
 *
 * A data set is a folder with nodes.csv, edges.csv and oracle.json; a folder of such folders is read whole.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Conformance,
  type ConformanceRow,
  conform,
  conformance,
  groupingsOf,
  type Outcome,
  type Passed,
  type Proof,
  readOracle,
} from '../analysis/conformance/index.ts';
import { readSource } from '../data/exchange/read-source.ts';
import { textTable } from '../data/exchange/text-table.ts';
import { WorkSaysNo } from './failures.ts';
import { progress } from './output.ts';

const ORACLE = 'oracle.json';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Beside the repository: its licences forbid to carry it along. */
const USUAL = join(ROOT, '..', 'shared', 'datasets');
/** Records of one kind that are shown before the rest is counted. */
const SHOWN = 20;

export interface ConformanceReport extends Conformance {
  folder: string;
  datasets: string[];
}

/** @throws WorkSaysNo where there is no data set */
export async function checkConformance(folder: string | undefined): Promise<ConformanceReport> {
  const datasets = datasetsIn(folder ?? USUAL, folder === undefined);
  const outcomes: Outcome[] = [];
  for (const path of datasets) {
    progress(`comparing ${basename(path)}`);
    const oracle = readOracle(
      jsonAt(path, ORACLE),
      existsSync(join(path, 'meta.json')) ? jsonAt(path, 'meta.json') : {},
    );
    const { records } = await readSource(path, { attributes: groupingsOf(oracle) });
    outcomes.push(...conform({ name: basename(path), records, oracle }));
  }
  return { folder: folder ?? USUAL, datasets: datasets.map((path) => basename(path)), ...conformance(outcomes, holds) };
}

export function conformanceText(report: ConformanceReport): string {
  const { rows, input, failures, unknown, notOurs, gaps, datasets } = report;
  const values = rows.reduce((sum, row) => sum + row.values, input.values);
  const agreeing = rows.filter(({ verdict }) => verdict === 'agrees').length;
  const proved = rows.filter(({ verdict }) => verdict === 'proved').length;
  const columns = [
    'metric',
    'oracles',
    'networks',
    'values',
    'largest difference',
    'tolerance',
    'other proof',
    'verdict',
  ];
  return [
    `${datasets.length} data sets (${datasets.join(', ')}), ${values} values compared`,
    textTable(
      columns.map((label) => ({ label, align: label === 'values' ? ('right' as const) : ('left' as const) })),
      rows.map(cells),
    ).trimEnd(),
    passedText('Records that no metric is known to answer', unknown),
    passedText('Records that are not ours, and why', notOurs),
    failures.length === 0 ? '' : ['Differences', ...failures.slice(0, SHOWN).map(inWords), more(failures)].join('\n  '),
    gaps.length === 0 ? '' : `Without an oracle or another proof: ${gaps.join(', ')}`,
    `${agreeing} metrics agree with their oracles, ${proved} are proved otherwise, ${gaps.length} have a gap; ${failures.length === 1 ? '1 record differs' : `${failures.length} records differ`}`,
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function cells(row: ConformanceRow): string[] {
  const { metric, oracles, layers, values, largestDifference, tolerance, proofs, verdict } = row;
  const kinds = [...new Set(proofs.map(({ kind }) => kind))];
  return [
    metric,
    oracles.map((tool) => tool.replace(/ \(.*/, '')).join(', '),
    values === 0 ? '' : String(layers.length),
    values === 0 ? '' : String(values),
    largestDifference === null ? '' : size(largestDifference),
    tolerance === null ? '' : `${size(tolerance.relative)} of it + ${size(tolerance.absolute)}`,
    kinds.join(', '),
    verdict,
  ];
}

function size(difference: number): string {
  return difference === 0 ? '0' : difference.toExponential(0);
}

function passedText(title: string, passed: readonly Passed[]): string {
  if (passed.length === 0) return '';
  const lines = passed
    .slice(0, SHOWN)
    .map(({ metric, variant, records, why }) => `${metric} | ${variant} (${records}): ${why}`);
  return [title, ...lines, more(passed)].filter((line) => line !== '').join('\n  ');
}

function inWords({ dataset, layer, record, tool, metric, words }: Outcome): string {
  return `${dataset}, ${layer}: ${metric ?? 'input'} against ${record.metric} | ${record.variant} of ${tool}: ${words.slice(0, 3).join('; ')}`;
}

function more(all: readonly unknown[]): string {
  return all.length > SHOWN ? `and ${all.length - SHOWN} more (--json lists all)` : '';
}

function datasetsIn(folder: string, isUsual: boolean): string[] {
  if (!existsSync(folder)) {
    throw new WorkSaysNo(
      isUsual
        ? `There are no data sets to compare with beside the project (${resolve(folder)}); give a folder: weft metrics --conformance FOLDER`
        : `${folder} is no folder; give one with nodes.csv, edges.csv and ${ORACLE}, or one that holds such folders.`,
    );
  }
  const holdsOracle = (path: string) => existsSync(join(path, ORACLE));
  if (holdsOracle(folder)) return [resolve(folder)];
  const found = readdirSync(folder)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => resolve(folder, name))
    .filter(holdsOracle);
  if (found.length === 0) {
    throw new WorkSaysNo(`${folder} holds no ${ORACLE}, nor does a folder in it: there is nothing to compare with.`);
  }
  return found;
}

function jsonAt(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new WorkSaysNo(`${join(basename(folder), file)} cannot be read as JSON: ${words}`);
  }
}

/** A proof counts where its test can be looked at, and speaks of the metric. */
function holds({ file }: Proof, metric: string): boolean {
  const path = join(ROOT, file);
  return existsSync(path) && readFileSync(path, 'utf8').includes(`'${metric}'`);
}
