/**
 * Runs one cell after another in this process: each sees what earlier ones declared, its last expression is its value, and
 * an interrupted one goes no further than its next await.
 *
 * A cell's code begins in a turn of the event loop of its own. Where the wire thread ends a loop that never yields, V8
 * throws away all that is left of that turn, and with it whatever else would have gone on in it.
 *
 * Which cell code belongs to is read from its stack, not from an AsyncLocalStorage: on Node 20 that watches every promise,
 * and Node then ends the process over an ended loop.
 */
import vm from 'node:vm';
import { FRAMES_OF_CELLS, fileOfCell, Interrupted, type Place, type Source } from './cell-error.ts';
import type { Compiler } from './compile-cell.ts';
import { GUARD } from './guard-awaits.ts';
import type { Modules } from './modules.ts';

/** A cell that runs. */
export interface Run extends Source {
  readonly signal: AbortSignal;
  interrupt(): void;
  /** Ends the cell with an error from outside its own course: a timer's, a promise's that nobody awaited. */
  fail(error: unknown): void;
  /** The cell ends only after this work. */
  waitFor(work: Promise<unknown>): void;
  isOver(): boolean;
}

export interface Cells {
  /** @returns the value of the last expression; undefined where there is none. @throws what the cell throws. */
  run(cell: Run, value: (value: unknown) => Promise<void>): Promise<void>;
  /** The cell that code with this stack belongs to: the outermost of them, or none. */
  ofStack(stack: string | undefined): Run | null;
  /** Where an error came out of an await of a cell. */
  placesOf(error: unknown): Place[];
  ran: ReadonlyMap<number, Source>;
}

/** What the compiled cell calls; see guard-awaits.ts. */
interface Guard {
  until<T>(value: T, line: number): T | Promise<Awaited<T>>;
  each<T>(items: AsyncIterable<T> | Iterable<T>, line: number): AsyncGenerator<T>;
}

export function createCells(compiler: Compiler, modules: Modules): Cells {
  const exports = createExports();
  const ran = new Map<number, Run>();
  let running: Run | null = null;
  const placed = new WeakMap<object, Place[]>();

  async function run(cell: Run, show: (value: unknown) => Promise<void>): Promise<void> {
    const compiled = compiler.compile(cell.text);
    cell.lineAt = compiled.lineAt;
    ran.set(cell.count, cell);
    if (compiled.code === null) return compiled.keep();
    await modules.load(compiled.requires);
    const head = `(${compiled.isAsync ? 'async ' : ''}function (exports, require, ${GUARD}) {`;
    // The head stands on the first line: a stack's lines are those of the code.
    const script = new vm.Script(`${head}${compiled.code}\n})`, {
      filename: fileOfCell(cell.count),
      columnOffset: -head.length,
    });
    running = cell;
    await inOwnTurn(() => script.runInThisContext()(exports, modules.require, guardOf(cell)));
    compiled.keep();
    const { lastExpression } = compiled;
    if (lastExpression === null) return;
    const value = exports[lastExpression];
    delete exports[lastExpression];
    if (value !== undefined && value !== null) await show(value);
  }

  function guardOf(cell: Run): Guard {
    // A function of this cell may be called by a later one: the interruption of that one counts.
    const check = (caller: Run): void => {
      if (caller.signal.aborted) throw new Interrupted();
    };
    const place = (error: unknown, line: number): void => {
      if (typeof error !== 'object' || error === null) return;
      placed.set(error, [...(placed.get(error) ?? []), { cell, line }]);
    };
    return {
      until(value, line) {
        const caller = running ?? cell;
        check(caller);
        if (!isThenable(value)) return value;
        return value.then(
          (result) => {
            check(caller);
            return result as Awaited<typeof value>;
          },
          (error: unknown) => {
            place(error, line);
            throw error;
          },
        );
      },
      async *each(items, line) {
        const caller = running ?? cell;
        try {
          for await (const item of items) {
            check(caller);
            yield item;
          }
        } catch (error) {
          place(error, line);
          throw error;
        }
      },
    };
  }

  return {
    run,
    ran,
    ofStack(stack = '') {
      const counts = [...stack.matchAll(FRAMES_OF_CELLS)].map(([, count]) => Number(count));
      return ran.get(counts.at(-1) ?? -1) ?? null;
    },
    placesOf: (error) => (typeof error === 'object' && error !== null ? (placed.get(error) ?? []) : []),
  };
}

/** Names that cells declare. TypeScript defines imports as getters; here they are values, so that a later cell may take the name anew. */
function createExports(): Record<string, unknown> {
  return new Proxy<Record<string, unknown>>(Object.create(null), {
    defineProperty(target, name, { get, value }) {
      if (name !== '__esModule') target[name as string] = get === undefined ? value : get();
      return true;
    },
  });
}

function inOwnTurn<T>(work: () => T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
