/**
 * A table that shows itself: rows that an evaluator can filter, sort and count in a cell, with what they rest on said
 * beneath (how many, how many answered, which seed, what is withheld), and written as CSV when somebody asks for it.
 *
 * It wraps an arquero table, whose verbs do the work; each gives another table with the same words beneath. What is not
 * known is null, and why stands in a column of the same name followed by ` (reason)`: that is not shown as a column, but
 * on the dash and beneath the table, and it is in the CSV.
 */
import { type ColumnTable, table as columnTable } from 'arquero';
import type { SafeHtml } from '../../../analysis/report/render/safe-html.ts';
import { protectCounts } from '../../../analysis/suppression.ts';
import { writeCsvTable } from '../../../data/exchange/csv.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import { type CellValue, csvCell, type Format } from './cells.ts';
import { tableHtml } from './html.ts';
import { reasonColumn, type Shown, shownTable } from './shown.ts';
import { tableText } from './text.ts';
import { writeWhole } from './write-whole.ts';

/** Counts of fewer are not shown to others. */
const SMALLEST_COUNT = 5;

export type Row = Record<string, CellValue>;

/** Which columns belong together, and which are kept. */
type JoinRest = Parameters<ColumnTable['join']> extends [unknown, ...infer Rest] ? Rest : never;

/** What stands around the rows. */
export interface TableWords {
  /** What the rows are: one line above them. */
  caption?: string;
  /** What they rest on, and what is left out: lines beneath them. */
  notes?: readonly string[];
  /** How numbers of a column are written: `share` as 82 %, the others with four digits. */
  formats?: Readonly<Record<string, Format>>;
}

export class Table implements ShowsItself {
  /**
   * The arquero table: every verb that is not repeated here is there.
   * @example show(members.data.impute({ region: () => 'unknown' }))
   */
  readonly data: ColumnTable;
  readonly caption: string;
  readonly notes: readonly string[];
  readonly formats: Readonly<Record<string, Format>>;

  /** @param data an arquero table, or columns by name. */
  constructor(data: ColumnTable | Readonly<Record<string, readonly CellValue[]>>, words: TableWords = {}) {
    this.data = isColumnTable(data)
      ? data
      : columnTable(Object.entries(data).map(([name, cells]) => [name, [...cells]]));
    this.caption = words.caption ?? '';
    this.notes = words.notes ?? [];
    this.formats = words.formats ?? {};
  }

  /** How many rows there are. */
  get size(): number {
    return this.data.numRows();
  }

  get columns(): string[] {
    return this.data.columnNames();
  }

  /**
   * The rows as plain objects.
   * @example members.rows().map((row) => row.region)
   */
  rows(): Row[] {
    return this.data.objects({ limit: Number.POSITIVE_INFINITY }) as Row[];
  }

  /**
   * The rows for which an expression holds.
   * @example ties.filter((d) => d.strength >= 3)
   */
  filter(...criteria: Parameters<ColumnTable['filter']>): Table {
    return this.with(this.data.filter(...criteria));
  }

  /**
   * Further columns.
   * @example members.derive({ clinic: (d) => d.organisation })
   */
  derive(...columns: Parameters<ColumnTable['derive']>): Table {
    return this.with(this.data.derive(...columns));
  }

  /**
   * Some of the columns, in this order.
   * @example members.select('member', 'region')
   */
  select(...columns: Parameters<ColumnTable['select']>): Table {
    return this.with(this.data.select(...columns));
  }

  /**
   * In the order of a column, or of several.
   * @example silos.members.orderby(desc('betweenness'))
   */
  orderby(...keys: Parameters<ColumnTable['orderby']>): Table {
    return this.with(this.data.orderby(...keys));
  }

  /**
   * By the values of a column, for `rollup` and `count`.
   * @example members.groupby('region').count()
   */
  groupby(...keys: Parameters<ColumnTable['groupby']>): Table {
    return this.with(this.data.groupby(...keys));
  }

  /**
   * One row of figures a group.
   * @example ties.groupby('type').rollup({ mean: (d) => op.mean(d.strength) })
   */
  rollup(...values: Parameters<ColumnTable['rollup']>): Table {
    return this.with(this.data.rollup(...values));
  }

  /**
   * Rows of this table beside those of another that have the same values in some columns.
   * @example silos.members.join(await network.members(), ['member', 'member'])
   */
  join(other: Table, ...on: JoinRest): Table {
    return this.with(this.data.join(other.data, ...on));
  }

  /**
   * How many rows there are, or a group has.
   * @example adoptions.groupby('practice').count()
   */
  count(...options: Parameters<ColumnTable['count']>): Table {
    return this.with(this.data.count(...options));
  }

  /**
   * How many rows each value of a column has, as one may show it to others: counts of fewer than five are withheld, and
   * the next ones, until nobody can work them out from the total.
   * @example members.countBy('region')
   */
  countBy(column: string, smallest = SMALLEST_COUNT): Table {
    const counts = new Map<string, number>();
    for (const row of this.rows()) {
      const value = row[column];
      const name = value === null || value === undefined ? '(missing)' : String(value);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = [...counts.keys()].sort();
    const protection = protectCounts(
      names.map((name) => counts.get(name)!),
      { smallest, atLeast: 1 },
    );
    const why = { shown: null, fewer: `fewer than ${smallest}`, withheld: 'withheld, to protect a smaller count' };
    return new Table(
      {
        [column]: names,
        count: names.map((name, at) => (protection[at] === 'shown' ? counts.get(name)! : null)),
        [reasonColumn('count')]: names.map((_, at) => why[protection[at]!]),
      },
      { caption: `${this.caption === '' ? 'Rows' : this.caption} by ${column}`, notes: this.notes },
    );
  }

  /**
   * The rows from one number to another.
   * @example silos.members.orderby(desc('degree')).slice(0, 10)
   */
  slice(...range: Parameters<ColumnTable['slice']>): Table {
    return this.with(this.data.slice(...range));
  }

  /** An arquero table with the words of this one, or with others. */
  with(data: ColumnTable, words: TableWords = {}): Table {
    const { caption, notes, formats } = this;
    return new Table(data, { caption, notes, formats, ...words });
  }

  /**
   * The rows as CSV, all of them: the text, or with a path the file that was written. Cells that a spreadsheet would run
   * as a formula are guarded.
   * @example members.csv('members.csv')
   */
  csv(path?: string): string {
    const names = this.columns;
    const text = writeCsvTable(
      names,
      this.rows().map((row) => names.map((name) => csvCell(row[name]))),
    );
    return path === undefined ? text : writeWhole(path, text);
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    return { 'text/html': this.toHtml().markup, 'text/plain': this.toString() };
  }

  /** For what holds several tables. */
  toHtml(): SafeHtml {
    return tableHtml(this.#shown());
  }

  toString(): string {
    return tableText(this.#shown());
  }

  #shown(): Shown {
    return shownTable(this.columns, this.rows(), this);
  }
}

function isColumnTable(data: object): data is ColumnTable {
  return typeof (data as Partial<ColumnTable>).columnNames === 'function';
}
