import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../analysis/report/report-model.ts';
import { written } from '../../analysis/report/written.ts';
import { executeNotebook } from '../../notebooks/check/execute-notebook.ts';
import { faultsOf } from '../../notebooks/check/faults.ts';
import { type NotebookFile, wholeText } from '../../notebooks/check/notebook-file.ts';
import { configureJupyter } from '../../notebooks/environment/configure.ts';
import { ensurePackageTypes } from '../../notebooks/environment/ensure-types.ts';
import { ensureEnvironment } from '../../notebooks/environment/install.ts';
import { DATA_BEHIND, type DataBehind, VEGA_LITE_5 } from '../../notebooks/lib/show/index.ts';
import { weft } from '../cli/weft-process.ts';
import { type ExampleStore, exampleStore } from './lib/example-store.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from './support/has-python.ts';

const TEST_MS = 240_000;
const PROJECT = process.cwd();

describe.skipIf(!hasPython)('Law: the report’s notebook gives the report’s figures, exactly', () => {
  let folder: string;
  let store: ExampleStore;

  beforeAll(async () => {
    await ensureEnvironment(() => undefined);
    ensurePackageTypes(() => undefined);
    await configureJupyter();
    folder = await mkdtemp(join(tmpdir(), 'weft-report-'));
    store = await exampleStore();
  }, INSTALL_TIMEOUT_MILLISECONDS);

  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What `weft report --json` says, and the notebook that `--notebook` writes, executed. */
  async function both(
    name: string,
    args: readonly string[],
  ): Promise<{ report: Report; executed: NotebookFile; file: string }> {
    const file = join(folder, `${name}.ipynb`);
    const said = await weft(PROJECT, ['report', ...args, '--json']);
    expect(said.code, said.err).toBe(0);
    const wrote = await weft(PROJECT, ['report', ...args, '--notebook', file]);
    expect(wrote.code, wrote.err).toBe(0);
    const { notebook, late } = await executeNotebook(file, { cellTimeoutSeconds: 120 });
    expect(faultsOf(notebook, late)).toEqual([]);
    return { report: JSON.parse(said.out) as Report, executed: notebook, file };
  }

  it(
    'of files',
    async () => {
      const args = ['data/examples/three-regions', '--as-of', '2026-06-30', '--group-by', 'region'];
      const { report, executed } = await both('files', args);
      expectTheSame(report, executed);
      // What an evaluator goes on from, measured without the report, comes to the same.
      const silos = textOf(executed, 'silos-going-on');
      const index = report.sections.find(({ id }) => id === 'headline')!.figures[0]!.value as number;
      expect(silos).toContain(String(Math.round(index * 10_000) / 10_000));
    },
    TEST_MS,
  );

  it(
    'of a network with a history',
    async () => {
      const { report, executed } = await both('network', [
        'three-regions',
        '--data',
        store.dataDir,
        '--as-of',
        '2026-06-30',
      ]);
      expectTheSame(report, executed);
    },
    TEST_MS,
  );

  it('says where it differs from another report, and names the figure', async () => {
    const file = join(folder, 'files.ipynb');
    const { open } = await import('../../notebooks/lib/index.ts');
    const report = await (await open('data/examples/three-regions')).asOf('2026-03-31').report();
    const { numbers } = report;
    expect(
      report
        .agreesWith(numbers)
        .rows()
        .every(({ agrees }) => agrees === true),
    ).toBe(true);
    const other = { ...numbers, figures: { ...numbers.figures, Members: 61 } };
    expect(() => report.agreesWith(other)).toThrow(
      /1 of \d+ do not agree with the report\.\n {2}Members: 61 in the report, 60 here/,
    );
    expect(() => report.chart('mixing')).toThrow(/mixing-matrix/);
    expect(await readFile(file, 'utf8')).not.toContain('"mark"');
  });
});

/** Every figure, table and picture of the report stands in the notebook's outputs, with the same numbers. */
function expectTheSame(report: Report, executed: NotebookFile): void {
  const { smallestGroup } = report;
  expect(textOf(executed, 'agreement')).toMatch(/All figures agree exactly/);
  for (const { id, figures, charts, tables } of report.sections) {
    for (const { label, value, format } of figures) {
      expect(textOf(executed, `${id}-figures`), label).toContain(written(value, format, smallestGroup));
    }
    for (const { id: chart, spec, table } of charts) {
      const [bundle = {}] = bundlesOf(executed, `${id}-chart-${chart}`);
      const { $schema: _drawn, ...drawn } = bundle[VEGA_LITE_5] as Record<string, unknown>;
      const { $schema: _told, ...told } = spec as unknown as Record<string, unknown>;
      expect(drawn, chart).toEqual(told);
      const { csv } = bundle[DATA_BEHIND] as DataBehind;
      const numbers = (parse(csv) as string[][])
        .slice(1)
        .flat()
        .filter((cell) => /^-?[\d.]+(e-?\d+)?$/.test(cell))
        .map(Number);
      const expected = table.rows
        .flat()
        .map((cell) => (cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell));
      expect(numbers, chart).toEqual(
        expected
          .filter((cell) => typeof cell === 'number' || (typeof cell === 'string' && /^-?[\d.]+$/.test(cell)))
          .map(Number),
      );
    }
    for (const { id: table, columns, rows } of tables) {
      const [bundle = {}] = bundlesOf(executed, `${id}-table-${table}`);
      const cells = [...wholeText(bundle['text/html'] as string).matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) =>
        plain(cell!),
      );
      expect(cells, table).toEqual(
        rows.flatMap((row) => row.map((cell, at) => written(cell, columns[at]!.format, smallestGroup))),
      );
    }
  }
}

function bundlesOf(executed: NotebookFile, cellId: string): Record<string, unknown>[] {
  const cell = executed.cells.find((one) => (one as unknown as { id: string }).id === cellId);
  expect(cell, `a cell ${cellId}`).toBeDefined();
  return (cell!.outputs ?? []).flatMap((output) =>
    output.output_type === 'display_data' || output.output_type === 'execute_result' ? [output.data] : [],
  );
}

function textOf(executed: NotebookFile, cellId: string): string {
  return bundlesOf(executed, cellId)
    .map((data) => wholeText(data['text/plain'] as string))
    .join('\n');
}

function plain(markup: string): string {
  return markup
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
