/** A chart of the gallery in a cell: a picture that shows itself, with the data behind it. */
import type { MetricId } from './ids.ts';
import type { MeasuringOptions } from './measuring/options.ts';
import { tableOf } from './records-tables.ts';
import type { SimulatingOptions } from './simulating/options.ts';
import type { Row, Table } from './table/table.ts';

/** What a chart may be told; each takes what it has use for, and refuses the rest. */
export interface ChartingOptions
  extends Pick<
      MeasuringOptions,
      | 'type'
      | 'wave'
      | 'undirected'
      | 'minStrength'
      | 'groupBy'
      | 'practice'
      | 'lagPeriods'
      | 'smallestGroup'
      | 'permutations'
      | 'sources'
      | 'seed'
      | 'signal'
    >,
    Pick<SimulatingOptions, 'introduce' | 'addTies' | 'remove' | 'seeds' | 'model' | 'runs'> {
  /** By which metric members are ranked, or counted. */
  metric?: MetricId;
  /** Which figures are drawn, where a chart draws several. */
  metrics?: readonly MetricId[];
  /** How many members are drawn at most. */
  top?: number;
  /** What flows between groups: who names whom, or who helped whom. */
  flow?: 'ties' | 'help';
  /** How far a simulation looks ahead. */
  periods?: number;
}

/** A Vega-Lite specification. */
export type ChartSpec = object;

/** What a picture is made of. */
export interface ChartMade {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

export class DrawnChart implements ChartMade {
  readonly id: string;
  /** The finding, in words. */
  readonly title: string;
  readonly description: string;
  /** Vega-Lite. */
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];

  constructor({ id, title, description, spec, rows, notes }: ChartMade) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.spec = spec;
    this.rows = rows;
    this.notes = notes;
  }

  /** The data behind the picture, small groups suppressed. */
  get table(): Table {
    const columns = [...new Set(this.rows.flatMap((row) => Object.keys(row)))];
    return tableOf(columns, this.rows, { caption: this.title, notes: this.notes });
  }

  /**
   * The data behind the picture as CSV: the text, or with a path the file that was written.
   * @example chart.csv('mixing-matrix.csv')
   */
  csv(path?: string): string {
    return this.table.csv(path);
  }
}
