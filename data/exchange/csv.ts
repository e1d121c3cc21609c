/**
 * CSV in and out. In: comma, semicolon or tab (sniffed from the header, or said by Excel's `sep=` line), quotes after
 * RFC 4180, line ends of any system, UTF-8 or UTF-16. Out: comma, LF, quotes only where needed.
 *
 * A spreadsheet runs a cell that begins with = + - @ (or a tab or line end before one) as a formula. Text cells that do
 * are written with a ' before them, and the reader takes it off again, so that a round trip is exact. A text that
 * itself begins with ' before such a character gets one more, for the same reason.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problems, refuse } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { type Table, type TableRow, tableOf } from './table.ts';
import { decodeText } from './text.ts';

/** What a cell may hold when it is written: null is blank, numbers are never guarded. */
export type CsvCell = string | number | boolean | null;

export function readCsv(bytes: Uint8Array, file: string, problems: Problems): Table | null {
  const text = decodeText(bytes, file);
  const declared = /^sep=([,;\t|])(?=\r|\n)/.exec(text)?.[1];
  const body = declared === undefined ? text : text.slice(5);
  const separator = declared ?? sniffSeparator(body);
  const rows = parseRows(body, separator, file);
  return tableOf(
    { file, name: file.replace(/\.[^.]*$/, ''), rows, decimalComma: separator !== ',', strictWidth: true },
    problems,
  );
}

export function writeCsvTable(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(',')}\n`).join('');
}

const NEEDS_GUARD = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^''*[=+\-@\t\r\n]/;

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = NEEDS_GUARD.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function parseRows(text: string, separator: string, file: string): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: LIMITS.cellCharacters * 10,
      to: LIMITS.rows + 2,
      on_record: (cells: string[]) => {
        rows.push({ line, cells: cells.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell)) });
        line += 1 + cells.reduce((ends, cell) => ends + lineEnds(cell), 0);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser stops at the first broken quote, because nothing after it can be trusted.
    return refuse(file, line, null, CSV_PROBLEMS[error.code] ?? 'cannot be read as CSV from here on; check the quotes');
  }
  return rows;
}

const CSV_PROBLEMS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed; close it, or double it ("") if it is part of the text',
  INVALID_OPENING_QUOTE: 'has a quote inside a cell that is not quoted; quote the whole cell and double the quote ("")',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quote; double quotes that are part of the text ("")',
  CSV_MAX_RECORD_SIZE: 'is longer than a row may be; a quote before it may not be closed',
};

function lineEnds(text: string): number {
  let ends = 0;
  for (let index = text.search(/[\r\n]/); index >= 0 && index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) ends += 1;
  }
  return ends;
}

/** The separator that the first line uses most, outside quotes. A file with one column has none: comma. */
function sniffSeparator(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  let seen = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' || character === '\r') {
      if (seen) break;
      continue;
    }
    seen ||= character.trim() !== '';
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  let best = ',';
  for (const [separator, count] of counts) if (count > counts.get(best)!) best = separator;
  return best;
}
