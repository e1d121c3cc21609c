/**
 * A network as a cell works with it. Everything that is asked of it comes back as something that shows itself.
 */
import type { AbstractGraph } from 'graphology-types';
import type { Measurement } from './measuring/measurement.ts';
import type { MeasuringOptions, TieOptions } from './measuring/options.ts';
import type { ShowsItself } from './show/shows-itself.ts';
import type { Table } from './table/table.ts';

export interface Network extends ShowsItself {
  /** The network's id, or one made of what the file is called. */
  readonly id: string;
  readonly title: string;
  /** As of when it is looked at; null: as it is now. */
  readonly date: string | null;

  /**
   * The network as it was known by the end of a day: later ties and waves are not there, later adoptions had not happened.
   * A number where times are numbers of periods.
   * @example const march = network.asOf('2026-03-31')
   */
  asOf(date: string | number): Network;

  /**
   * Members by id, with their attributes. Names are not among them: `people` gives those.
   * @example (await network.members()).groupby('region').count()
   */
  members(): Promise<Table>;

  /**
   * Ties as they were stated, one a row: who names whom.
   * @example (await network.ties()).filter((d) => d.wave === '1')
   */
  ties(): Promise<Table>;

  /**
   * Who has taken up which practice, and when.
   * @example (await network.adoptions()).groupby('practice').count()
   */
  adoptions(): Promise<Table>;

  /**
   * Survey waves: what was asked, how many were asked and answered.
   * @example await network.waves()
   */
  waves(): Promise<Table>;

  /**
   * Attributes that group members, with the size of each group; small ones are withheld.
   * @example await network.groups()
   */
  groups(): Promise<Table>;

  /**
   * The network as a graphology graph. Nodes have keys such as `m:p01` and the attributes `id`, `hub` and `attributes`.
   * @example const graph = await network.graph({ type: 'advice', wave: '1' })
   */
  graph(options?: TieOptions): Promise<AbstractGraph>;

  /**
   * Measures in a thread, so that an interrupted cell stops: see `cancel`.
   * @example await network.measure({ metrics: ['e-i-index', 'mixing-matrix'], groupBy: 'region' })
   */
  measure(options?: MeasuringOptions): Promise<Measurement>;

  /**
   * Who people are. For stewards: whoever shows it writes names into the notebook.
   * @example await network.people()
   */
  people(): Promise<Table>;
}
