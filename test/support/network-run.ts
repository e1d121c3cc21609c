/**
 * Runs a whole network on the time-skipping server with the real store and the real activities, met by simulated
 * people; used by the lifecycle tests and to record histories for the replay tests.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { openPeople } from '../../data/people/index.ts';
import type { CharterDocument, CharterInput, Fact, NewFact } from '../../data/records/index.ts';
import { CharterSchema } from '../../data/records/index.ts';
import { openStore, type RecordStore } from '../../data/store/index.ts';
import { createActivities, fileOutbox } from '../../workflows/activities/index.ts';
import {
  ACTIONS,
  type Begin,
  clockOf,
  policyOf,
  programmeInstant,
  REPORT_SIGNAL,
  workflowAddress,
  workflowId,
} from '../../workflows/contract/index.ts';
import { settled } from './settled.ts';
import { type Deed, message, reaction } from './simulated-people.ts';
import { SkippedTime } from './skipped-time.ts';

const DAY_MS = 86_400_000;

export interface NetworkRun {
  /** Every fact, in the order of recording. */
  facts: Fact[];
  store: RecordStore;
  charter: CharterDocument;
  /** Workflow ids that were started, in order of id. */
  workflows: string[];
  close(): Promise<void>;
}

export interface RunOptions {
  env: TestWorkflowEnvironment;
  charter: CharterInput;
  /** Each run of a test has a task queue of its own. */
  taskQueue: string;
  continueAsNewAfterEvents: number | null;
  /** How often people look at their inbox. */
  lookEveryDays: number;
  members: number;
}

export async function runNetwork(options: RunOptions): Promise<NetworkRun> {
  const { env, taskQueue } = options;
  const folder = await mkdtemp(join(tmpdir(), 'weft-run-'));
  const place = { file: join(folder, 'weft.db') };
  const store = await openStore(place);
  const people = await openPeople({ ...place, masterKey: randomBytes(32) });
  const charter = CharterSchema.parse(options.charter);
  const { network } = charter;
  const roster = Array.from({ length: options.members }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
  const launchedMs = await env.currentTimeMs();
  const clock = clockOf(charter, launchedMs);
  const started = programmeInstant(clock, launchedMs);
  const begin: Begin = {
    network,
    policy: policyOf(charter, charter.roles),
    clock,
    settings: { continueAsNewAfterEvents: options.continueAsNewAfterEvents },
  };
  await store.append(rosterFacts(charter, roster, started), { type: 'import', id: 'test' });

  const time = new SkippedTime(env);
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace,
    taskQueue,
    workflowBundle: await SkippedTime.bundle(),
    sinks: time.sinks,
    activities: createActivities({
      store,
      people,
      notifier: fileOutbox(join(folder, 'outbox'), 'weft@localhost'),
      workflows: {
        applySchedule: async () => {},
        endSchedule: async () => {},
        report: async (id, signal) => {
          try {
            await env.client.workflow.getHandle(id).signal(REPORT_SIGNAL, signal);
            return true;
          } catch (error) {
            if (error instanceof WorkflowNotFoundError) return false;
            throw error;
          }
        },
      },
      versions: { weft: 'test' },
      reportsDir: join(folder, 'reports'),
    }),
  });

  await worker.runUntil(async () => {
    await env.client.workflow.start('networkLifecycle', {
      workflowId: workflowId({ kind: 'network', network }),
      taskQueue,
      args: [begin],
    });
    const done = new Set<string>();
    let checks = 0;
    for (let day = 0; !(await closed(store, network)); day += options.lookEveryDays) {
      if (day > 3000) throw new Error('the network never closed');
      await settled(worker, env);
      for (const deed of await deeds(store, network, roster)) {
        if (done.has(deed.request)) continue;
        done.add(deed.request);
        await act(env, store, network, deed);
      }
      // The time-skipping server has no schedules: the checks are started as the Schedule would.
      if (day / 182 >= checks + 1) {
        checks += 1;
        const at = programmeInstant(clock, await env.currentTimeMs());
        const check = `health-${at.slice(0, 10)}`;
        const id = workflowId({ kind: 'health', network, check });
        const handle = await env.client.workflow.start('healthCheck', {
          workflowId: id,
          taskQueue,
          args: [{ ...begin, check, asOf: at }],
        });
        await handle.result();
      }
      await time.sleep(worker, options.lookEveryDays * DAY_MS);
    }
    // What outlives the network: introductions under way and the outcome checks.
    await time.sleep(worker, 400 * DAY_MS);
    await settled(worker, env);
  });
  const facts = await store.history({ network });
  const workflows = [
    ...new Set(facts.map((fact) => fact.source.id).filter((id) => workflowAddress(id) !== null)),
  ].sort();
  return {
    facts,
    store,
    charter,
    workflows,
    close: async () => {
      await people.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function rosterFacts(charter: CharterDocument, roster: string[], at: string): NewFact[] {
  const envelope = {
    network: charter.network,
    validFrom: at,
    validTo: null,
    recordedAt: at,
    source: { type: 'import', id: 'test' } as const,
    retracted: false,
  };
  return [
    { ...envelope, kind: 'charter', key: 'charter', body: { digest: '0'.repeat(64), document: charter } },
    ...roster.map((member, index): NewFact => {
      const attributes = {
        region: ['North', 'South', 'East'][Math.floor(index / 6) % 3] as string,
        organisation: `O${index % 4}`,
      };
      return {
        ...envelope,
        kind: 'member',
        key: `member/${member}`,
        body: { member, status: 'invited', hub: index < 2, attributes },
      };
    }),
  ];
}

async function deeds(store: RecordStore, network: string, roster: string[]): Promise<Deed[]> {
  const members = await store.read({ network, kind: 'member' });
  const active = members.filter((fact) => fact.body.status === 'active').map((fact) => fact.body.member);
  const entries = await store.inbox({ network });
  return entries
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((entry) =>
      (entry.person === 'role:member' ? active : [entry.person]).map((person) => reaction(entry, person, roster)),
    )
    .filter((deed) => deed !== null);
}

/** A refusal is an answer: what was asked may have been settled by somebody else in the meantime. */
async function act(env: TestWorkflowEnvironment, store: RecordStore, network: string, deed: Deed): Promise<void> {
  const id = deed.workflowId;
  const [member] = await store.read({ network, kind: 'member', subject: deed.person });
  try {
    await env.client.workflow.getHandle(id).executeUpdate(ACTIONS[deed.action].name, {
      updateId: deed.request,
      args: [message(deed, member?.body.status ?? null)],
    });
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function closed(store: RecordStore, network: string): Promise<boolean> {
  const [phase] = await store.read({ network, kind: 'phase' });
  return phase?.body.phase === 'closed';
}
