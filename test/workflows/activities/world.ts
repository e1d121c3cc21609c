/** A world for activities: a store and people in a temporary folder, and what was sent and asked kept at hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { openPeople } from '../../../data/people/index.ts';
import type { BodyOf, Kind } from '../../../data/records/index.ts';
import { CharterSchema } from '../../../data/records/index.ts';
import { openStore } from '../../../data/store/index.ts';
import type { HealthSchedule, Message, Notifier } from '../../../workflows/activities/index.ts';
import { createActivities, createMeasuringActivities, type World } from '../../../workflows/activities/index.ts';
import type { Activities, FactDraft, ReportSignal } from '../../../workflows/contract/index.ts';
import { quietRuntime } from '../../support/quiet-runtime.ts';

/** Activities that fail on purpose need not be told of. */
const SILENT = new DefaultLogger('ERROR');

export const NETWORK = 'three-regions';
export const START = '2026-01-05T08:00:00.000Z';

export interface TestWorld extends World {
  sent: Message[];
  schedules: Map<string, HealthSchedule>;
  reports: { workflowId: string; signal: ReportSignal }[];
  /** Runs an activity as a worker would; heartbeats are handed to `onHeartbeat`. */
  run<A extends keyof Activities>(
    activity: A,
    input: Parameters<Activities[A]>[0],
    options?: { heartbeatDetails?: unknown; onHeartbeat?: (details: unknown) => void },
  ): Promise<Awaited<ReturnType<Activities[A]>>>;
  /** Facts as a given, under a key each. */
  given(...facts: { [K in Kind]: { kind: K; body: BodyOf<K>; at?: string; key?: string } }[Kind][]): Promise<void>;
  /** Everything in the store, for comparing before and after. */
  everything(): Promise<unknown>;
  close(): Promise<void>;
}

export async function testWorld(notifier?: Notifier): Promise<TestWorld> {
  quietRuntime();
  const folder = await mkdtemp(join(tmpdir(), 'weft-activities-'));
  const file = join(folder, 'weft.db');
  const store = await openStore({ file });
  const people = await openPeople({ file, masterKey: new Uint8Array(32).fill(7) });
  const sent: Message[] = [];
  const schedules = new Map<string, HealthSchedule>();
  const reports: TestWorld['reports'] = [];
  const world: World = {
    ...{ store, people },
    notifier: notifier ?? { send: async (message) => void sent.push(message), close: async () => undefined },
    workflows: {
      applySchedule: async (schedule) => void schedules.set(schedule.id, schedule),
      endSchedule: async (id) => void schedules.delete(id),
      report: async (workflowId, signal) => {
        reports.push({ workflowId, signal });
        return true;
      },
    },
    versions: { weft: '0.0.0' },
    reportsDir: join(folder, 'reports'),
  };
  const activities: Activities = { ...createActivities(world), ...createMeasuringActivities(store) };
  let given = 0;
  return {
    ...world,
    ...{ sent, schedules, reports },
    async run(activity, input, { heartbeatDetails, onHeartbeat } = {}) {
      const workflowExecution = { workflowId: `network/${NETWORK}`, runId: 'run' };
      const environment = new MockActivityEnvironment({ workflowExecution, heartbeatDetails }, { logger: SILENT });
      if (onHeartbeat !== undefined) environment.on('heartbeat', onHeartbeat);
      // The compiler cannot follow which input goes with which activity.
      return environment.run(activities[activity] as never, input) as never;
    },
    async given(...facts) {
      const source = { type: 'import', id: 'test' } as const;
      const envelope = { network: NETWORK, validTo: null, source, retracted: false };
      await store.append(
        facts.map(({ kind, body, at = START, key }) => {
          given += 1;
          const draft = { kind, body, validFrom: at, key: key ?? `given/${given}` } as FactDraft;
          return { ...draft, ...envelope, recordedAt: at } as never;
        }),
        source,
      );
    },
    everything: async () => ({
      facts: await store.history({ network: NETWORK }),
      audit: await store.audit(NETWORK),
      inbox: await store.inbox({ network: NETWORK }),
    }),
    async close() {
      await people.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const CHARTER = CharterSchema.parse({
  charter: 1,
  network: NETWORK,
  name: 'Three regions exchange',
  challenge: 'Families wait eleven weeks for a first appointment.',
  vision: 'Every family is seen within three weeks, wherever they live.',
  callToAction: 'Bring one practice that shortened your waiting list.',
  valueProposition: 'Six months, four hours a month, and what works.',
  scope: 'Child and family clinics of the three regions.',
  horizon: 'P6M',
  timeZone: 'Europe/Berlin',
  roles: { lead: ['p01'] },
  consent: { statement: 'Answers are seen by stewards; everybody else sees figures.' },
});

export const charterFact = {
  kind: 'charter',
  body: { digest: 'a'.repeat(64), document: CHARTER, launchedAt: START },
} as const;

export function member(id: string, status: BodyOf<'member'>['status'] = 'active', region = 'North') {
  return { kind: 'member', body: { member: id, status, hub: false, attributes: { region } } } as const;
}

/** p01, p02 … */
export function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
}
