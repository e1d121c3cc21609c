/**
 * A network as a cell works with it. Everything that is asked of it comes back as something that shows itself.
 */
import type { AbstractGraph } from 'graphology-types';
import type { ActOptions } from './acting/act-options.ts';
import type { Introductions, IntroductionsOptions } from './acting/introductions.ts';
import type { ProposeOptions } from './acting/propose-options.ts';
import type { Status } from './acting/status.ts';
import type { ChartingOptions, DrawnChart } from './chart.ts';
import type { ChartId } from './ids.ts';
import type { DrawnMap, MappingOptions } from './map.ts';
import type { Measurement } from './measuring/measurement.ts';
import type { MeasuringOptions, TieOptions } from './measuring/options.ts';
import type { Report, ReportOptions } from './report.ts';
import type { ShowsItself } from './show/shows-itself.ts';
import type { SimulatingOptions } from './simulating/options.ts';
import type { Simulation } from './simulating/simulation.ts';
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
   * @example (await network.members()).countBy('region')
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
   * Draws a chart of the gallery: interactive in JupyterLab, a picture everywhere else.
   * @example await network.chart('mixing-matrix', { groupBy: 'region' })
   */
  chart(id: ChartId, options?: ChartingOptions): Promise<DrawnChart>;

  /**
   * Draws a map, by ForceAtlas2; with the `places` of an earlier one everybody stands where they stood.
   * @example await network.map({ colour: 'region', size: 'betweenness', type: 'advice' })
   * @example await network.map({ over: 'waves', arrange: 'multiples' })
   */
  map(options?: MappingOptions): Promise<DrawnMap>;

  /**
   * The health report, with the figures of `weft report`. Nothing is stored, and nobody is proposed to.
   * @example (await network.asOf('2026-03-31').report()).save('report.html')
   */
  report(options?: ReportOptions): Promise<Report>;

  /**
   * What introductions, ties, seeds or missing people would do to the spread of a practice, against doing nothing.
   * @example await network.simulate({ groupBy: 'region', introduce: { aim: 'e-i', count: 5 }, practice: 'shared-intake' })
   */
  simulate(options?: SimulatingOptions): Promise<Simulation>;

  /**
   * Who should meet whom, best first, with reasons. For a network that is run, open proposals and pairs that rest are left out.
   * @example await network.introductions({ aim: 'e-i', groupBy: 'region', count: 4 })
   */
  introductions(options?: IntroductionsOptions): Promise<Introductions>;

  /**
   * Files proposals into the running lifecycle, for a person to decide.
   * @example await network.propose({ introduce: ['p07', 'p41'], because: 'Both work on intake' })
   * @example await network.propose({ introduce: await network.introductions({ groupBy: 'region' }) })
   */
  propose(options: ProposeOptions): Promise<Table>;

  /**
   * Does something in somebody's name, as `weft act` does; each has the rights that the charter gives them.
   * @example await network.act('approve', { as: 'p01', with: { proposal: 'by-hand-1' } })
   */
  act(action: string, options: ActOptions): Promise<Table>;

  /**
   * Where it is, what waits on whom, and what comes next: asked of its running workflows.
   * @example await network.status()
   */
  status(): Promise<Status>;

  /**
   * Health checks so far, one a row, with their figures.
   * @example (await network.checks()).select('date', 'response', 'e-i-index@region')
   */
  checks(): Promise<Table>;

  /** What rules of the charter saw in them. */
  findings(): Promise<Table>;

  /**
   * Every proposal, from who made it to what became of the introduction.
   * @example (await network.proposals()).filter((d) => d.status === 'approved')
   */
  proposals(): Promise<Table>;

  /**
   * Predicted against observed, at each outcome check.
   * @example await network.outcomes()
   */
  outcomes(): Promise<Table>;

  /**
   * Who people are. For stewards: whoever shows it writes names into the notebook.
   * @example await network.people()
   */
  people(): Promise<Table>;
}
