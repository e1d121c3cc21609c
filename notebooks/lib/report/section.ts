/** A section of a health report in a cell: what it says, and its figures, pictures and tables one by one. */
import type { Section } from '../../../analysis/report/report-model.ts';
import { DrawnChart } from '../chart.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import { pageBundle } from '../table/page.ts';
import type { Table } from '../table/table.ts';
import { figuresTable, rowsOf, WrittenTable } from './written-table.ts';

export class ReportSection implements ShowsItself {
  readonly id: string;
  readonly title: string;
  /** Its sentences. */
  readonly paragraphs: readonly string[];
  /** How it is to be read, what is hidden and why. */
  readonly notes: readonly string[];
  /** Its headline figures. */
  readonly figures: Table;
  readonly charts: readonly DrawnChart[];
  /** By their ids. */
  readonly tables: ReadonlyMap<string, Table>;

  constructor({ id, title, paragraphs, notes, figures, charts, tables }: Section, smallestGroup: number) {
    this.id = id;
    this.title = title;
    this.paragraphs = paragraphs;
    this.notes = notes;
    this.figures = figuresTable(title, figures, smallestGroup);
    this.charts = charts.map(({ table, ...chart }) => {
      return new DrawnChart({
        ...chart,
        rows: rowsOf(table, smallestGroup),
        notes: table.note === null ? [] : [table.note],
      });
    });
    this.tables = new Map(tables.map((table) => [table.id, new WrittenTable(table, smallestGroup)]));
  }

  /** Words, figures and tables; each picture is a cell of its own: `report.chart('mixing-matrix')`. */
  [SHOW](): MediaBundle {
    return pageBundle([
      this.title,
      ...this.paragraphs,
      ...(this.figures.size > 0 ? [this.figures] : []),
      ...this.charts.map(({ id, title }) => `Picture “${id}”: ${title}`),
      ...this.tables.values(),
      this.notes.join('\n'),
    ]);
  }
}
