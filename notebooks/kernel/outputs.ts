/** What cells put out, sent as what belongs to the cell that it came from: also by a timer, when another cell runs. */
import type { MediaBundle } from '../lib/show/shows-itself.ts';
import type { CellError } from './cells/cell-error.ts';
import type { Run } from './cells/run-cell.ts';

/** Sends a message about a cell to everybody who looks at the notebook. */
export type Publish = (cell: Run, type: string, content: Record<string, unknown>) => void;

export interface Outputs {
  /** The value of the cell. */
  result(cell: Run, data: MediaBundle): void;
  /** With an id, what was shown under it before is replaced. */
  display(cell: Run, data: MediaBundle, id?: string): void;
  error(cell: Run, error: CellError): void;
}

export function createOutputs(publish: Publish): Outputs {
  const shownIds = new Set<string>();
  return {
    result(cell, data) {
      publish(cell, 'execute_result', { data, metadata: {}, execution_count: cell.count });
    },
    display(cell, data, id) {
      const type = id !== undefined && shownIds.has(id) ? 'update_display_data' : 'display_data';
      if (id !== undefined) shownIds.add(id);
      publish(cell, type, { data, metadata: {}, transient: id === undefined ? {} : { display_id: id } });
    },
    error(cell, error) {
      publish(cell, 'error', errorContent(error));
    },
  };
}

export function errorContent({ name, message, lines }: CellError): Record<string, unknown> {
  return { ename: name, evalue: message, traceback: lines };
}

/** What is written to standard output and error belongs into the cell; before the first cell, on the server's terminal. */
export function redirectStreams(publish: Publish, whose: () => Run | null): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    const original = stream.write.bind(stream);
    const decoder = new TextDecoder();
    const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const cell = whose();
      const done = rest.find((one) => typeof one === 'function') as ((error?: Error | null) => void) | undefined;
      if (cell === null) return original(chunk, done);
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      publish(cell, 'stream', { name, text });
      if (done !== undefined) process.nextTick(done);
      return true;
    };
    stream.write = write;
  }
}
