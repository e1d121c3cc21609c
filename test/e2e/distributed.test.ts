import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../analysis/inference/random.ts';
import { type MeasureOptions, measure } from '../../analysis/measure.ts';
import type { MeasurableRecords, NetworkRecords } from '../../data/records/index.ts';
import { workflowAddress } from '../../workflows/contract/index.ts';
import { startWeftProcess } from '../cli/weft-process.ts';
import { chaosCharter, chaosMembers } from '../support/chaos-network.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import { until } from '../support/until.ts';

const MEMBERS = 3_000;
const TIES = 30_000;
/** Tens of shards: ways in both directions, by strength, and what reshuffled groups would give. */
const OPTIONS: MeasureOptions = {
  metrics: ['density', 'betweenness', 'harmonic-in', 'harmonic-out', 'e-i-index', 'degree'],
  groupBy: 'region',
  strength: true,
  permutations: 500,
};
/** A file's ids may be names. */
const NAME = 'Ottilie Zandvoort';

describe('Law: many workers measure what one machine measures, byte by byte, whoever of them dies', () => {
  let running: WeftForTests;
  beforeAll(async () => {
    running = await weftForTests({
      WEFT_SPREAD_ABOVE_SECONDS: '0.02',
      WEFT_DISTRIBUTE_ABOVE_SECONDS: '0.02',
      // A long measurement has several runs.
      WEFT_TEST_CONTINUE_AS_NEW_AFTER: '2',
    });
  });
  afterAll(() => running?.close());

  it('two workers, one of them killed over its shards', { timeout: 180_000 }, async () => {
    const records = manyRecords();
    const second = startWeftProcess(running.dataDir, ['worker', '--data', running.dataDir, '--json']);
    await until('the second worker is at work', () => second.said().includes('atOnce'));
    const { pid = 0 } = second.process;
    const seen: number[] = [];
    const [answer, killedOver] = await Promise.all([
      running.networks.measure({ records }, OPTIONS, { onProgress: ({ shardsDone }) => void seen.push(shardsDone) }),
      killedOverItsShards(running, pid),
    ]);

    expect(killedOver).toBeGreaterThan(0);
    expect((await second.ended).code).toBeNull();
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ measurement: measure(records, OPTIONS) }));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));

    const { workflowId, events, payloads, runs } = await historyOf(running);
    const shards = events.flatMap((event) => {
      const { activityType, input } = event.activityTaskScheduledEventAttributes ?? {};
      return activityType?.name === 'runShard' ? [JSON.stringify(input)] : [];
    });
    expect(shards.length).toBeGreaterThanOrEqual(64);
    expect(runs).toBeGreaterThan(1);
    expect(new Set(shards).size).toBe(shards.length);
    // Nothing large and nobody's name travels, and nothing stays behind.
    expect(Math.max(...payloads.map(({ length }) => length))).toBeLessThan(2_000);
    expect(payloads.filter((payload) => payload.includes('Zandvoort'))).toEqual([]);
    const measurement = workflowId.split('/')[1] as string;
    expect(await running.stores.store.measurements.opened(measurement)).toBeNull();
    expect(await running.stores.store.measurements.list(measurement, '')).toEqual([]);
    expect(await filesWith(running.dataDir, 'Zandvoort')).toEqual([]);
    process.stdout.write(
      `${shards.length} shards, killed over ${killedOver}; ${events.length} events in ${runs} runs\n`,
    );
  });

  it('a worker that is asked to stop ends in good order; without a Weft it does not begin', async () => {
    const worker = startWeftProcess(running.dataDir, ['worker', '--data', running.dataDir]);
    await until('it is at work', () => worker.said().includes('Ctrl-C stops it'));
    worker.process.kill('SIGINT');
    expect(await worker.ended).toMatchObject({ code: 0 });
    const alone = await startWeftProcess(running.dataDir, ['worker', '--data', 'nowhere']).ended;
    expect(alone).toMatchObject({ code: 1, out: '' });
    expect(alone.err).toContain('Type: weft start --data nowhere');
  }, 60_000);

  it('a measurement that is called off stops its shards and leaves nothing', { timeout: 60_000 }, async () => {
    const calledOff = new AbortController();
    const measuring = running.networks.measure({ records: manyRecords() }, OPTIONS, {
      onProgress: ({ shardsDone }) => {
        if (shardsDone > 0) calledOff.abort();
      },
      signal: calledOff.signal,
    });
    await expect(measuring).rejects.toThrow('was cancelled');
    const { workflowId } = await historyOf(running);
    const measurement = workflowId.split('/')[1] as string;
    // A shard that was under way when it was called off finds nowhere to keep its result.
    await delay(1_000);
    expect(await running.stores.store.measurements.list(measurement, '')).toEqual([]);
  });

  it('what is asked wrongly is refused in the same words', async () => {
    const records = manyRecords(300);
    const asked: MeasureOptions = { metrics: ['e-i-index'], groupBy: 'colour' };
    const answer = await running.networks.measure({ records }, asked);
    expect(() => measure(records, asked)).toThrow('refused' in answer ? answer.refused : 'not refused');
  });

  it('a running network is measured as of a date, from the store', { timeout: 60_000 }, async () => {
    const network = 'spread';
    const members = chaosMembers(18);
    await running.networks.launch({ charter: chaosCharter({ network, dayLastsSeconds: 3600 }), members });
    const asked: MeasureOptions = { metrics: ['density', 'betweenness'] };
    const here = measure(await running.networks.measurable(network), asked);
    expect(await running.networks.measure({ network }, asked)).toEqual({ measurement: here });
    expect(await running.networks.wouldSpread(await running.networks.measurable(network))).toBe(false);
    expect(await running.networks.wouldSpread(manyRecords())).toBe(true);
  });
});

/** Members by name, in three regions, with ties drawn from a seed. */
function manyRecords(count = MEMBERS): MeasurableRecords {
  const random = createRandom(7, 'distributed');
  const draw = (below: number) => Math.floor(random.next() * below);
  const name = (at: number) => `${NAME} ${at}`;
  const ties: NetworkRecords['ties'] = Array.from({ length: (count / MEMBERS) * TIES }, (_, occurrence) => ({
    ...{ from: name(draw(count)), to: name(draw(count)), type: 'advice', strength: 1 + draw(5) },
    ...{ wave: null, time: null, occurrence },
  }));
  const members: NetworkRecords['members'] = Array.from({ length: count }, (_, at) => ({
    ...{ member: name(at), status: 'active', hub: false },
    attributes: { region: ['North', 'South', 'East'][at % 3] as string },
  }));
  return { members, ties, adoptions: [], waves: [], responses: [], contributions: [] };
}

/** SIGKILL of a worker in the moment in which the server knows it to be at a shard; returns at how many. */
async function killedOverItsShards({ client }: WeftForTests, pid: number): Promise<number> {
  const held = await until(
    'the second worker has a shard in hand',
    async () => {
      const workflowId = await newestMeasurement(client);
      if (workflowId === null) return null;
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      const own = (raw.pendingActivities ?? []).filter(
        ({ activityType, lastWorkerIdentity }) =>
          activityType?.name === 'runShard' && lastWorkerIdentity?.startsWith(`${pid}@`),
      );
      return own.length === 0 ? null : own.length;
    },
    { everyMs: 10 },
  );
  process.kill(pid, 'SIGKILL');
  return held;
}

async function newestMeasurement(client: WeftForTests['client']): Promise<string | null> {
  const found: { workflowId: string; startTime: Date }[] = [];
  for await (const { workflowId, startTime } of client.workflow.list({ query: "WorkflowType = 'measurement'" })) {
    if (workflowAddress(workflowId)?.kind === 'measurement') found.push({ workflowId, startTime });
  }
  found.sort((a, b) => b.startTime.getTime() - a.startTime.getTime());
  return found[0]?.workflowId ?? null;
}

interface HistoryEvent {
  activityTaskScheduledEventAttributes?: { activityType?: { name?: string }; input?: unknown };
}

async function historyOf({ client }: WeftForTests) {
  const workflowId = await until('it is listed', () => newestMeasurement(client));
  const texts: string[] = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    texts.push(historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory()));
  }
  const events = texts.flatMap((text) => (JSON.parse(text) as { events: HistoryEvent[] }).events);
  const payloads = texts.flatMap((text) =>
    [...text.matchAll(/"data":\s*"([A-Za-z0-9+/=]*)"/g)].map((match) =>
      Buffer.from(match[1] as string, 'base64').toString('utf8'),
    ),
  );
  expect(payloads.length).toBeGreaterThan(0);
  return { workflowId, events, payloads, runs: texts.length };
}

/** Files below a folder in which a text stands, whatever else they are. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(text)) found.push(file);
  }
  return found;
}
