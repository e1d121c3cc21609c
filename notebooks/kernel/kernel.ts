/**
 * The TypeScript kernel of Weft's notebooks: tslab's compiler, and around it what a notebook that one wants to stay in
 * needs. This thread compiles and runs cells, one after another; wire/ speaks with Jupyter in another thread.
 */
import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { provideCells } from '../lib/show/cell.ts';
import { lookOf } from '../lib/show/show.ts';
import { answerOf } from './answers.ts';
import { type CellError, cellError, compileError, Interrupted } from './cells/cell-error.ts';
import { type Compiler, createCompiler, DoesNotCompile, type Shield } from './cells/compile-cell.ts';
import { createModules, type Modules } from './cells/modules.ts';
import { createCells, type Run } from './cells/run-cell.ts';
import { createRun, type StartedRun } from './cells/started-run.ts';
import { KERNEL_INFO } from './kernel-info.ts';
import { reportLate, untilTimersAreQuiet } from './late-errors.ts';
import { createOutputs, errorContent, type Publish, redirectStreams } from './outputs.ts';
import { createInterrupts, notice, shielded } from './wire/interrupter.ts';
import type { Message } from './wire/message.ts';
import type { Connection, ToCells, ToWire, WireStart } from './wire/words.ts';

/** Enough to find the cell below what it has called. */
const FRAMES_KEPT = 50;

/** Runs until Jupyter ends it. @param connectionFile what Jupyter wrote of its sockets. */
export function startKernel(connectionFile: string): void {
  Error.stackTraceLimit = FRAMES_KEPT;
  const connection = JSON.parse(readFileSync(connectionFile, 'utf8')) as Connection;
  const interrupts = createInterrupts();
  const start: WireStart = { connection, kernelInfo: KERNEL_INFO, interrupts };
  const wire = new Worker(new URL('./wire/thread.mjs', import.meta.url), { workerData: start });
  const tell = (word: ToWire): void => wire.postMessage(word);
  const kernel = createKernel(tell, (work) => shielded(interrupts, work));

  wire.on('message', (word: ToCells) => {
    if (word.kind === 'request') kernel.take(word.message);
    else if (word.kind === 'shutdown') void kernel.end();
    else {
      notice(interrupts);
      kernel.interrupt();
    }
  });
  wire.on('exit', () => process.exit(0));
  process.on('uncaughtException', kernel.lateError);
  process.on('unhandledRejection', kernel.lateError);
  // Ctrl-C at the server's terminal is for the server, which ends its kernels itself.
  process.on('SIGINT', () => undefined);
}

interface Kernel {
  take(message: Message): void;
  interrupt(): void;
  lateError(error: unknown): void;
  end(): Promise<void>;
}

function createKernel(tell: (word: ToWire) => void, shield: Shield): Kernel {
  const compiler = createCompiler(shield);
  const modules = createModules(process.cwd());
  const cells = createCells(compiler, modules);
  void warmUp(compiler, modules);
  const requests = new WeakMap<Run, Message>();
  const publish: Publish = (cell, type, content) =>
    tell({ kind: 'publish', about: requests.get(cell)!, type, content });
  const outputs = createOutputs(publish);
  const waiting: Message[] = [];
  let count = 0;
  let isBusy = false;
  let latest: StartedRun | null = null;

  /** Code of no cell in particular (a library's timer) is taken for the latest cell's. */
  const whose = (stack = new Error().stack): Run | null => cells.ofStack(stack) ?? latest;
  redirectStreams(publish, () => whose());
  provideCells(() => {
    const cell = whose();
    if (cell === null) return null;
    const { signal, waitFor } = cell;
    return { signal, waitFor, display: (bundle, id) => outputs.display(cell, bundle, id) };
  });

  function reply(to: Message, type: string, content: Record<string, unknown>): void {
    tell({ kind: 'reply', to, type, content });
  }

  /** Jupyter shows the kernel at work from one to the other. */
  async function whileBusy<T>(about: Message, work: () => T | Promise<T>): Promise<T> {
    const state = (execution_state: string): void =>
      tell({ kind: 'publish', about, type: 'status', content: { execution_state } });
    state('busy');
    try {
      return await work();
    } finally {
      state('idle');
    }
  }

  async function execute(message: Message): Promise<void> {
    const { code, silent, store_history: stored } = message.content as unknown as ExecuteContent;
    if (silent !== true && stored !== false) count++;
    const cell = createRun(count, code);
    requests.set(cell, message);
    latest = cell;
    if (silent !== true) publish(cell, 'execute_input', { code, execution_count: count });
    const error = await runToItsEnd(cell);
    cell.end();
    if (error !== null) outputs.error(cell, error);
    const notRun = error === null || message.content.stop_on_error === false ? [] : await takeWaiting();
    const outcome = error === null ? { status: 'ok', payload: [] } : { status: 'error', ...errorContent(error) };
    reply(message, 'execute_reply', { execution_count: count, user_expressions: {}, ...outcome });
    for (const left of notRun) await whileBusy(left, () => reply(left, 'execute_reply', { status: 'aborted' }));
  }

  /** Cells that Jupyter has sent before it knows that one failed: they are not run. */
  async function takeWaiting(): Promise<Message[]> {
    // Those that the other thread has handed over are in `waiting` a turn later.
    for (let turns = 0; turns < 3; turns++) await turn();
    return waiting.splice(0);
  }

  async function runToItsEnd(cell: StartedRun): Promise<CellError | null> {
    const course = async (): Promise<void> => {
      await cells.run(cell, async (value) => {
        const settled: unknown = await value;
        // What only did something, `await show(x)`, has no value to show.
        if (settled === undefined || settled === null) return;
        const [first, ...more] = await lookOf(settled);
        outputs.result(cell, first!);
        for (const bundle of more) outputs.display(cell, bundle);
      });
      await cell.settle();
      // What the cell's last turn rejected and nobody awaited is known only after it.
      await turn();
    };
    try {
      await Promise.race([course(), cell.ended]);
      return null;
    } catch (error) {
      return inWords(error, cell);
    }
  }

  function inWords(error: unknown, cell: Run): CellError {
    if (error instanceof DoesNotCompile) return compileError(error, cell.text);
    // What a library throws because its cell was interrupted is the interruption.
    const cause = cell.signal.aborted ? new Interrupted() : error;
    return cellError(cause, cells.ran, cells.placesOf(cause));
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      const next = message;
      await whileBusy(next, () => execute(next));
    }
    isBusy = false;
  }

  function answer(message: Message): void {
    try {
      const found = answerOf(message, compiler);
      if (found !== null) reply(message, found.type, found.content);
    } catch (error) {
      // A compiler that stumbles over half a word leaves the reader without a suggestion, and nothing else.
      const [ename, evalue] = error instanceof Error ? [error.name, error.message] : ['Error', String(error)];
      const type = message.header.msg_type.replace('_request', '_reply');
      reply(message, type, { status: 'error', ename, evalue, traceback: [] });
    }
  }

  return {
    take(message) {
      if (message.header.msg_type !== 'execute_request') void whileBusy(message, () => answer(message));
      else {
        waiting.push(message);
        void work();
      }
    },
    interrupt: () => latest?.interrupt(),
    lateError(error) {
      const cell = whose(error instanceof Error ? error.stack : undefined);
      if (cell === null) throw error;
      if (cell.isOver()) {
        const words = inWords(error, cell);
        reportLate(cell.count, words);
        outputs.error(cell, words);
      } else cell.fail(error);
    },
    async end() {
      await untilTimersAreQuiet();
      compiler.close();
      tell({ kind: 'close' });
    },
  };
}

/**
 * The first cell nearly always imports the library: it and its types are read while the reader still looks at the page.
 * Whatever is wrong with them is said when a cell asks for them.
 */
async function warmUp(compiler: Compiler, modules: Modules): Promise<void> {
  try {
    await modules.load(['weft']);
    compiler.compile('import { open } from "weft";\nopen');
  } catch {
    // Said when a cell asks.
  }
}

interface ExecuteContent {
  code: string;
  silent?: boolean;
  store_history?: boolean;
}
