/**
 * CSV without anything unusual, straight from its bytes, as a table whose columns can be had without its rows.
 *
 * What may be read in more than one way is left to the careful reader of csv.ts, which also says what is wrong and where:
 * a quote, a guard ('=), a carriage return by itself, a control character, a row of another width, a blank row between
 * others, a header that is blank, doubled or strange, bytes that are not UTF-8. What this reader does give is the table
 * that the careful one gives, to the last character (plain-csv.test.ts).
 */
import { Problems } from './import-error.ts';
import { PlainCells } from './plain-csv-cells.ts';
import { type Table, type TableRow, tableOf } from './table.ts';

/** A table whose rows are made when they are asked for, and whose columns can be had without them. */
export interface PlainTable extends Table {
  plain: PlainCells;
}

export function isPlain(table: Table): table is PlainTable {
  return 'plain' in table;
}

/** Null: not plain, so that the careful reader must look at it. */
export function readPlainCsv(bytes: Uint8Array, file: string): PlainTable | null {
  const cells = PlainCells.find(bytes);
  if (cells === null) return null;
  const problems = new Problems();
  const names = [...cells.names];
  const raw = { file, name: file.replace(/\.[^.]*$/, ''), decimalComma: cells.separator !== ',', strictWidth: true };
  const head = tableOf({ ...raw, rows: [{ line: 1, cells: names }] }, problems);
  if (head === null || problems.total > 0 || head.header.length < cells.columns) return null;
  let rows: TableRow[] | null = null;
  return {
    ...head,
    plain: cells,
    get rows() {
      rows ??= cells.rowsOfText();
      return rows;
    },
  };
}
