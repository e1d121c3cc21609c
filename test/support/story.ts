/**
 * A network in which one practice is tried, on the time-skipping server, with the real store, activities and façade:
 * people act as they would by `weft act`, days pass, and what is left are facts, mails, waiting matters and a report.
 *
 * It is launched, invited and learning when a story begins, unless it asks for less: one that begins in `design` has been
 * launched, and nobody has done anything yet.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { asMark, forMembers } from '../../analysis/report/for-members.ts';
import { checkHealth } from '../../analysis/report/health-check.ts';
import { buildReport, type Report, type Section } from '../../analysis/report/report.ts';
import type { Look } from '../../cli/demo/played-people.ts';
import { openPeople, type PeopleStore } from '../../data/people/index.ts';
import type { BodyOf, CharterInput, Fact, Kind, PracticeName } from '../../data/records/index.ts';
import { openStore, type RecordStore } from '../../data/store/index.ts';
import { healthQuestion } from '../../workflows/activities/health-input.ts';
import { createActivities, fileOutbox } from '../../workflows/activities/index.ts';
import {
  type ActionName,
  archiveFolder,
  type ProcessStatus,
  policyOf,
  programmeInstant,
  REPORT_SIGNAL,
  STATUS_QUERY,
  TASK_QUEUE,
  workflowId,
} from '../../workflows/contract/index.ts';
import { act } from '../../workflows/host/networks/act.ts';
import { calendarOf } from '../../workflows/host/networks/calendar-of.ts';
import { charterInForce } from '../../workflows/host/networks/charter-in-force.ts';
import { launch } from '../../workflows/host/networks/launch.ts';
import { type ArtifactFound, type RepositoryQuestion, repositoryOf } from '../../workflows/host/networks/repository.ts';
import { calendarAfter, type Shown } from './calendars.ts';
import { settled } from './settled.ts';
import { SkippedTime } from './skipped-time.ts';
import { twoYears } from './two-years.ts';
import { until } from './until.ts';

const DAY_MS = 86_400_000;

export interface StoryOptions {
  env: TestWorkflowEnvironment;
  network: string;
  practices: CharterInput['practices'];
  charter?: Partial<CharterInput>;
  members?: number;
  /** `design`: launched, and nobody has done anything; `invited`: invitations are out, and nobody has answered. */
  beginsWhen?: 'design' | 'invited' | 'learning';
  /** Tests force a new run after so many events. */
  continueAsNewAfterEvents?: number | null;
}

export class Story {
  private constructor(
    readonly network: string,
    readonly store: RecordStore,
    private readonly people: PeopleStore,
    private readonly env: TestWorkflowEnvironment,
    private readonly time: SkippedTime,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly folder: string,
  ) {}

  /** p01 leads, p02 stewards, p03 facilitates, p04 sponsors; all are members, in organisations O0 to O3 by turns. */
  static async begin(options: StoryOptions): Promise<Story> {
    const { network, practices, charter, members = 12, continueAsNewAfterEvents } = options;
    const story = await Story.open(options);
    const document = { ...quick(network), ...charter, practices };
    const ids = await story.launchWith(document, members, continueAsNewAfterEvents);
    const { beginsWhen = 'learning' } = options;
    if (beginsWhen !== 'design') await story.untilInvited();
    if (beginsWhen === 'learning') await story.beginLearning(ids);
    return story;
  }

  /** The places and the worker; nothing is launched yet. */
  static async open({ env, network }: Pick<StoryOptions, 'env' | 'network'>): Promise<Story> {
    const folder = await mkdtemp(join(tmpdir(), 'weft-story-'));
    const place = { file: join(folder, 'weft.db') };
    const store = await openStore(place);
    const people = await openPeople({ ...place, masterKey: randomBytes(32) });
    const time = new SkippedTime(env);
    const worker = await Worker.create({
      connection: env.nativeConnection,
      namespace: env.namespace,
      taskQueue: TASK_QUEUE,
      workflowBundle: await SkippedTime.bundle(),
      sinks: time.sinks,
      activities: createActivities({
        ...{ store, people, versions: { weft: 'test' }, reportsDir: join(folder, 'reports') },
        notifier: fileOutbox(join(folder, 'outbox'), 'weft@localhost'),
        workflows: {
          applySchedule: async () => {},
          endSchedule: async () => {},
          report: (id, signal) =>
            env.client.workflow
              .getHandle(id)
              .signal(REPORT_SIGNAL, signal)
              .then(
                () => true,
                (error: unknown) => {
                  if (error instanceof WorkflowNotFoundError) return false;
                  throw error;
                },
              ),
        },
      }),
    });
    return new Story(network, store, people, env, time, worker, worker.run(), folder);
  }

  /** As `weft act`: with rights, sealing of words and the way to the right workflow. @throws RefusedError */
  async act(
    person: string,
    action: ActionName,
    payload: Record<string, unknown> = {},
    request?: string,
  ): Promise<string> {
    const { said } = await act(await this.places(), this.network, action, { as: person, payload, request });
    await settled(this.worker, this.env);
    return said;
  }

  /** The words of a refusal; the story fails where the act is taken. */
  async refusal(
    person: string,
    action: ActionName,
    payload: Record<string, unknown> = {},
    request?: string,
  ): Promise<string> {
    try {
      await this.act(person, action, payload, request);
    } catch (error) {
      if ((error as Error).name === 'RefusedError') return (error as Error).message;
      throw error;
    }
    throw new Error(`${action} was taken, and should have been refused`);
  }

  /** Null where it was taken, else the words of the refusal. */
  async tried(person: string, action: ActionName, payload: Record<string, unknown>): Promise<string | null> {
    try {
      await this.act(person, action, payload);
      return null;
    } catch (error) {
      if ((error as Error).name === 'RefusedError') return (error as Error).message;
      throw error;
    }
  }

  /** What waits on whom, who is a member, and when it is. */
  async look(): Promise<Look> {
    await settled(this.worker, this.env);
    const members = await this.facts('member');
    const [phase] = await this.store.read({ network: this.network, kind: 'phase' });
    return {
      ...{
        now: await this.now(),
        phase: phase?.body.phase ?? 'launched',
        since: phase?.validFrom ?? null,
        cycle: phase?.body.cycle ?? 0,
      },
      waiting: (await this.store.inbox({ network: this.network })).map((entry) => ({ ...entry, on: entry.person })),
      members: members
        .filter(({ status }) => status === 'active')
        .map(({ member }) => member)
        .sort(),
    };
  }

  async pass(days: number): Promise<void> {
    await this.time.sleep(this.worker, days * DAY_MS);
    await settled(this.worker, this.env);
  }

  async now(): Promise<string> {
    const { clock } = await charterInForce(this.store, this.network, await this.env.currentTimeMs());
    return programmeInstant(clock, await this.env.currentTimeMs());
  }

  /** Day of the programme, so many days from now. */
  async day(fromNow: number): Promise<string> {
    return new Date(Date.parse(await this.now()) + fromNow * DAY_MS).toISOString().slice(0, 10);
  }

  async facts<K extends Kind>(kind: K): Promise<BodyOf<K>[]> {
    return (await this.store.read({ network: this.network, kind })).map(({ body }) => body as BodyOf<K>);
  }

  /** What the keeper of a practice says of itself. */
  async practice(practice: PracticeName): Promise<ProcessStatus> {
    const id = workflowId({ kind: 'practice', network: this.network, practice });
    return this.env.client.workflow.getHandle(id).query<ProcessStatus>(STATUS_QUERY);
  }

  /** What was ever stated of a kind, oldest first. */
  async history<K extends Kind>(kind: K): Promise<BodyOf<K>[]> {
    return (await this.store.history({ network: this.network, kind })).map(({ body }) => body as BodyOf<K>);
  }

  /** As `weft repository`. @throws RefusedError */
  async repository(question: RepositoryQuestion): Promise<ArtifactFound[]> {
    return repositoryOf(await this.places(), this.network, question);
  }

  /** As `weft calendar`: all dates, or those of one person. */
  async calendar(as: string | null = null): Promise<string> {
    return calendarOf(await this.places(), this.network, 'A story', as);
  }

  /** What a person's own calendar shows after all mails that they got. */
  async calendarOfMails(person: string): Promise<Shown[]> {
    const mails = await this.mails('');
    return calendarAfter(mails.filter((text) => text.includes(`To: ${person}@example.org`)));
  }

  /** The same as objects, in a fixed order. */
  async asked(): Promise<{ person: string; action: string; about: string }[]> {
    const entries = await this.store.inbox({ network: this.network });
    return entries
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ person, action, about }) => ({ person, action, about }));
  }

  /** Every fact ever stated. */
  allFacts(): Promise<Fact[]> {
    return this.store.history({ network: this.network });
  }

  /** Who is asked for what: `p05 help request-1`. */
  async waiting(): Promise<string[]> {
    const entries = await this.store.inbox({ network: this.network });
    return entries.map(({ person, action, about }) => `${person} ${action} ${about}`).sort();
  }

  /** The texts of all mails whose subject holds the words. */
  async mails(subject: string): Promise<string[]> {
    const box = join(this.folder, 'outbox');
    const files = await readdir(box, { recursive: true, withFileTypes: true }).catch(() => []);
    const texts = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    // Long headers are folded over several lines.
    const unfolded = (text: string) => text.replace(/\r?\n[ \t]+/g, ' ');
    return texts.filter((text) => new RegExp(`^Subject: .*${subject}`, 'm').test(unfolded(text)));
  }

  /** Where a closed network has left its archive. */
  archive(): string {
    return archiveFolder(join(this.folder, 'reports'), this.network);
  }

  archivePlaces(): { store: RecordStore; people: PeopleStore } {
    return { store: this.store, people: this.people };
  }

  /** The whole health report as of now, for the leads or for every member. */
  async report(audience: 'leads' | 'members' = 'leads', at?: string): Promise<Report> {
    const asOf = at ?? (await this.now());
    const question = { network: this.network, check: 'story', asOf };
    const { input, about } = await healthQuestion(this.store, question, { weft: 'test' });
    if (audience === 'leads') return buildReport(checkHealth(input), input, about);
    const ids = input.records.members.map(({ member }) => member);
    return forMembers(buildReport(checkHealth(input), input, { ...about, label: asMark }), ids);
  }

  /** A health check as its schedule would start it, to its end. */
  async healthCheck(check: string): Promise<void> {
    const { network } = this;
    const [fact] = await this.store.read({ network, kind: 'charter' });
    const { document } = fact!.body;
    const { clock } = await charterInForce(this.store, network, await this.env.currentTimeMs());
    const begin = {
      network,
      policy: policyOf(document, document.roles),
      clock,
      settings: { continueAsNewAfterEvents: null },
    };
    await this.env.client.workflow.execute('healthCheck', {
      taskQueue: TASK_QUEUE,
      workflowId: workflowId({ kind: 'health', network, check }),
      args: [{ ...begin, check, asOf: await this.now() }],
    });
    await settled(this.worker, this.env);
  }

  /** A section of the health report as of now. */
  async section(id: string): Promise<Section> {
    const asOf = await this.now();
    const { input, about } = await healthQuestion(
      this.store,
      { network: this.network, check: 'story', asOf },
      { weft: 'test' },
    );
    const found = buildReport(checkHealth(input), input, about).sections.find((section) => section.id === id);
    if (found === undefined) throw new Error(`the report has no section ${id}`);
    return found;
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.people.close();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async places() {
    const { store, people, env } = this;
    return { store, people, client: env.client, nowRealMs: await env.currentTimeMs() };
  }

  async launch(
    charter: CharterInput,
    members: Parameters<typeof launch>[1]['members'],
    period: number | null = null,
  ): Promise<void> {
    await launch({ ...(await this.places()), continueAsNewAfterEvents: period }, { charter, members });
    // The worker may not have been handed the first task yet, and would look as if it had nothing to do.
    const lifecycle = this.env.client.workflow.getHandle(workflowId({ kind: 'network', network: this.network }));
    const hasPlan = async () => (await lifecycle.query<ProcessStatus>(STATUS_QUERY)).next.length > 0;
    await until('the network has its plan', hasPlan, { everyMs: 20 });
    await settled(this.worker, this.env);
  }

  private async launchWith(charter: CharterInput, members: number, period: number | null = null): Promise<string[]> {
    const ids = Array.from({ length: members }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
    const roster = {
      records: {
        ...{ ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
        members: ids.map((member, index) => ({
          ...{ member, status: 'invited' as const, hub: index < 2 },
          attributes: { region: ['North', 'South'][index % 2] as string, organisation: `O${index % 4}` },
        })),
      },
      people: ids.map((ref) => ({ ref, name: `Member ${ref}`, email: `${ref}@example.org` })),
    };
    await this.launch(charter, roster, period);
    return ids;
  }

  /** The words with which another network is not launched. */
  async refusedLaunch(charter: CharterInput, members: BodyOf<'member'>[] = []): Promise<string> {
    const records = { members, ties: [], adoptions: [], waves: [], responses: [], contributions: [] };
    try {
      await launch(
        { ...(await this.places()), continueAsNewAfterEvents: null },
        { charter, members: { records, people: [] } },
      );
    } catch (error) {
      if ((error as Error).name === 'RefusedError') return (error as Error).message;
      throw error;
    }
    throw new Error('it was launched, and should have been refused');
  }

  /** What the story's own network was launched with, for one that differs from it. */
  static charter(network: string): CharterInput {
    return quick(network);
  }

  /** From design on: nobody proposes anything, the lead sets the agenda and confirms the gate. */
  async untilInvited(): Promise<void> {
    await this.pass(3);
    await this.act('p01', 'set-agenda', { title: 'What to learn first' });
    for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
      await this.act('p01', 'confirm-readiness', { item });
    }
  }

  private async beginLearning(ids: string[]): Promise<void> {
    for (const id of ids) await this.act(id, 'accept-invitation');
    await this.pass(3);
  }
}

/** Learning begins on the sixth day and lasts two years. */
function quick(network: string): CharterInput {
  return {
    ...twoYears(network),
    blackouts: [],
    surveys: [],
    design: { proposePriorities: 'P1D', vote: 'P1D' },
    invitation: { open: 'P2D' },
  };
}
