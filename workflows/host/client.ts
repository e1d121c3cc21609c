/**
 * The façade: everything that a command line or a page may ask of networks. It speaks words, ids and plain data; nobody
 * behind it needs to know that there is Temporal.
 */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { archiveOf, readArchiveSource } from '../../data/exchange/archive/index.ts';
import type { PeopleStore, PersonDetails } from '../../data/people/index.ts';
import {
  countTies,
  type Fact,
  type Instant,
  type Kind,
  type MeasurableRecords,
  type NetworkRecords,
} from '../../data/records/index.ts';
import type { AuditEntry, AuditVerdict, RecordStore } from '../../data/store/index.ts';
import { type HealthQuestion, healthQuestion } from '../activities/health-input.ts';
import type { Answer, MeasureOptions } from '../activities/measurement/index.ts';
import {
  isForManyMachines,
  REPORT_SIGNAL,
  type Receipt,
  type ReportSignal,
  spreadAboveNs,
  workflowId,
} from '../contract/index.ts';
import { connectTemporal, openStores, temporalAddress } from './connection.ts';
import { type ActInput, act } from './networks/act.ts';
import { calendarOf } from './networks/calendar-of.ts';
import { charterInForce, type InForce } from './networks/charter-in-force.ts';
import { type Erased, erase } from './networks/erase.ts';
import { type AnswersImported, importAnswers } from './networks/import-answers.ts';
import { type ImportReport, importFiles } from './networks/import-files.ts';
import { type LaunchInput, launch } from './networks/launch.ts';
import { measureDistributed, type Watching } from './networks/measure-distributed.ts';
import { readerOf } from './networks/reader.ts';
import { type ArtifactFound, type RepositoryQuestion, repositoryOf } from './networks/repository.ts';
import { type NetworkStatus, type StatusOptions, statusOf } from './networks/status.ts';
import { type WordsFound, type WordsQuestion, wordsFound } from './networks/words-found.ts';
import { pathsOf } from './paths.ts';
import { componentVersions } from './versions.ts';

export { NotRunning } from './connection.ts';
export type { ActInput } from './networks/act.ts';
export type { Erased } from './networks/erase.ts';
export type { Imported } from './networks/import-facts.ts';
export type { ImportReport } from './networks/import-files.ts';
export type { LaunchInput } from './networks/launch.ts';
export type { MeasuringProgress, Watching } from './networks/measure-distributed.ts';
export { RefusedError } from './networks/refused.ts';
export type { ArtifactFound, RepositoryQuestion } from './networks/repository.ts';
export type { NetworkStatus } from './networks/status.ts';
export type { WordsFound, WordsQuestion } from './networks/words-found.ts';

export interface OpenOptions {
  dataDir: string;
  env?: NodeJS.ProcessEnv;
}

export class Networks {
  readonly #env: NodeJS.ProcessEnv;
  readonly #store: RecordStore;
  readonly #people: PeopleStore;
  readonly #reportsDir: string;
  readonly #outboxDir: string;
  readonly #connect: () => Promise<{ client: Client; close(): Promise<void> }>;
  #connection: Promise<{ client: Client; close(): Promise<void> }> | null = null;
  readonly #closeStores: () => Promise<void>;

  private constructor(
    { dataDir, env = process.env }: OpenOptions,
    { store, people, close }: { store: RecordStore; people: PeopleStore; close(): Promise<void> },
  ) {
    this.#env = env;
    this.#store = store;
    this.#people = people;
    this.#closeStores = close;
    const { reports, outbox } = pathsOf(dataDir);
    this.#reportsDir = reports;
    this.#outboxDir = outbox;
    this.#connect = async () => connectTemporal(await temporalAddress(dataDir, env));
  }

  /** Temporal is connected to when something needs it: what the store can answer needs no running Weft. */
  static async open(options: OpenOptions): Promise<Networks> {
    return new Networks(options, await openStores(options.dataDir, options.env ?? process.env));
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => null);
    await connection?.close();
    await this.#closeStores();
  }

  /** Starts a network. @throws RefusedError with every reason why not. */
  async launch(input: LaunchInput): Promise<{ network: string; startedAt: Instant }> {
    return launch({ ...(await this.#places()), continueAsNewAfterEvents: this.#forcedNewRun() }, input);
  }

  /** Does something in somebody's name. @throws RefusedError with the words for that person. */
  async act(network: string, action: string, input: ActInput): Promise<Receipt> {
    return act(await this.#places(), network, action, input);
  }

  async status(network: string, options: StatusOptions = {}): Promise<NetworkStatus> {
    return statusOf({ ...(await this.#places()), reportsDir: this.#reportsDir }, network, options);
  }

  /** The network as files that can be read without Weft, texts by path. @throws RefusedError where there is no such network. */
  async archive(network: string): Promise<Map<string, string>> {
    await this.charter(network);
    return archiveOf(await readArchiveSource({ store: this.#store, people: this.#people }, network));
  }

  /** All its dates as iCalendar, of everybody or of one person. @throws RefusedError */
  async calendar(network: string, as: string | null = null): Promise<string> {
    const { charter } = await this.charter(network);
    return calendarOf({ store: this.#store, people: this.#people }, network, charter.name, as);
  }

  /** Ids of all networks, in order. */
  networks(): Promise<string[]> {
    return this.#store.networks();
  }

  /** The charter, its policy with ids in roles, and the programme's clock. @throws RefusedError */
  charter(network: string): Promise<InForce> {
    return charterInForce(this.#store, network, Date.now());
  }

  /** What a measurement reads, as of a programme date. @throws RefusedError where there is no such network. */
  async records(network: string, asOf?: Instant): Promise<NetworkRecords> {
    await this.charter(network);
    return this.#store.networkRecords(network, asOf);
  }

  /** The same with ties in columns, read from what was kept of them where the facts are as they were. @throws RefusedError */
  async measurable(network: string, asOf?: Instant): Promise<MeasurableRecords> {
    await this.charter(network);
    return this.#store.measurableRecords(network, asOf);
  }

  /**
   * Measures on all workers that run, a network as of a date or what files say. The same figures as on one machine, byte
   * by byte. @throws RefusedError
   */
  async measure(
    source: { network: string; asOf?: Instant } | { records: MeasurableRecords },
    options: MeasureOptions,
    watching: Watching = {},
  ): Promise<Answer> {
    const settings = { continueAsNewAfterEvents: this.#forcedNewRun() };
    const places = { ...(await this.#places()), settings, aboveNs: spreadAboveNs(this.#env) };
    if ('records' in source) return measureDistributed(places, source, options, watching);
    const { network, asOf = null } = source;
    await this.charter(network);
    return measureDistributed(places, { network, asOf }, options, watching);
  }

  /** Whether records are so many that `measure` is the way to measure them, and a Weft runs that could. */
  async wouldSpread({ members, ties }: MeasurableRecords): Promise<boolean> {
    if (!isForManyMachines(this.#env, members.length, countTies(ties))) return false;
    return this.#places().then(
      () => true,
      () => false,
    );
  }

  /** What a health check as of a date would read: for a report that is made on demand and kept nowhere. */
  async healthQuestion(network: string, check: string, asOf: Instant): Promise<HealthQuestion> {
    await this.charter(network);
    return healthQuestion(this.#store, { network, check, asOf }, await componentVersions());
  }

  /** The facts of a kind that held on a date, in their newest form; now by default. */
  async facts<K extends Kind>(network: string, kind: K, asOf?: Instant): Promise<Fact<K>[]> {
    await this.charter(network);
    return this.#store.read({ network, kind, asOf });
  }

  /** Every fact ever stated (of one kind or of all), in the order of recording. */
  async exportFacts(network: string, kind?: Kind): Promise<Fact[]> {
    await this.charter(network);
    return this.#store.history({ network, kind });
  }

  importFiles(network: string, paths: readonly string[], options: { dryRun?: boolean } = {}): Promise<ImportReport> {
    return importFiles({ store: this.#store, people: this.#people, nowRealMs: Date.now() }, network, paths, options);
  }

  /** Answers to a round of a questionnaire, from a file. @throws ImportError naming every problem by line and field. */
  importAnswers(network: string, round: string, path: string): Promise<AnswersImported> {
    return importAnswers({ store: this.#store, people: this.#people, nowRealMs: Date.now() }, network, round, path);
  }

  /** Removes a person everywhere. @throws RefusedError where nobody is called that. */
  erase(network: string, person: string): Promise<Erased> {
    const places = { store: this.#store, people: this.#people, nowRealMs: Date.now() };
    const folders = { reportsDir: this.#reportsDir, outboxDir: this.#outboxDir };
    const leave = async (member: string) => void (await this.act(network, 'leave', { as: member }));
    const vacate = async (member: string) => {
      const lifecycle = workflowId({ kind: 'network', network });
      const { client } = await this.#places();
      const told = { from: 'operator', report: 'gone', data: { member } } satisfies ReportSignal;
      await client.workflow
        .getHandle(lifecycle)
        .signal(REPORT_SIGNAL, told)
        .catch((error: unknown) => {
          // It does not run any more: there is nothing that a role would be needed for.
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        });
    };
    return erase({ ...places, ...folders, leave, vacate }, network, person);
  }

  /** Who people are, by id: for a steward at the terminal, never for a log or a report. */
  async people(network: string): Promise<Map<string, PersonDetails>> {
    return new Map((await this.#people.list(network)).map(({ person, details }) => [person, details]));
  }

  /** Words that a person wrote, by their reference; null where the person was erased. */
  words(network: string, reference: string): Promise<string | null> {
    return this.#people.openText(network, reference);
  }

  /** The id of somebody who reads what is of the network's own. @throws RefusedError where they are not of it. */
  reader(network: string, as: string): Promise<string> {
    return readerOf({ store: this.#store, people: this.#people, nowRealMs: Date.now() }, network, as);
  }

  /** What members keep for each other, with its words, for somebody of the network. @throws RefusedError */
  repository(network: string, question: RepositoryQuestion): Promise<ArtifactFound[]> {
    return repositoryOf({ store: this.#store, people: this.#people, nowRealMs: Date.now() }, network, question);
  }

  /** What somebody may read of what was written: their own words, and those that were meant for them. @throws RefusedError */
  wordsFor(network: string, question: WordsQuestion): Promise<WordsFound[]> {
    return wordsFound({ store: this.#store, people: this.#people, nowRealMs: Date.now() }, network, question);
  }

  /** How to call people at the terminal: name, else address, else how a file called them, else the id. */
  async label(network: string): Promise<(person: string) => string> {
    const people = await this.people(network);
    return (person) => {
      const { name, email, ref } = people.get(person) ?? {};
      return name ?? email ?? ref ?? person;
    };
  }

  /** The log of who did and decided what, and whether its chain verifies. */
  async audit(network: string): Promise<{ entries: AuditEntry[]; verdict: AuditVerdict }> {
    return { entries: await this.#store.audit(network), verdict: await this.#store.verifyAudit(network) };
  }

  /** Bytes that a fact names by their address: a report as it was written. */
  artifact(address: string): Promise<Uint8Array | null> {
    return this.#store.getArtifact(address);
  }

  /** Tests force a new run after so many events. */
  #forcedNewRun(): number | null {
    const forced = this.#env.WEFT_TEST_CONTINUE_AS_NEW_AFTER;
    return forced === undefined || forced === '' ? null : Number(forced);
  }

  async #places() {
    this.#connection ??= this.#connect();
    // A failed attempt is not kept: Weft may be started meanwhile.
    const { client } = await this.#connection.catch((error: unknown) => {
      this.#connection = null;
      throw error;
    });
    return { store: this.#store, people: this.#people, client, nowRealMs: Date.now() };
  }
}
