/** `weft notebook --check`: every notebook is executed from a fresh kernel, and what is wrong with it said by its cell. */
import { configureJupyter } from '../environment/configure.ts';
import { ensurePackageTypes } from '../environment/ensure-types.ts';
import { ensureEnvironment } from '../environment/install.ts';
import { type Executed, type ExecuteOptions, executeNotebook, NotExecuted } from './execute-notebook.ts';
import { type Fault, faultsOf } from './faults.ts';
import { codeCells, NoNotebook, type NotebookFile, readNotebook, wholeText } from './notebook-file.ts';

export interface Checked {
  file: string;
  cells: number;
  seconds: number;
  faults: CheckedFault[];
}

export interface CheckedFault {
  /** The code cell's number, from 1; null where the notebook as a whole did not run. */
  cell: number | null;
  /** The first line of the cell: numbers alone are hard to find. */
  begins: string | null;
  words: string;
}

/** What a notebook finds around it. */
export type Surroundings = Pick<ExecuteOptions, 'env' | 'beside'>;

export interface CheckOptions extends Omit<ExecuteOptions, keyof Surroundings> {
  say(line: string): void;
  /** Told of each notebook when it is done. */
  onChecked(checked: Checked): void;
  /** Given each executed notebook that has no fault, before it counts as done. */
  onSound?(file: string, executed: NotebookFile): Promise<void>;
  /**
   * Surroundings that a notebook asks for in its metadata (`"weft": { "needs": "running" }`): makes them, executes within
   * them. Default: none are there.
   */
  within?(notebook: NotebookFile, execute: (surroundings: Surroundings) => Promise<Executed>): Promise<Executed>;
}

export async function checkNotebooks(files: readonly string[], options: CheckOptions): Promise<Checked[]> {
  await ensureEnvironment(options.say);
  ensurePackageTypes(options.say);
  await configureJupyter();
  const all: Checked[] = [];
  for (const file of files) {
    const checked = await checkNotebook(file, options);
    options.onChecked(checked);
    all.push(checked);
  }
  return all;
}

async function checkNotebook(file: string, options: CheckOptions): Promise<Checked> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  try {
    const notebook = await readNotebook(file);
    const execute = (surroundings: Surroundings): Promise<Executed> =>
      executeNotebook(file, { ...options, ...surroundings });
    const executed = await (options.within?.(notebook, execute) ?? execute({}));
    const cells = codeCells(executed.notebook);
    const faults = faultsOf(executed.notebook, executed.late).map((fault) => located(fault, executed.notebook));
    if (cells.length === 0) faults.push(whole('has no code cells; nothing was executed'));
    if (faults.length === 0) await options.onSound?.(file, executed.notebook);
    return { file, cells: cells.length, seconds: seconds(), faults };
  } catch (error) {
    if (!(error instanceof NotExecuted || error instanceof NoNotebook)) throw error;
    return { file, cells: 0, seconds: seconds(), faults: [whole(error.message)] };
  }
}

function located({ cell, words }: Fault, notebook: NotebookFile): CheckedFault {
  const source = codeCells(notebook)[cell - 1]?.source;
  const begins = source === undefined ? null : (wholeText(source).trim().split('\n')[0] ?? null);
  return { cell, begins, words };
}

function whole(words: string): CheckedFault {
  return { cell: null, begins: null, words };
}
