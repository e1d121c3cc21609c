/** Where is it, what is waiting on whom until when, what comes next. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { ScheduleNotFoundError, WorkflowNotFoundError } from '@temporalio/client';
import {
  type BodyOf,
  type CharterDocument,
  type Instant,
  PRACTICE_NAMES,
  PRACTICES,
  type PracticeName,
  type PracticesOn,
  ROLE_NAMES,
  type RoleName,
} from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import type { ProcessStatus, WorkflowAddress } from '../../contract/index.ts';
import { archiveFolder, healthScheduleId, programmeInstant, STATUS_QUERY, workflowId } from '../../contract/index.ts';
import { currentCycle } from './address-of-action.ts';
import { charterInForce } from './charter-in-force.ts';

export interface NetworkStatus {
  network: string;
  name: string;
  /** The programme's clock. */
  now: Instant;
  phase: BodyOf<'phase'>['phase'] | 'launched';
  because: string | null;
  since: Instant | null;
  cycle: number;
  /** Where within the phase: of the running cycle, else of the lifecycle itself. Null where nobody answers. */
  stage: string | null;
  /** False where the network is not closed and its workflow gave no answer: the worker may be down. */
  answers: boolean;
  waiting: { on: string; action: string; about: string; since: Instant; until: Instant | null }[];
  next: { what: string; at: Instant }[];
  health: {
    check: string;
    asOf: Instant;
    response: number | null;
    figures: Record<string, number | null>;
    findings: Pick<BodyOf<'finding'>, 'finding' | 'rule' | 'metric' | 'groupBy' | 'value' | 'threshold' | 'p'>[];
  } | null;
  proposals: Record<BodyOf<'proposal'>['status'], number>;
  members: Record<BodyOf<'member'>['status'], number>;
  /** The newest report for people, as a file. */
  report: string | null;
  /** What was said before it is, or was, decided what becomes of the network: of the newest round. */
  gates: Pick<BodyOf<'sustainment-gate'>, 'round' | 'gate' | 'status' | 'binding' | 'preferred' | 'until'>[];
  /** What a closed network has left, as the page to begin with. */
  archive: string | null;
  /** Practices that the charter has switched on; the stage is null where one has not begun, or does not answer. */
  practices: { practice: PracticeName; title: string; stage: string | null; counts: Record<string, number> }[];
  /** Roles that nobody holds since whoever did has left. */
  vacant: RoleName[];
  /** Whether the engine may make proposals. */
  switch: 'on' | 'off';
}

interface Places {
  store: RecordStore;
  client: Client;
  reportsDir: string;
  nowRealMs: number;
}

const ANSWER_WITHIN_MS = 10_000;

export interface StatusOptions {
  /** Practices are not asked, nor when the next checks are: a question to some forty workflows, for who looks all the time. */
  brief?: boolean;
}

/** @throws RefusedError where there is no such network. */
export async function statusOf(
  places: Places,
  network: string,
  { brief = false }: StatusOptions = {},
): Promise<NetworkStatus> {
  const { store, reportsDir, nowRealMs } = places;
  const { charter, clock, now } = await charterInForce(store, network, nowRealMs);
  const [phase] = await store.read({ network, kind: 'phase' });
  const isClosed = phase?.body.phase === 'closed';
  const [turned] = await store.read({ network, kind: 'switch' });
  const report = join(reportsDir, network, 'latest.html');
  const archive = join(archiveFolder(reportsDir, network), 'index.html');
  const cycle = await currentCycle(store, network);
  const lifecycle = isClosed ? null : await ask(places.client, { kind: 'network', network });
  const running = cycle === null || isClosed ? null : await ask(places.client, { kind: 'cycle', network, cycle });
  const checks = isClosed || brief ? [] : await nextChecks(places.client, network);
  return {
    ...{ network, now },
    name: charter.name,
    phase: phase?.body.phase ?? 'launched',
    because: phase?.body.because ?? null,
    since: phase?.validFrom ?? null,
    cycle: phase?.body.cycle ?? 0,
    stage: running?.stage ?? lifecycle?.stage ?? null,
    answers: isClosed || lifecycle !== null,
    waiting: (await store.inbox({ network })).map(({ person, action, about, since, until }) => ({
      on: person,
      ...{ action, about, since, until },
    })),
    next: [
      ...(lifecycle?.next ?? []),
      ...(running?.next ?? []).map(({ what, at }) => ({ what: `cycle ${cycle}: ${what}`, at })),
      ...checks.map((ms) => ({ what: 'health check', at: programmeInstant(clock, ms) })),
    ].sort((a, b) => (a.at < b.at ? -1 : 1)),
    health: await healthOf(store, network),
    proposals: {
      ...{ proposed: 0, approved: 0, declined: 0, expired: 0, withdrawn: 0 },
      ...counted((await store.read({ network, kind: 'proposal' })).map(({ body }) => body.status)),
    },
    members: {
      ...{ invited: 0, active: 0, declined: 0, left: 0 },
      ...counted((await store.read({ network, kind: 'member' })).map(({ body }) => body.status)),
    },
    report: existsSync(report) ? report : null,
    gates: await gatesOf(store, network),
    archive: existsSync(archive) ? archive : null,
    practices: brief ? [] : await practicesOf(places.client, network, charter.practices, isClosed),
    vacant: isClosed ? [] : await vacantRoles(store, network, charter),
    switch: turned?.body.proposals ?? 'on',
  };
}

async function practicesOf(
  client: Client,
  network: string,
  on: PracticesOn,
  isClosed: boolean,
): Promise<NetworkStatus['practices']> {
  const names = PRACTICE_NAMES.filter((name) => on[name] !== undefined);
  return Promise.all(
    names.map(async (practice) => {
      const keeper = isClosed ? null : await ask(client, { kind: 'practice', network, practice });
      const { title } = PRACTICES[practice];
      return { practice, title, stage: isClosed ? 'ended' : (keeper?.stage ?? null), counts: keeper?.counts ?? {} };
    }),
  );
}

/** Held once, and by nobody now: a role that the charter gives to nobody is not missed. */
async function vacantRoles(
  store: RecordStore,
  network: string,
  { roles }: Pick<CharterDocument, 'roles'>,
): Promise<RoleName[]> {
  const all = (await store.read({ network, kind: 'role' })).map(({ body }) => body);
  return ROLE_NAMES.filter((role) => {
    const known = all.filter((one) => one.role === role);
    return (roles[role].length > 0 || known.length > 0) && !known.some(({ held }) => held);
  });
}

async function gatesOf(store: RecordStore, network: string): Promise<NetworkStatus['gates']> {
  const all = (await store.read({ network, kind: 'sustainment-gate' })).map(({ body }) => body);
  const newest = Math.max(0, ...all.map(({ round }) => round));
  return all
    .filter(({ round }) => round === newest)
    .map(({ round, gate, status, binding, preferred, until }) => ({ round, gate, status, binding, preferred, until }));
}

async function healthOf(store: RecordStore, network: string): Promise<NetworkStatus['health']> {
  const snapshots = (await store.read({ network, kind: 'snapshot' })).map(({ body }) => body);
  const newest = snapshots.sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  if (newest === undefined) return null;
  const { check, asOf, response, figures } = newest;
  const findings = (await store.read({ network, kind: 'finding' })).map(({ body }) => body);
  return {
    ...{ check, asOf, response, figures },
    findings: findings
      .filter((finding) => finding.check === check)
      .map(({ finding, rule, metric, groupBy, value, threshold, p }) => ({
        ...{ finding, rule, metric, groupBy, value, threshold, p },
      })),
  };
}

/** Null where the workflow is not there, or nobody answers for it in time. */
async function ask(client: Client, address: WorkflowAddress): Promise<ProcessStatus | null> {
  const handle = client.workflow.getHandle(workflowId(address));
  try {
    return await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () => handle.query<ProcessStatus>(STATUS_QUERY));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || isNoAnswer(error)) return null;
    throw error;
  }
}

async function nextChecks(client: Client, network: string): Promise<number[]> {
  try {
    const { info } = await client.schedule.getHandle(healthScheduleId(network)).describe();
    return info.nextActionTimes.slice(0, 1).map((time) => time.getTime());
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return [];
    throw error;
  }
}

/** gRPC: cancelled, deadline exceeded, failed precondition (no worker polls), unavailable. */
function isNoAnswer(error: unknown): boolean {
  const causes = [error, (error as { cause?: unknown }).cause];
  return causes.some((cause) => [1, 4, 9, 14].includes((cause as { code?: number } | undefined)?.code ?? -1));
}

function counted<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const counts: Partial<Record<Word, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
