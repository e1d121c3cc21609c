/** A network over its source, as of now or of a date. */
import type { MeasurableRecords } from '../../data/records/index.ts';
import { type AsOf, asOfDate } from './date.ts';
import { inWords } from './errors.ts';
import { refuseUnknown } from './known-options.ts';
import { Measurement } from './measuring/measurement.ts';
import { type MeasuringOptions, measureOptions, type TieOptions } from './measuring/options.ts';
import { stoppable } from './measuring/running.ts';
import type { Network } from './network.ts';
import { adoptionsTable, groupsTable, membersTable, peopleTable, tiesTable, wavesTable } from './records-tables.ts';
import { type MediaBundle, SHOW } from './show/shows-itself.ts';
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
    const { undirected, smallestGroup } = this.#source;
    const asked = measureOptions(options, { asOf: this.#asOf?.text, undirected, smallestGroup });
    const records = await this.#measurable();
    const { measureApart } = await import('../../analysis/measure-apart.ts');
    const measured = await stoppable((signal) => measureApart(records, asked, { signal }), options.signal);
    return new Measurement(measured as ConstructorParameters<typeof Measurement>[0]);
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

  #records() {
    return this.#source.records(this.#asOf);
  }

  #measurable(): Promise<MeasurableRecords> {
    return this.#source.measurable(this.#asOf);
  }
}
