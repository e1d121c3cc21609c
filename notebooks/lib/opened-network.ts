/** A network over its source, as of now or of a date. */
import type { MeasurableRecords } from '../../data/records/index.ts';
import { act } from './acting/act.ts';
import type { ActOptions } from './acting/act-options.ts';
import { checksTable, findingsTable, outcomesTable, proposalsTable } from './acting/history.ts';
import { INTRODUCTIONS_OPTIONS, Introductions, type IntroductionsOptions } from './acting/introductions.ts';
import { introductionsQuestion } from './acting/introductions-question.ts';
import { PROPOSE_OPTIONS, propose } from './acting/propose.ts';
import type { ProposeOptions } from './acting/propose-options.ts';
import { Status } from './acting/status.ts';
import { apart } from './apart/apart.ts';
import { stoppable } from './apart/running.ts';
import { type ChartingOptions, DrawnChart } from './chart.ts';
import { chartOptions } from './chart-options.ts';
import { type AsOf, asOfDate } from './date.ts';
import { inWords, WeftError } from './errors.ts';
import type { ChartId } from './ids.ts';
import { refuseUnknown, refuseUnknownAttribute } from './known-options.ts';
import type { DrawnMap, MappingOptions } from './map.ts';
import { drawnMap, mapOptions } from './map-options.ts';
import { type Context, measureOptions } from './measuring/measure-options.ts';
import { Measurement } from './measuring/measurement.ts';
import type { MeasuringOptions, TieOptions } from './measuring/options.ts';
import type { Network } from './network.ts';
import { adoptionsTable, groupsTable, membersTable, peopleTable, tiesTable, wavesTable } from './records-tables.ts';
import { Report, type ReportOptions } from './report.ts';
import { type MediaBundle, SHOW } from './show/shows-itself.ts';
import type { SimulatingOptions } from './simulating/options.ts';
import { SIMULATING_OPTIONS, simulateOptions } from './simulating/simulate-options.ts';
import { Simulation } from './simulating/simulation.ts';
import type { Source } from './source/source.ts';
import { pageBundle } from './table/page.ts';
import type { Table } from './table/table.ts';

export function openedNetwork(source: Source, asOf: AsOf | null = null): Network {
  return inWords(new OpenedNetwork(source, asOf));
}

class OpenedNetwork implements Network {
  readonly #source: Source;
  readonly #asOf: AsOf | null;

  constructor(source: Source, asOf: AsOf | null) {
    this.#source = source;
    this.#asOf = asOf;
  }

  get id(): string {
    return this.#source.id;
  }

  get title(): string {
    return this.#source.title;
  }

  get date(): string | null {
    return this.#asOf?.text ?? null;
  }

  asOf(date: string | number): Network {
    return openedNetwork(this.#source, asOfDate(date));
  }

  async members(): Promise<Table> {
    return membersTable(await this.#records());
  }

  async ties(): Promise<Table> {
    return tiesTable(await this.#records());
  }

  async adoptions(): Promise<Table> {
    return adoptionsTable(await this.#records());
  }

  async waves(): Promise<Table> {
    return wavesTable(await this.#records());
  }

  async groups(): Promise<Table> {
    return groupsTable(await this.#records(), this.#source.smallestGroup);
  }

  async people(): Promise<Table> {
    return peopleTable(await this.#source.people());
  }

  async graph(options: TieOptions = {}) {
    refuseUnknown('graph', options, ['type', 'wave', 'undirected', 'minStrength']);
    const { type, wave, undirected = this.#source.undirected ?? false, minStrength } = options;
    const { toGraph } = await import('../../analysis/graph/to-graph.ts');
    return toGraph(await this.#measurable(), {
      undirected,
      ...(type === undefined ? {} : { types: [type].flat() }),
      ...(wave === undefined ? {} : { waves: [wave] }),
      ...(minStrength === undefined ? {} : { minStrength }),
      ...(this.#asOf === null ? {} : { asOf: this.#asOf.text }),
    });
  }

  async measure(options: MeasuringOptions = {}): Promise<Measurement> {
    const asked = measureOptions(options, this.#context());
    const records = await this.#measurable();
    const { measureApart } = await import('../../analysis/measure-apart.ts');
    const measured = await stoppable((signal) => measureApart(records, asked, { signal }), options.signal);
    return new Measurement(measured as ConstructorParameters<typeof Measurement>[0]);
  }

  async chart(id: ChartId, options: ChartingOptions = {}): Promise<DrawnChart> {
    const asked = chartOptions(options, this.#context());
    const records = await this.#records();
    return new DrawnChart(await apart('chart', { records, id, options: asked }, options.signal));
  }

  async map(options: MappingOptions = {}): Promise<DrawnMap> {
    const names = options.labels === 'names' ? await this.#names() : new Map<string, string>();
    const asked = mapOptions(options, this.#context(), names);
    const records = await this.#records();
    const { mapNetwork } = await import('./map/network-map.ts');
    return drawnMap(await stoppable((signal) => mapNetwork(records, asked, signal), options.signal));
  }

  async report(options: ReportOptions = {}): Promise<Report> {
    refuseUnknown('report', options, ['groupBy', 'names', 'signal']);
    const { groupBy, names = false, signal } = options;
    const { input, about } = await this.#source.health(this.#asOf, groupBy);
    if (groupBy !== undefined) refuseUnknownAttribute(input.records, groupBy);
    const called = names ? await this.#names() : null;
    return new Report(await apart('report', { input, about, names: called }, signal));
  }

  async simulate(options: SimulatingOptions = {}): Promise<Simulation> {
    refuseUnknown('simulate', options, SIMULATING_OPTIONS);
    const asked = simulateOptions(options, this.#context());
    const records = await this.#measurable();
    return new Simulation(await apart('simulate', { records, options: asked }, options.signal));
  }

  async introductions(options: IntroductionsOptions = {}): Promise<Introductions> {
    refuseUnknown('introductions', options, INTRODUCTIONS_OPTIONS);
    const { records, notes, ...question } = await introductionsQuestion(this.#source, this.#asOf, options);
    return new Introductions(await apart('introductions', { records, ...question }, options.signal), notes);
  }

  async propose(options: ProposeOptions): Promise<Table> {
    refuseUnknown('propose', options, PROPOSE_OPTIONS);
    if (this.#asOf !== null) {
      throw new WeftError('propose: a proposal is made now, on the network as it is: await (await open()).propose(…).');
    }
    return propose(this.#source, options);
  }

  async act(action: string, options: ActOptions): Promise<Table> {
    return act(this.#source, action, options);
  }

  async status(): Promise<Status> {
    return new Status(await this.#source.running((networks, network) => networks.status(network)));
  }

  checks(): Promise<Table> {
    return checksTable(this.#source, this.#asOf);
  }

  findings(): Promise<Table> {
    return findingsTable(this.#source, this.#asOf);
  }

  proposals(): Promise<Table> {
    return proposalsTable(this.#source, this.#asOf);
  }

  outcomes(): Promise<Table> {
    return outcomesTable(this.#source, this.#asOf);
  }

  /** What it is, how large, and what can be asked of it. */
  async [SHOW](): Promise<MediaBundle> {
    const records = await this.#records();
    const active = records.members.filter(({ status }) => status === 'active').length;
    const { title, place, notes } = this.#source;
    const known = `${active} members take part, ${records.ties.length} ties, ${records.adoptions.length} rows on adoptions`;
    const when = this.#asOf === null ? 'as it is now' : `as of ${this.#asOf.text}`;
    return pageBundle([
      `${title} (${place}), ${when}`,
      known,
      ...(records.waves.length === 0 ? [] : [wavesTable(records)]),
      notes.join('\n'),
    ]);
  }

  /** How people are called, by id: asked only by whoever wants names. */
  async #names(): Promise<Map<string, string>> {
    const people = await this.#source.people();
    return new Map(people.map(({ id, name, email }) => [id, name ?? email ?? id]));
  }

  /** What options are completed with. */
  #context(): Context {
    const { undirected, smallestGroup } = this.#source;
    return { asOf: this.#asOf?.text, undirected, smallestGroup };
  }

  #records() {
    return this.#source.records(this.#asOf);
  }

  #measurable(): Promise<MeasurableRecords> {
    return this.#source.measurable(this.#asOf);
  }
}
