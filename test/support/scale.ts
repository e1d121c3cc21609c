/**
 * Networks at the size of the largest: a thousand members in one, two hundred networks at once, ten years of one. The
 * tests run them small; `node --import tsx test/support/scale-main.ts` runs them whole and prints the figures.
 */
import { readFile } from 'node:fs/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CharterInput } from '../../data/records/index.ts';
import { type Begin, TASK_QUEUE, workflowAddress, workflowId } from '../../workflows/contract/index.ts';
import { chaosCharter, chaosMembers } from './chaos-network.ts';
import { type Largest, largestOf } from './history-bounds.ts';
import type { WeftForTests } from './running-weft.ts';
import { Story } from './story.ts';
import { until } from './until.ts';

/** Milliseconds that something took somebody. */
export interface Latency {
  count: number;
  medianMs: number;
  p99Ms: number;
  longestMs: number;
}

export interface MembersAtScale {
  members: number;
  invitedMs: number;
  joined: Latency;
  termsAskedMs: number;
  surveyOpenedMs: number;
  answered: Latency;
  measuredMs: number;
  worker: Worker;
  largest: Largest;
}

interface Worker {
  rssMb: number;
  cpuSeconds: number;
}

/** At most so many at once: the server takes ten updates of one workflow. */
const AT_ONCE = 8;
const LONG = { withinMs: 900_000, everyMs: 100 };

export async function membersAtScale(running: WeftForTests, members: number): Promise<MembersAtScale> {
  const network = `members-${members}`;
  const roster = chaosMembers(members);
  const ids = roster.records.members.map(({ member }) => member);
  const { networks, stores, client } = running;
  await networks.launch({
    charter: {
      ...chaosCharter({ network, dayLastsSeconds: 4 }),
      ...{ horizon: 'P10Y', surveys: [] },
      design: { proposePriorities: 'P1D', vote: 'P1D' },
      invitation: { waves: 1, reminders: { every: 'P3000D', atMost: 0 }, open: 'P3000D' },
      // Asked at the first look after everybody has a term: a question to all members at once.
      practices: { 'membership-terms': { length: 'P3000D', askBefore: 'P3000D', lookEvery: 'P1D' } },
      health: { every: 'P3000D', permutations: 999, rules: [] },
    },
    members: roster,
  });
  await until('the lead is asked for the agenda', () => waitsFor(running, network, 'set-agenda'), LONG);
  await networks.act(network, 'set-agenda', { as: 'p01', payload: { title: 'What to learn' } });
  const invitedFrom = Date.now();
  for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
    await networks.act(network, 'confirm-readiness', { as: 'p01', payload: { item } });
  }
  await until('all are invited', async () => (await asked(running, network, 'accept-invitation')) === members, LONG);
  const invitedMs = Date.now() - invitedFrom;
  const joined = await all(ids, (as) => networks.act(network, 'accept-invitation', { as }));
  const askedFrom = Date.now();
  await until('all are asked', async () => (await asked(running, network, 'renew-membership')) === members, LONG);
  const termsAskedMs = Date.now() - askedFrom;
  const { policy, clock } = await networks.charter(network);
  const begin: Begin = { network, policy, clock, settings: { continueAsNewAfterEvents: null } };
  const surveyFrom = Date.now();
  await client.workflow.start('surveyWave', {
    workflowId: workflowId({ kind: 'wave', network, wave: '1' }),
    taskQueue: TASK_QUEUE,
    args: [{ ...begin, wave: '1', types: ['advice'], open: 'P3000D', reminders: { every: 'P3000D', atMost: 0 } }],
  });
  await until('the survey is put to all', async () => (await asked(running, network, 'answer')) === members, LONG);
  const surveyOpenedMs = Date.now() - surveyFrom;
  const answered = await all(ids, (as, at) => {
    const ties = [1, 2, 7, 31].map((step) => ({
      to: ids[(at + step) % members] as string,
      type: 'advice',
      strength: 2,
    }));
    return networks.act(network, 'answer', { as, payload: { wave: '1', ties } });
  });
  const measuredFrom = Date.now();
  const check = 'scale';
  const { now } = await networks.charter(network);
  const handle = await client.workflow.start('healthCheck', {
    workflowId: workflowId({ kind: 'health', network, check }),
    taskQueue: TASK_QUEUE,
    args: [{ ...begin, check, asOf: now }],
  });
  await handle.result();
  const measuredMs = Date.now() - measuredFrom;
  const facts = await stores.store.history({ network });
  const largest = await largestOf(client, workflowsIn(facts));
  const worker = await workerOf(running);
  await networks.act(network, 'close', { as: 'p01' });
  return { members, invitedMs, joined, termsAskedMs, surveyOpenedMs, answered, measuredMs, worker, largest };
}

export interface NetworksAtScale {
  networks: number;
  launched: Latency;
  /** Of every act of every member, while all the others go on. */
  acted: Latency;
  closed: number;
  tookMs: number;
  worker: Worker;
  largest: Largest;
}

/** All are launched at once and go through one cycle, driven by their dates; people act in all of them meanwhile. */
export async function networksAtScale(
  running: WeftForTests,
  count: number,
  { dayLastsSeconds = 8 }: { dayLastsSeconds?: number } = {},
): Promise<NetworksAtScale> {
  const { networks, stores, client } = running;
  const roster = chaosMembers(6);
  const ids = roster.records.members.map(({ member }) => member);
  const names = Array.from({ length: count }, (_, index) => `scale-${String(index + 1).padStart(3, '0')}`);
  const from = Date.now();
  const launched = await all(names, (network) =>
    networks.launch({ charter: oneCycle(network, dayLastsSeconds), members: roster }),
  );
  const times: number[] = [];
  const act = async (network: string, action: string, as: string, payload: Record<string, unknown> = {}) => {
    const startedMs = performance.now();
    await networks.act(network, action, { as, payload });
    times.push(performance.now() - startedMs);
  };
  await all(names, async (network) => {
    for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
      await act(network, 'confirm-readiness', 'p01', { item });
    }
  });
  await all(names, async (network) => {
    await until('the agenda is asked for', () => waitsFor(running, network, 'set-agenda'), LONG);
    await act(network, 'set-agenda', 'p01', { title: 'What to learn' });
    await until('invitations are out', () => waitsFor(running, network, 'accept-invitation'), LONG);
    for (const as of ids) await act(network, 'accept-invitation', as);
  });
  await all(names, async (network) => {
    await until('the cycle has begun', () => waitsFor(running, network, 'contribute'), LONG);
    for (const as of ids.slice(0, 3)) await act(network, 'contribute', as, { text: 'Our intake form' });
  });
  let closed = 0;
  for (const network of names) {
    await until('it is closed', async () => (await phaseOf(running, network)) === 'closed', LONG);
    await until(
      'its archive is there',
      async () => (await stores.store.read({ network, kind: 'archive' })).length,
      LONG,
    );
    closed += 1;
  }
  const largest = await largestOf(
    client,
    names.map((network) => workflowId({ kind: 'network', network })),
  );
  return {
    ...{ networks: count, launched, acted: latencyOf(times), closed, tookMs: Date.now() - from },
    ...{ worker: await workerOf(running), largest },
  };
}

export interface YearsAtScale {
  years: number;
  renewals: number;
  facts: number;
  /** Matters that were begun in practices. */
  begun: number;
  largest: Largest;
}

/** Renewed again and again by default; every month members promise, keep their promises and tell what came of it. */
export async function yearsAtScale(env: TestWorkflowEnvironment, years: number): Promise<YearsAtScale> {
  const network = `years-${Math.ceil(years)}`;
  const story = await Story.begin({
    env,
    network,
    practices: {
      commitments: {},
      stories: {},
      'membership-terms': { length: 'P1Y', otherwise: 'stay' },
      succession: {},
    },
    charter: {
      horizon: 'P20Y',
      learning: {
        cycles: 2,
        stages: {
          ...{ frame: 'P30D', exchange: 'P30D', 'solve-together': 'P30D' },
          ...{ 'co-create': 'P30D', 'adapt-and-apply': 'P30D', 'feed-back': 'P30D' },
        },
      },
      sustainment: { otherwise: 'renew', decideWithin: 'P5D', gates: { sponsor: {}, within: 'P3D' } },
    },
  });
  try {
    let promises = 0;
    for (let month = 0; month < years * 12; month += 1) {
      const due = await story.day(10);
      const who = ['p05', 'p06', 'p07'];
      for (const as of who) await story.act(as, 'commit', { text: `What ${as} does in month ${month}`, due });
      await story.pass(15);
      for (const as of who) {
        promises += 1;
        await story.act(as, 'settle-commitment', { commitment: `promise-${promises}`, kept: true });
      }
      await story.act('p08', 'tell-story', { text: `Month ${month}`, value: 'applied', share: true });
      for (const { person, action } of await story.asked()) {
        if (action === 'renew-membership') await story.act(person, 'renew-membership');
      }
      await story.pass(15.4);
    }
    const facts = await story.allFacts();
    const phases = facts.filter(({ kind, key }) => kind === 'phase' && key.startsWith('phase/sustainment/'));
    const begun = new Set(facts.filter(({ kind }) => kind === 'commitment').map(({ subject }) => subject)).size;
    const practices = ['commitments', 'stories', 'membership-terms', 'succession'];
    const keepers = practices.map((practice) => workflowId({ kind: 'practice', network, practice }));
    const largest = await largestOf(env.client, [...new Set([...workflowsIn(facts), ...keepers])]);
    return { years, renewals: phases.length, facts: facts.length, begun, largest };
  } finally {
    await story.close();
  }
}

function oneCycle(network: string, dayLastsSeconds: number): CharterInput {
  const stage = 'P2D';
  return {
    ...chaosCharter({ network, dayLastsSeconds }),
    ...{ surveys: [], horizon: 'P2Y', members: { smallestNumber: 2 } },
    design: { proposePriorities: 'P1D', vote: 'P1D' },
    invitation: { waves: 1, reminders: { every: 'P5D', atMost: 0 }, open: 'P15D' },
    learning: {
      cycles: 1,
      stages: {
        ...{ frame: 'P20D', exchange: stage, 'solve-together': stage },
        ...{ 'co-create': stage, 'adapt-and-apply': stage, 'feed-back': stage },
      },
    },
    sustainment: { decideWithin: 'P2D', otherwise: 'close' },
    health: { every: 'P6M', permutations: 999, rules: [] },
  };
}

/** Side by side, so many at once; how long each took. */
async function all<T>(items: readonly T[], work: (item: T, at: number) => Promise<unknown>): Promise<Latency> {
  const times: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      const startedMs = performance.now();
      await work(items[at] as T, at);
      times.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return latencyOf(times);
}

function latencyOf(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { count: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: Math.round(sorted.at(-1) ?? 0) };
}

async function waitsFor({ stores }: WeftForTests, network: string, action: string): Promise<boolean> {
  return (await stores.store.inbox({ network })).some((entry) => entry.action === action);
}

async function asked({ stores }: WeftForTests, network: string, action: string): Promise<number> {
  return (await stores.store.inbox({ network })).filter((entry) => entry.action === action).length;
}

async function phaseOf({ stores }: WeftForTests, network: string): Promise<string | undefined> {
  return (await stores.store.read({ network, kind: 'phase' }))[0]?.body.phase;
}

/** Workflows that have said something: facts name who stated them. */
function workflowsIn(facts: readonly { source: { id: string } }[]): string[] {
  return [...new Set(facts.map(({ source }) => source.id).filter((id) => workflowAddress(id) !== null))].sort();
}

/** From the system's own tables: nothing in the worker measures itself. */
async function workerOf({ weft }: WeftForTests): Promise<Worker> {
  const pid = weft.workerPid;
  if (pid === null) return { rssMb: 0, cpuSeconds: 0 };
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const stat = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  const rssKb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return { rssMb: Math.round(rssKb / 1024), cpuSeconds: (Number(stat[11]) + Number(stat[12])) / 100 };
}
