/**
 * What every format comes down to before it becomes records: a header and rows of text, each with its line.
 * CSV, sheets of a workbook, nodes and edges of GraphML, GEXF and JSON all pass through here, so one set of rules
 * (and one wording of each problem) holds for all of them.
 */
import type { Problems } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { hasUnsafeCharacters, normalText } from './text.ts';

export interface TableRow {
  /** Line of a text file, row of a sheet. */
  line: number;
  /** One cell per column; '' is blank. */
  cells: string[];
}

export interface Table {
  /** How messages call it: edges.csv, or book.xlsx sheet edges. */
  file: string;
  /** What says which shape it has, before its columns do: the file's name without ending, or the sheet's name. */
  name: string;
  headerLine: number;
  header: string[];
  rows: TableRow[];
  /** Some rows were too broken to be given: what seems missing may have stood there. */
  rowsLeftOut: boolean;
  /** Numbers may be written 0,5: true for files whose separator is not a comma. */
  decimalComma: boolean;
}

export type RawTable = Omit<Table, 'header' | 'headerLine' | 'rowsLeftOut'> & {
  /** Rows may be shorter or longer than the header: what is missing or too much is a problem (false: is blank). */
  strictWidth: boolean;
};

/**
 * First row that is not blank → header; blank rows and blank columns without a header left out; ragged rows, missing
 * and doubled headers, characters that no format carries → problems; the rows that are sound are given all the same, so
 * that their problems are found too. Null where there is nothing to read.
 */
export function tableOf(raw: RawTable, problems: Problems): Table | null {
  const filled = raw.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [first, ...body] = filled;
  if (first === undefined) {
    problems.add(raw.file, null, null, 'is empty; its first line must name the columns');
    return null;
  }
  const widest = raw.strictWidth
    ? first.cells.length
    : filled.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (widest > LIMITS.columns) {
    problems.add(raw.file, first.line, null, `has ${widest} columns; at most ${LIMITS.columns} are read`);
    return null;
  }
  if (body.length > LIMITS.rows) {
    problems.add(raw.file, null, null, `has ${body.length} rows; at most ${LIMITS.rows} are read`);
    return null;
  }
  const header = Array.from({ length: widest }, (_, index) => normalText(first.cells[index] ?? ''));
  const rows: TableRow[] = [];
  for (const row of body) {
    if (raw.strictWidth && row.cells.length !== header.length) {
      problems.add(
        raw.file,
        row.line,
        null,
        `has ${row.cells.length === 1 ? '1 cell' : `${row.cells.length} cells`} where the header has ${header.length}; add or remove separators, or quote the cell that holds one`,
      );
      continue;
    }
    rows.push({ line: row.line, cells: header.map((_, index) => normalText(row.cells[index] ?? '')) });
  }
  checkHeader(raw.file, first.line, header, rows, problems);
  checkCells(raw.file, header, rows, problems);
  return withoutNamelessColumns({
    ...raw,
    headerLine: first.line,
    header,
    rows,
    rowsLeftOut: rows.length < body.length,
  });
}

function checkHeader(file: string, line: number, header: string[], rows: TableRow[], problems: Problems): void {
  const seen = new Map<string, number>();
  header.forEach((name, index) => {
    const place = `number ${index + 1}`;
    if (name === '') {
      const used = rows.find((row) => row.cells[index] !== '');
      if (used) problems.add(file, line, place, `has no header, but line ${used.line} has a value; name the column`);
      return;
    }
    if (hasUnsafeCharacters(name)) problems.add(file, line, place, 'has a header with control characters; retype it');
    if (name.length > 100) problems.add(file, line, place, 'has a header of more than 100 characters; shorten it');
    if (name === '__proto__') problems.add(file, line, place, 'is called __proto__, which is not safe; rename it');
    const key = name.toLowerCase();
    const before = seen.get(key);
    if (before === undefined) seen.set(key, index);
    else problems.add(file, line, place, `has the same header as column number ${before + 1}; rename or remove one`);
  });
}

function checkCells(file: string, header: string[], rows: TableRow[], problems: Problems): void {
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      const column = header[index] || `number ${index + 1}`;
      if (cell.length > LIMITS.cellCharacters) {
        problems.add(file, row.line, column, `holds more than ${LIMITS.cellCharacters} characters; shorten it`);
      } else if (hasUnsafeCharacters(cell)) {
        problems.add(file, row.line, column, 'holds control characters or half a character; retype the cell');
      }
    });
  }
}

function withoutNamelessColumns(table: Table & { strictWidth?: boolean }): Table {
  const kept = table.header.flatMap((name, index) => (name === '' ? [] : [index]));
  const all = kept.length === table.header.length;
  const pick = (cells: string[]) => (all ? cells : kept.map((index) => cells[index]!));
  return {
    file: table.file,
    name: table.name,
    headerLine: table.headerLine,
    rowsLeftOut: table.rowsLeftOut,
    decimalComma: table.decimalComma,
    header: pick(table.header),
    rows: all ? table.rows : table.rows.map((row) => ({ line: row.line, cells: pick(row.cells) })),
  };
}
