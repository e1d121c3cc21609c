/**
 * Records the histories that test/replay replays: `npx tsx test/support/record-histories.ts`; with `measurement` after it,
 * those of measurements alone, beside what is there.
 *
 * Run it when a version of Weft is released, and whenever a patch is added to workflows/definitions/versions.ts. It
 * starts a real Weft in a folder of its own, lets two small networks of simulated people live to their end, plays a third
 * one with every practice on and measures one on many workers, and writes one file for each kind of workflow and each way
 * it can end, for each practice and a matter of it, and all runs of both lifecycles, to
 * test/replay/histories/<version>/. What a release has left behind is never written anew: that the code of today still
 * understands it is the point. What the machine calls its workers and requests is left out.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { playedNetwork } from '../../cli/demo/of-a-template.ts';
import { type NetworkRecords, subjectOf } from '../../data/records/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import {
  type NetworkAddress,
  type ProcessStatus,
  STATUS_QUERY,
  type WorkflowAddress,
  workflowAddress,
  workflowId,
} from '../../workflows/contract/index.ts';
import { everythingEnded, live } from './chaos-people.ts';
import { longLife, recordedMembers, shortLife } from './recorded-lives.ts';
import { type WeftForTests, weftForTests } from './running-weft.ts';
import { everyPractice } from './whole-life.ts';

const FOLDER = fileURLToPath(new URL(`../replay/histories/${packageJson.version}/`, import.meta.url));
const MEMBERS = recordedMembers();
/** Of this network only what its practices did is recorded. */
const PRACTISED = 'practised';
const ONLY_MEASUREMENTS = process.argv[2] === 'measurement';

/** How a worker, a request or a place on disk was called by the machine: nothing that a replay looks at. */
const OF_THE_MACHINE = new Set(['identity', 'requestId', 'taskId', 'workerVersion', 'historySizeBytes', 'stackTrace']);

if (existsSync(FOLDER) && !ONLY_MEASUREMENTS) {
  process.stderr.write(`${FOLDER} is there already. What a release has recorded is kept; record a new version.\n`);
  process.exit(1);
}
// So that both lifecycles have several runs, each long enough to hold a phase.
const running = await weftForTests({ WEFT_TEST_CONTINUE_AS_NEW_AFTER: '25', WEFT_SPREAD_ABOVE_SECONDS: '0' });
try {
  if (!ONLY_MEASUREMENTS) await Promise.all([longLife(), shortLife()].map((life) => lived(running, life)));
  if (!ONLY_MEASUREMENTS) await played(running);
  await measured(running);
  await record(running);
} finally {
  await running.close();
}
process.exit(0);

async function lived({ networks, client }: WeftForTests, life: ReturnType<typeof longLife>): Promise<void> {
  const { network } = life.charter;
  await networks.launch({ charter: life.charter, members: MEMBERS });
  await live({
    ...{ network, networks, client, react: life.react },
    members: MEMBERS.records.members.map(({ member }) => member),
    isOver: everythingEnded(client),
  });
}

/** Half a year with every practice on, by played people. */
async function played({ networks }: WeftForTests): Promise<void> {
  const { charter, members, play } = await playedNetwork(everyPractice(PRACTISED, 'rapid-exchange', 0.5), 15);
  await networks.launch({ charter, members });
  await play(networks, PRACTISED, { onLook: () => {}, signal: AbortSignal.timeout(400_000) });
}

/** One measurement whose answer is collected, and one that is called off over its shards. */
async function measured({ networks }: WeftForTests): Promise<void> {
  const options = { metrics: ['betweenness'] };
  await networks.measure({ records: ring(60) }, { metrics: ['betweenness', 'harmonic-in'] });
  const calledOff = new AbortController();
  const onProgress = ({ shards }: { shards: number }) => {
    if (shards > 0) calledOff.abort();
  };
  await networks
    .measure({ records: ring(200) }, options, { onProgress, signal: calledOff.signal })
    .catch((error: Error) => process.stdout.write(`${error.message}\n`));
}

function ring(count: number): NetworkRecords {
  const ids = Array.from({ length: count }, (_, at) => `p${at}`);
  return {
    members: ids.map((member) => ({ member, status: 'active', hub: false, attributes: {} })),
    ties: ids.map((from, at) => ({
      ...{ from, to: ids[(at + 1) % count] as string, type: 'advice', strength: 1 },
      ...{ wave: null, time: null, occurrence: 0 },
    })),
    ...{ adoptions: [], waves: [], responses: [], contributions: [] },
  };
}

async function record(weft: WeftForTests): Promise<void> {
  const smallest = new Map<string, string>();
  for await (const { workflowId, runId, startTime, status } of weft.client.workflow.list()) {
    const address = workflowAddress(workflowId);
    // What still waits (surveys after the network's end) has no end to be replayed to.
    if (address === null || status.name === 'RUNNING' || (isPractised(address) && !address.kind.startsWith('practice')))
      continue;
    const name =
      address.kind === 'network'
        ? `${address.network}-${startTime.getTime()}`
        : address.kind === 'measurement'
          ? `measurement-${await stageOf(weft, workflowId)}`
          : await nameOf(weft, address);
    const history = await weft.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
    // One event a line: what a new version records can be compared with what an old one did.
    const lines = events.map(withoutMachine);
    const text = `{"workflowId":${JSON.stringify(workflowId)},"events":[\n${lines.join(',\n')}\n]}\n`;
    const before = smallest.get(name);
    if (before === undefined || text.length < before.length) smallest.set(name, text);
  }
  await mkdir(FOLDER, { recursive: true });
  let run = 0;
  for (const [name, text] of [...smallest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    run += 1;
    const file = /^(long|short)-life-\d+$/.test(name) ? name.replace(/\d+$/, String(run)) : name;
    await writeFile(join(FOLDER, `${file}.json`), text, { flag: 'wx' });
    process.stdout.write(`${file}: ${text.length} bytes\n`);
  }
}

/** How a measurement ended, by its own word. */
async function stageOf({ client }: WeftForTests, workflowId: string): Promise<string> {
  return (await client.workflow.getHandle(workflowId).query<ProcessStatus>(STATUS_QUERY)).stage;
}

/** The kind of workflow, and what became of it. */
async function nameOf({ stores: { store } }: WeftForTests, address: NetworkAddress): Promise<string> {
  const { network } = address;
  switch (address.kind) {
    case 'decision': {
      const subject = subjectOf(address.decision);
      const [proposal] = await store.read({ network, kind: 'proposal', subject });
      return `decision-${proposal?.body.status ?? address.decision}`;
    }
    case 'introduction': {
      const subject = subjectOf(address.introduction);
      const [introduction] = await store.read({ network, kind: 'introduction', subject });
      return `introduction-${introduction?.body.status}`;
    }
    case 'health': {
      const proposals = await store.history({ network, kind: 'proposal' });
      const isProposing = proposals.some(({ source }) => source.id === workflowId(address));
      return `health-${address.check.startsWith('final') ? 'final' : 'scheduled'}${isProposing ? '-proposing' : ''}`;
    }
    case 'practice':
    case 'practice-item':
      return network === PRACTISED ? `${address.kind}-${address.practice}` : `${address.kind}-of-${network}`;
    default:
      return `${address.kind}-of-${network}`;
  }
}

function isPractised(address: WorkflowAddress): address is NetworkAddress {
  return address.kind !== 'measurement' && address.network === PRACTISED;
}

function withoutMachine(event: unknown): string {
  return JSON.stringify(event, (name, value: unknown) => {
    if (OF_THE_MACHINE.has(name)) return undefined;
    // A sticky queue is called by process and host.
    return name === 'name' && typeof value === 'string' && value.includes('@') ? 'sticky' : value;
  });
}
