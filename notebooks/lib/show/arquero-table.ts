/**
 * An arquero table in a cell: the first rows, and how many there are. Known by its shape, so that a table of whichever
 * copy of arquero a notebook imports is shown.
 */
import { escapeHtml } from './escape-html.ts';
import type { MediaBundle } from './shows-itself.ts';

export interface ArqueroTable {
  columnNames(): string[];
  numRows(): number;
  get(column: string, row: number): unknown;
  objects(options?: { limit?: number }): object[];
}

/** A screen or two; the whole is `table.objects()`. */
const ROWS_SHOWN = 50;

export function isArqueroTable(value: unknown): value is ArqueroTable {
  if (typeof value !== 'object' || value === null) return false;
  const table = value as Partial<Record<keyof ArqueroTable, unknown>>;
  return [table.columnNames, table.numRows, table.get, table.objects].every((member) => typeof member === 'function');
}

export function tableBundle(table: ArqueroTable): MediaBundle {
  const columns = table.columnNames();
  const rows = table.objects({ limit: ROWS_SHOWN }) as Record<string, unknown>[];
  const cells = rows.map((row) => columns.map((column) => inWords(row[column])));
  const caption = captionOf(table.numRows());
  return { 'text/html': html(columns, cells, caption), 'text/plain': text(columns, cells, caption) };
}

function captionOf(rows: number): string {
  if (rows === 0) return 'no rows';
  return rows > ROWS_SHOWN ? `the first ${ROWS_SHOWN} of ${rows} rows` : `${rows} ${rows === 1 ? 'row' : 'rows'}`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function html(columns: readonly string[], rows: readonly string[][], caption: string): string {
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody><caption>${caption}</caption></table>`;
}

function text(columns: readonly string[], rows: readonly string[][], caption: string): string {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd();
  return [line(columns), ...rows.map(line), caption].join('\n');
}
