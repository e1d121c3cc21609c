/**
 * `weft notebook`: JupyterLab on the notebooks, in an environment of the project's own; or every notebook checked, or
 * exported.
 */
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Checked } from '../../notebooks/check/check-notebooks.ts';
import type { ExportFormat } from '../../notebooks/export/export-notebooks.ts';
import { UsageError } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { untilAsked } from '../stopping.ts';

interface Options extends FormatOptions {
  check?: boolean;
  export?: ExportFormat;
  out: string;
  port?: number;
  browser: boolean;
  timeout: number;
}

const CELL_TIMEOUT_SECONDS = 300;
const EXPORT_FOLDER = 'weft-notebooks';

export function addNotebook(program: Command): void {
  const command = program
    .command('notebook')
    .description('Opens JupyterLab on the notebooks; the first time it installs it, within this project.')
    .argument(
      '[files...]',
      'a folder or a notebook to open; with --check or --export: these notebooks (default: all in notebooks/)',
    )
    .option('--check', 'execute the notebooks without a browser, and end with 1 where one fails')
    .addOption(
      new Option(
        '--export <format>',
        'execute them, and write pages that need no network, with the data behind each picture as CSV',
      ).choices(['html', 'pdf']),
    )
    .option('--out <folder>', 'with --export: where', EXPORT_FOLDER)
    .option('--timeout <seconds>', 'with --check or --export: how long a cell may take', seconds, CELL_TIMEOUT_SECONDS)
    .option('--port <number>', "JupyterLab's port (default: the first free one from 8888)", portNumber)
    .option('--no-browser', 'print its address and open nothing')
    .action(run)
    .addHelpText(
      'after',
      '\nExamples:\n  weft notebook\n  weft notebook my-report.ipynb\n  weft notebook --check\n  weft notebook --check notebooks/09-bring-your-own-data.ipynb\n  weft notebook --export pdf --out to-print notebooks/02-where-are-the-silos.ipynb',
    );
  addFormat(command);
}

async function run(files: string[], options: Options): Promise<void> {
  const stopping = untilAsked();
  const stop = new AbortController();
  stopping.asked.then(() => stop.abort(new Error('stopped')));
  try {
    if (options.check === true && options.export !== undefined) {
      throw new UsageError('--export checks what it exports; leave --check out');
    }
    if (options.export !== undefined) await exportAll(files, options, options.export, stop.signal);
    else if (options.check) await check(files, options, stop.signal);
    else await open(files, options, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    note('stopped before its end');
    process.exitCode = 1;
  } finally {
    stopping.done();
  }
}

async function open(
  files: readonly string[],
  { port, browser, json, format }: Options,
  signal: AbortSignal,
): Promise<void> {
  const [what, ...more] = files;
  if (more.length > 0)
    throw new UsageError('JupyterLab opens one folder or notebook; several are for --check and --export');
  if (json || format === 'json') throw new UsageError('--json is for --check and --export');
  const { openLab } = await import('../../notebooks/environment/open-lab.ts');
  await openLab({ ...(what === undefined ? {} : placeOf(what)), port, browser, say: note, signal });
}

/** A folder, or a notebook in its own. */
function placeOf(path: string): { folder: string; first?: string } {
  const place = resolve(path);
  const kind = statSync(place, { throwIfNoEntry: false });
  if (kind?.isDirectory()) return { folder: place };
  if (kind?.isFile() && path.endsWith('.ipynb')) return { folder: dirname(place), first: basename(place) };
  throw new UsageError(`${path} is no folder and no notebook; leave it out to open the notebooks that ship with Weft`);
}

async function check(files: readonly string[], options: Options, signal: AbortSignal): Promise<void> {
  const format = formatOf(options, 'text');
  const [{ checkNotebooks }, { notebookSurroundings }] = await Promise.all([
    import('../../notebooks/check/check-notebooks.ts'),
    import('../notebook-surroundings.ts'),
  ]);
  const chosen = await chosenFiles(files);
  const surroundings = notebookSurroundings({ say: note, signal });
  const checked = await checkNotebooks(chosen, {
    cellTimeoutSeconds: options.timeout,
    signal,
    say: note,
    onChecked: (one) => {
      if (format === 'text') write(inWords(one));
    },
    within: surroundings.within,
  }).finally(() => surroundings.end());
  if (format === 'json') writeJson(checked);
  if (checked.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

async function exportAll(
  files: readonly string[],
  options: Options,
  exported: ExportFormat,
  signal: AbortSignal,
): Promise<void> {
  const format = formatOf(options, 'text');
  const [{ exportNotebooks }, { notebookSurroundings }] = await Promise.all([
    import('../../notebooks/export/export-notebooks.ts'),
    import('../notebook-surroundings.ts'),
  ]);
  const chosen = await chosenFiles(files);
  const names = chosen.map((file) => basename(file));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new UsageError(`two of the notebooks are called ${twice}; export them into two folders`);
  const surroundings = notebookSurroundings({ say: note, signal });
  const all: (Checked & { written: string[] })[] = [];
  const checked = await exportNotebooks(chosen, {
    format: exported,
    out: resolve(options.out),
    cellTimeoutSeconds: options.timeout,
    signal,
    say: note,
    onExported: (one, written) => {
      const short = written.map((file) => join(options.out, relative(resolve(options.out), file)));
      all.push({ ...one, written: short });
      if (format === 'text')
        write(one.faults.length > 0 ? inWords(one) : short.map((file) => `written: ${file}`).join('\n'));
    },
    within: surroundings.within,
  }).finally(() => surroundings.end());
  if (format === 'json') writeJson(all);
  if (checked.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

async function chosenFiles(files: readonly string[]): Promise<string[]> {
  const { shippedNotebooks } = await import('../../notebooks/environment/trust.ts');
  const chosen = files.length > 0 ? files.map((file) => resolve(file)) : await shippedNotebooks();
  if (chosen.length === 0) throw new UsageError('there are no notebooks in notebooks/; name some');
  return chosen;
}

function inWords({ file, cells, seconds: took, faults }: Checked): string {
  if (faults.length === 0) return `ok    ${file}: ${cells} cells in ${took.toFixed(1)} s`;
  const lines = faults.map(({ cell, begins, words }) => {
    const where = cell === null ? '' : `cell [${cell}]${begins === null ? '' : ` (${begins})`} `;
    return `      ${where}${words.replaceAll('\n', '\n      ')}`;
  });
  return [`FAIL  ${file}`, ...lines].join('\n');
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Give whole seconds from 1.');
  return value;
}

function portNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > 65_535)
    throw new InvalidArgumentError('Give a port, 1 to 65535.');
  return value;
}
