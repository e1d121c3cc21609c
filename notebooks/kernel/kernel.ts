/**
 * The TypeScript kernel of Weft's notebooks: tslab's compiler, and around it what a notebook that one wants to stay in
 * needs. This thread compiles and runs cells; wire/ speaks with Jupyter in another.
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { provideCells } from '../lib/show/cell.ts';
import { lookOf } from '../lib/show/show.ts';
import { type CellError, cellError, compileError, Interrupted } from './cells/cell-error.ts';
import { createCompiler, DoesNotCompile } from './cells/compile-cell.ts';
import { createModules } from './cells/modules.ts';
import { createCells, createRun, type Run } from './cells/run-cell.ts';
import { KERNEL_INFO } from './kernel-info.ts';
import { quietTimers, reportLate } from './late-errors.ts';
import { notice } from './wire/interrupter.ts';
import type { Message } from './wire/message.ts';
import type { Connection, ToCells, ToWire, WireStart } from './wire/words.ts';

type RunningCell = ReturnType<typeof createRun>;

/** Cells that Jupyter has sent already when one fails are not run; this is how long they may be on their way. */
const ON_THEIR_WAY_MILLISECONDS = 100;

export function startKernel(connectionFile: string): void {
  const connection = JSON.parse(readFileSync(connectionFile, 'utf8')) as Connection;
  const interrupts = new Int32Array(new SharedArrayBuffer(8));
  const start: WireStart = { connection, kernelInfo: KERNEL_INFO, interrupts };
  const wire = new Worker(new URL('./wire/thread.mjs', import.meta.url), { workerData: start, stdout: false });
  const tell = (word: ToWire): void => wire.postMessage(word);
  const publish = (about: Message, type: string, content: Record<string, unknown>): void =>
    tell({ kind: 'publish', about, type, content });

  const compiler = createCompiler();
  const cells = createCells(compiler, createModules(process.cwd()));
  const requests = new Map<Run, Message>();
  const waiting: Message[] = [];
  let count = 0;
  let isBusy = false;
  let latest: RunningCell | null = null;

  const requestOf = (cell: Run): Message => requests.get(cell)!;
  const whose = (): Run | null => cells.current() ?? latest;

  provideCells(() => {
    const cell = whose();
    return cell === null
      ? null
      : { display: (bundle, id) => display(cell, bundle, id), signal: cell.signal, waitFor: cell.waitFor };
  });
  const shownIds = new Set<string>();

  function display(cell: Run, data: Record<string, unknown>, id?: string): void {
    const type = id !== undefined && shownIds.has(id) ? 'update_display_data' : 'display_data';
    if (id !== undefined) shownIds.add(id);
    publish(requestOf(cell), type, { data, metadata: {}, transient: id === undefined ? {} : { display_id: id } });
  }

  function writeTo(name: 'stdout' | 'stderr'): void {
    const stream = process[name];
    const original = stream.write.bind(stream) as typeof stream.write;
    const decoder = new TextDecoder();
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      const cell = whose();
      if (cell === null) return original(chunk, ...rest);
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      publish(requestOf(cell), 'stream', { name, text });
      const written = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
      if (written !== undefined) process.nextTick(written);
      return true;
    }) as typeof stream.write;
  }
  writeTo('stdout');
  writeTo('stderr');

  async function execute(message: Message): Promise<boolean> {
    const {
      code,
      silent,
      store_history: stored,
    } = message.content as { code: string; silent?: boolean; store_history?: boolean };
    if (silent !== true && stored !== false) count++;
    const cell = createRun(count, code);
    requests.set(cell, message);
    latest = cell;
    publish(message, 'status', { execution_state: 'busy' });
    if (silent !== true) publish(message, 'execute_input', { code, execution_count: count });
    const error = await runToItsEnd(cell);
    cell.end();
    if (error === null)
      reply(message, 'execute_reply', { status: 'ok', execution_count: count, payload: [], user_expressions: {} });
    else {
      const content = asContent(error);
      publish(message, 'error', content);
      reply(message, 'execute_reply', { status: 'error', execution_count: count, ...content });
    }
    publish(message, 'status', { execution_state: 'idle' });
    return error === null;
  }

  async function runToItsEnd(cell: RunningCell): Promise<CellError | null> {
    const show = async (value: unknown): Promise<void> => {
      const [first, ...more] = await lookOf(await value);
      publish(requestOf(cell), 'execute_result', { data: first, metadata: {}, execution_count: cell.count });
      for (const bundle of more) display(cell, bundle);
    };
    const course = async (): Promise<void> => {
      await cells.run(cell, show);
      await cell.settle();
      // What the cell's last turn rejected and nobody awaited is known only after it.
      await new Promise((resolve) => setImmediate(resolve));
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
    // What a library threw because the cell was interrupted is the interruption.
    const cause = cell.signal.aborted ? new Interrupted() : error;
    return cellError(cause, cells.ran, cells.placesOf(cause));
  }

  function reply(to: Message, type: string, content: Record<string, unknown>): void {
    tell({ kind: 'reply', to, type, content });
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      const done = await execute(message);
      if (!done && message.content.stop_on_error !== false) {
        await new Promise((resolve) => setTimeout(resolve, ON_THEIR_WAY_MILLISECONDS));
        for (const left of waiting.splice(0)) notRun(left);
      }
    }
    isBusy = false;
  }

  function notRun(message: Message): void {
    publish(message, 'status', { execution_state: 'busy' });
    reply(message, 'execute_reply', { status: 'aborted' });
    publish(message, 'status', { execution_state: 'idle' });
  }

  /** Answers that need the compiler, not a cell. */
  function answer(message: Message): void {
    const { code = '', cursor_pos: position = 0 } = message.content as { code?: string; cursor_pos?: number };
    publish(message, 'status', { execution_state: 'busy' });
    const type = message.header.msg_type;
    if (type === 'complete_request') {
      const { start: from, end, matches } = compiler.complete(code, position);
      reply(message, 'complete_reply', { status: 'ok', cursor_start: from, cursor_end: end, matches, metadata: {} });
    } else if (type === 'inspect_request') {
      const text = compiler.inspect(code, position);
      const data = text === null ? {} : { 'text/plain': text };
      reply(message, 'inspect_reply', { status: 'ok', found: text !== null, data, metadata: {} });
    } else if (type === 'is_complete_request') {
      const { complete, indent } = compiler.isComplete(code);
      reply(message, 'is_complete_reply', complete ? { status: 'complete' } : { status: 'incomplete', indent });
    } else if (type === 'comm_info_request') reply(message, 'comm_info_reply', { status: 'ok', comms: {} });
    else if (type === 'history_request') reply(message, 'history_reply', { status: 'ok', history: [] });
    publish(message, 'status', { execution_state: 'idle' });
  }

  async function shutdown(): Promise<void> {
    await quietTimers();
    compiler.close();
    tell({ kind: 'close' });
  }

  wire.on('message', (word: ToCells) => {
    if (word.kind === 'interrupt') {
      notice(interrupts);
      latest?.interrupt();
    } else if (word.kind === 'shutdown') void shutdown();
    else if (word.message.header.msg_type === 'execute_request') {
      waiting.push(word.message);
      void work();
    } else answer(word.message);
  });
  wire.on('exit', () => process.exit(0));

  const late = (error: unknown): void => {
    const cell = whose();
    if (cell === null) throw error;
    if (!cell.isOver()) return cell.fail(error);
    const words = inWords(error, cell);
    reportLate(cell.count, words);
    publish(requestOf(cell), 'error', asContent(words));
  };
  process.on('uncaughtException', late);
  process.on('unhandledRejection', late);
  // The server is asked to stop, not each of its kernels.
  process.on('SIGINT', () => undefined);
}

function asContent({ name, message, lines }: CellError): Record<string, unknown> {
  return { ename: name, evalue: message, traceback: lines };
}
