/** `show(x, …)`: writes anything that can be shown into the cell, as often as one likes; a cell's last expression needs none. */
import { inspect } from 'node:util';
import { bundlesOf, isShowable } from './bundle-of.ts';
import { currentCell } from './cell.ts';
import type { MediaBundle } from './shows-itself.ts';

/**
 * Shows what shows itself, charts, Vega-Lite specifications, arquero tables, and anything else as it prints. Promises of
 * these are awaited. The cell ends only when all is shown, also where `show` is not awaited.
 */
export function show(...values: unknown[]): Promise<void> {
  const cell = currentCell();
  const write = cell === null ? writeWords : (bundle: MediaBundle) => cell.display(bundle);
  const shown = showAll(values, write);
  cell?.waitFor(shown);
  return shown;
}

async function showAll(values: readonly unknown[], write: (bundle: MediaBundle) => void): Promise<void> {
  for (const value of values) {
    const settled: unknown = await value;
    for (const bundle of await lookOf(settled)) write(bundle);
  }
}

/** What can be shown as it shows itself; text as it stands; anything else as Node prints it. */
export async function lookOf(value: unknown): Promise<MediaBundle[]> {
  if (isShowable(value)) return bundlesOf(value);
  return [{ 'text/plain': typeof value === 'string' ? value : inspect(value, { depth: 3, maxArrayLength: 50 }) }];
}

function writeWords(bundle: MediaBundle): void {
  process.stdout.write(`${String(bundle['text/plain'] ?? '')}\n`);
}
