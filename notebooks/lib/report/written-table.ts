/**
 * A table of a health report in a cell: its rows hold the numbers in full, to sort and count with, and it shows itself as
 * the report writes them (shares as per cent, indices with their sign, "fewer than 5" for what is not told).
 */

import type { SafeHtml } from '../../../analysis/report/render/safe-html.ts';
import type { Cell, Figure, Table as Model } from '../../../analysis/report/report-model.ts';
import { written } from '../../../analysis/report/written.ts';
import type { CellValue } from '../table/cells.ts';
import { tableHtml } from '../table/html.ts';
import type { Shown } from '../table/shown.ts';
import { type Row, Table } from '../table/table.ts';
import { tableText } from '../table/text.ts';

export class WrittenTable extends Table {
  readonly #written: Shown;

  constructor(model: Model, smallestGroup: number) {
    const names = namesOf(model);
    const columns = names.map((name, at): [string, CellValue[]] => [
      name,
      model.rows.map((row) => inFull(row[at] ?? null, smallestGroup)),
    ]);
    const notes = model.note === null ? [] : [model.note];
    super(Object.fromEntries(columns), { caption: model.title, notes });
    this.#written = {
      ...{ caption: model.title, notes },
      columns: model.columns.map(({ label, format }) => ({
        name: label,
        isNumeric: format !== 'text' && format !== 'date',
      })),
      rows: model.rows.map((row) =>
        row.map((cell, at) => ({ text: written(cell, model.columns[at]!.format, smallestGroup), reason: null })),
      ),
    };
  }

  override toHtml(): SafeHtml {
    return tableHtml(this.#written);
  }

  override toString(): string {
    return tableText(this.#written);
  }
}

/** The figures of a section, one a row; each is written in its own way. */
export function figuresTable(title: string, figures: readonly Figure[], smallestGroup: number): Table {
  const rows = figures.map(({ label, value, format, note }): Cell[] => {
    const cell = typeof value === 'number' ? { value, format } : value;
    return [label, typeof cell === 'string' ? written(cell, format, smallestGroup) : cell, note ?? ''];
  });
  const columns = [
    { label: 'figure', format: 'text' as const },
    { label: 'value', format: 'decimal' as const },
    { label: 'note', format: 'text' as const },
  ];
  return new WrittenTable({ id: 'figures', title, columns, rows, note: null }, smallestGroup);
}

/** The rows of a report's table as a chart carries them. */
export function rowsOf(model: Model, smallestGroup: number): Row[] {
  const names = namesOf(model);
  return model.rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, inFull(row[at] ?? null, smallestGroup)])),
  );
}

/** Two columns of one name would become one. */
function namesOf({ columns }: Model): string[] {
  return columns.map(({ label }, at) => {
    const before = columns.slice(0, at).filter((column) => column.label === label).length;
    return before === 0 ? label : `${label} (${before + 1})`;
  });
}

function inFull(cell: Cell, smallestGroup: number): CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'suppressed' in cell ? written(cell, 'text', smallestGroup) : cell.value;
}
