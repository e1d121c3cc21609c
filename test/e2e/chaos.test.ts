import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../analysis/inference/random.ts';
import type { Fact } from '../../data/records/index.ts';
import type { InboxEntry } from '../../data/store/index.ts';
import { chaosCharter, chaosMembers } from '../support/chaos-network.ts';
import { everythingEnded, keyOfFact, type Life, live, patiently } from '../support/chaos-people.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import { type SmtpSink, smtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';

const SEED = 20260105;
const WORKER_KILLS = 10;
/** After so many deaths of the worker the server dies too: once alone, once with everything else. */
const POWER_CUT_AFTER = 4;
const SERVER_KILLED_AFTER = 7;
const LONGEST_PAUSE_MS = 1500;
const KILL_TAKES_MS = 1000;
const MEMBERS = chaosMembers(18);
const IDS = MEMBERS.records.members.map(({ member }) => member);

describe('Law: whatever is killed, nothing is lost, nothing is done twice, and nobody is told twice', () => {
  let sink: SmtpSink;
  let running: WeftForTests;
  beforeAll(async () => {
    sink = await smtpSink();
    running = await weftForTests({
      SMTP_URL: sink.url,
      WEFT_MAIL_FROM: 'weft@example.org',
      // Many runs of each workflow: continue-as-new is where a message is lost most easily.
      WEFT_TEST_CONTINUE_AS_NEW_AFTER: '5',
    });
  });
  afterAll(async () => {
    await running?.close();
    await sink?.close();
  });

  it('fifty times the same submission is accepted once, also in a later run', { timeout: 60_000 }, async () => {
    const network = 'fifty';
    await running.networks.launch({
      charter: chaosCharter({ network, dayLastsSeconds: 3600 }),
      members: MEMBERS,
    });
    await until('priorities are being proposed', async () =>
      (await running.networks.status(network)).waiting.some(({ action }) => action === 'propose-priority'),
    );
    const submit = () =>
      running.networks.act(network, 'propose-priority', {
        as: 'p05',
        payload: { title: 'Shorten the way to a first appointment' },
        request: 'the-same',
      });
    const receipts = await Promise.all(Array.from({ length: 50 }, submit));
    const run = await runOf(running, network);
    for (const as of ['p06', 'p07', 'p08', 'p09', 'p10', 'p11']) {
      await running.networks.act(network, 'propose-priority', { as, payload: { title: `What ${as} wants` } });
    }
    await until('it has continued as new', async () => (await runOf(running, network)) !== run);
    const later = await Promise.all(Array.from({ length: 50 }, submit));

    expect(new Set([...receipts, ...later].map((receipt) => JSON.stringify(receipt)))).toEqual(
      new Set([JSON.stringify({ id: 'priority-1', said: 'Your proposal is priority-1.' })]),
    );
    const facts = await running.networks.exportFacts(network);
    expect(facts.filter(({ key }) => key === 'act/p05.the-same')).toHaveLength(1);
    expect(facts.filter(({ kind }) => kind === 'priority')).toHaveLength(7);
  });

  let calm: Fact[];
  it('a network that nobody disturbs lives to its end', { timeout: 300_000 }, async () => {
    const network = 'calm';
    await running.networks.launch({ charter: chaosCharter({ network, dayLastsSeconds: 0.25 }), members: MEMBERS });
    const life = await lifeOf(running, network);
    calm = await running.networks.exportFacts(network);
    expect(life.unanswered.size).toBe(0);
    await holds(running, sink, network, life, []);
  });

  it('worker killed at ten random moments, server twice, in one life', { timeout: 900_000 }, async () => {
    const network = 'storm';
    await running.networks.launch({ charter: chaosCharter({ network, dayLastsSeconds: 1 }), members: MEMBERS });
    const killsAtMs: number[] = [];
    let isOver = false;
    const [life, phaseAtLastKill] = await Promise.all([
      // The network is closed by decision once the storm is over: so all of it falls into one life.
      lifeOf(running, network, ({ about }) => isOver || about !== 'sustainment-2'),
      storm(running, network, killsAtMs).finally(() => {
        isOver = true;
      }),
    ]);
    expect(killsAtMs).toHaveLength(WORKER_KILLS + 2);
    expect(phaseAtLastKill).not.toBe('closed');
    await holds(running, sink, network, life, killsAtMs);

    const facts = await running.networks.exportFacts(network);
    expect(keysBesideTime(facts)).toEqual(keysBesideTime(calm));
  });
});

/** Until the network is closed and everything that it began has ended. */
function lifeOf(
  running: WeftForTests,
  network: string,
  mayAct: (entry: InboxEntry) => boolean = () => true,
): Promise<Life> {
  return live({
    ...{ network, client: running.client },
    react: (entry, person, roster) => (mayAct(entry) ? patiently(entry, person, roster) : null),
    members: IDS,
    networks: running.networks,
    isOver: everythingEnded(running.client),
  });
}

/** Kills at moments drawn from the seed; returns the phase in which the last one fell. */
async function storm(running: WeftForTests, network: string, killsAtMs: number[]): Promise<string> {
  const random = createRandom(SEED, 'storm');
  for (let kill = 1; kill <= WORKER_KILLS; kill += 1) {
    await running.workerAtWork();
    await new Promise((resolve) => setTimeout(resolve, random.next() * LONGEST_PAUSE_MS));
    await running.killWorker();
    killsAtMs.push(Date.now());
    if (kill !== SERVER_KILLED_AFTER && kill !== POWER_CUT_AFTER) continue;
    await new Promise((resolve) => setTimeout(resolve, random.next() * LONGEST_PAUSE_MS));
    killsAtMs.push(Date.now());
    await (kill === SERVER_KILLED_AFTER ? running.killServer() : running.cutPower());
  }
  const [phase] = await running.stores.store.read({ network, kind: 'phase' });
  return phase?.body.phase ?? 'launched';
}

/** What must hold of a network that has lived to its end, however it was treated. */
async function holds(
  running: WeftForTests,
  sink: SmtpSink,
  network: string,
  life: Life,
  killsAtMs: number[],
): Promise<void> {
  const facts = await running.networks.exportFacts(network);
  const keys = facts.map(({ key }) => key);

  const failed = `WeftNetwork = '${network}' AND ExecutionStatus != 'Completed' AND ExecutionStatus != 'ContinuedAsNew'`;
  expect((await running.client.workflow.count(failed)).count).toBe(0);

  // Nothing lost, nothing doubled: one fact for each submission that was accepted, none for those refused outright.
  const expected = [...life.accepted.values()].map(({ deed }) => keyOfFact(deed)).filter((key) => key !== null);
  expect(expected.length).toBeGreaterThan(40);
  expect(expected.filter((key) => keys.filter((other) => other === key).length !== 1)).toEqual([]);
  // Outright: at the first try, and with nothing killed on its way. A worker that dies after the fact and before it could
  // say so leaves the submission to its successor, for which it may be too late.
  const outright = [...life.refused.values()].filter(
    ({ deed, sentAtMs, answeredAtMs }) =>
      !life.unanswered.has(deed.request) &&
      !killsAtMs.some((at) => sentAtMs <= at + KILL_TAKES_MS && at - KILL_TAKES_MS <= answeredAtMs),
  );
  const byRequest = outright.map(({ deed }) => keyOfFact(deed)).filter((key) => key?.includes('act/') === true);
  expect(byRequest.filter((key) => keys.includes(key as string))).toEqual([]);

  expect((await running.networks.audit(network)).verdict).toMatchObject({ verifies: true });
  expect(await running.stores.store.inbox({ network })).toEqual([]);
  await nothingHalfDone(running, network);

  // One mail for each notice, one notice for each mail.
  const told = facts.flatMap((fact) =>
    fact.kind === 'notice' ? [`<${network}.${fact.body.notice}@weft.invalid>`] : [],
  );
  const mails = sink.received.map(({ raw }) => messageIdOf(raw)).filter((id) => id.startsWith(`<${network}.`));
  expect(mails.sort()).toEqual([...told].sort());
  process.stdout.write(
    `${network}: ${facts.length} facts, ${life.accepted.size} submissions accepted, ${life.refused.size} refused, ` +
      `${life.unanswered.size} tried again, ${mails.length} mails, ${killsAtMs.length} kills\n`,
  );
}

/** Every proposal is settled, every approved one was introduced, and every introduction that ended was judged. */
async function nothingHalfDone({ stores: { store } }: WeftForTests, network: string): Promise<void> {
  const proposals = (await store.read({ network, kind: 'proposal' })).map(({ body }) => body);
  const introductions = (await store.read({ network, kind: 'introduction' })).map(({ body }) => body);
  const outcomes = (await store.read({ network, kind: 'outcome' })).map(({ body }) => body);
  expect(proposals.filter(({ status }) => status === 'proposed')).toEqual([]);
  const approved = proposals.filter(({ status }) => status === 'approved').map(({ proposal }) => proposal);
  expect(introductions.map(({ proposal }) => proposal).sort()).toEqual(approved.sort());
  expect(introductions.filter(({ status }) => status === 'asked' || status === 'agreed')).toEqual([]);
  expect(outcomes.map(({ proposal }) => proposal).sort()).toEqual(approved.sort());
}

/** Keys of facts that must be there whoever answered when: not what a health check found on its day. */
function keysBesideTime(facts: readonly Fact[]): string[] {
  const kinds = ['charter', 'role', 'readiness', 'phase', 'cycle', 'wave', 'switch'];
  const isSo = ({ kind, key }: Fact) => kinds.includes(kind) || key.startsWith('import/') || isOfSustainment(key);
  return facts
    .filter(isSo)
    .map(({ key }) => key)
    .sort();
}

function isOfSustainment(key: string): boolean {
  return key.startsWith('decision/sustainment');
}

async function runOf({ client }: WeftForTests, network: string): Promise<string> {
  return (await client.workflow.getHandle(`network/${network}`).describe()).runId;
}

function messageIdOf(raw: string): string {
  return /^Message-ID:\s+(\S+)/im.exec(raw)?.[1] ?? 'none';
}
