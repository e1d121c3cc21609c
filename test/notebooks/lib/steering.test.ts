import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../../data/exchange/index.ts';
import { type Network, open, propose, SHOW, WeftError } from '../../../notebooks/lib/index.ts';
import { type WeftForTests, weftForTests } from '../../support/running-weft.ts';
import { until } from '../../support/until.ts';
import { charterOf, EXAMPLE, exampleFacts } from './example-store.ts';

const NETWORK = 'three-regions';
/** A health check measures for seconds, and other tests may run beside. */
const PATIENTLY = { withinMs: 100_000 };
const BECAUSE = 'Both work on intake, and neither knows of the other';

describe('Story: an evaluator steers a running network from a notebook, and sees what came of it', () => {
  let running: WeftForTests;
  let network: Network;

  beforeAll(async () => {
    running = await weftForTests();
    const { document, members } = { document: charterOf(NETWORK), members: await readSource(EXAMPLE) };
    const charter = {
      ...document,
      clock: { starts: '2026-06-30', dayLastsSeconds: 1 },
      roles: { ...document.roles, steward: ['p02'], evaluator: ['p03'] },
      decisions: { ...document.decisions, remindAfter: 'P100D', escalateAfter: 'P110D', expireAfter: 'P120D' },
      introductions: { consentWithin: 'P100D', meetWithin: 'P100D' },
      // People propose here, the engine does not: what is seen is what they did.
      health: {
        ...document.health,
        every: 'P20D',
        outcomeAfterDays: [2],
        rules: document.health.rules.map((rule) => ({ ...rule, propose: 'nothing' as const })),
      },
    };
    await running.networks.launch({ charter, members });
    const { now } = await running.networks.charter(NETWORK);
    const facts = (await exampleFacts(NETWORK)).filter(({ kind }) => kind !== 'charter' && kind !== 'role');
    await running.stores.store.append(
      facts.map((fact) => (fact.kind === 'member' ? { ...fact, validFrom: now, recordedAt: now } : fact)),
      { type: 'import', id: 'test' },
    );
    network = await open({ data: running.dataDir });
  }, 180_000);
  afterAll(() => running?.close());

  const act = (action: string, as: string, payload: Record<string, unknown>) =>
    running.networks.act(NETWORK, action, { as, payload });

  it('asks where it is', async () => {
    const status = await until('it has begun', async () => {
      const now = await network.status();
      return now.phase === 'design' ? now : null;
    });
    expect(status.next.size).toBeGreaterThan(0);
    const text = String((await status[SHOW]())['text/plain']);
    expect(text).toContain('Three regions exchange (three-regions)');
    expect(text).toContain('confirm-readiness');
  });

  it('proposes what the ranking found; it waits in the inbox of whoever decides, with its figures', async () => {
    const found = await network.introductions({ groupBy: 'region', count: 2 });
    const filed = await network.propose({ introduce: found, because: BECAUSE });
    expect(filed.rows().map(({ proposal }) => proposal)).toEqual(['by-hand-1', 'by-hand-2']);
    expect(filed.notes[0]).toContain('in the name of p03');

    const waiting = (await network.status()).waiting.rows();
    expect(waiting).toContainEqual(expect.objectContaining({ for: 'approve', about: 'by-hand-1', on: 'p01' }));
    const [first] = (await network.proposals()).rows();
    expect(first).toMatchObject({
      ...{ proposal: 'by-hand-1', 'made by': 'p03', 'made in': 'notebook', status: 'proposed' },
      ...{ metric: 'e-i-index@region', members: 60, introduce: found.pairs[0]?.[0], to: found.pairs[0]?.[1] },
    });
    expect(first?.predicted).toBeGreaterThan(first?.before as number);
    expect(first?.p).toBeLessThan(0.05);
    expect(first?.response).toBeGreaterThan(0.8);
  });

  it('the cell that is run again files nothing twice, and names what is there', async () => {
    const pairs = (await network.proposals())
      .rows()
      .map((row): [string, string] => [String(row.introduce), String(row.to)]);
    const again = await propose(network, { introduce: pairs, because: BECAUSE });
    expect(again.rows().map(({ proposal }) => proposal)).toEqual(['by-hand-1', 'by-hand-2']);
    expect(String(again.rows()[0]?.said)).toMatch(/proposed already, as by-hand-1/);
    expect((await network.proposals()).size).toBe(2);
    // Half a pair again, with a stranger: that one is busy.
    const busyOne = pairs[0]![0];
    const known = (await network.ties()).rows().filter(({ from, to }) => [from, to].includes(busyOne));
    const stranger = (await network.members())
      .rows()
      .map(({ member }) => String(member))
      .find((id) => !pairs.flat().includes(id) && !known.some(({ from, to }) => [from, to].includes(id)));
    const busy = await network.propose({ introduce: [busyOne, stranger!] });
    expect(busy.rows()[0]).toMatchObject({
      proposal: null,
      said: expect.stringMatching(/^Not proposed: .*capPerPerson/),
    });
  });

  it('who may not propose hears so, and nothing is proposed of the past or of nobody', async () => {
    await expect(network.propose({ introduce: ['p06', 'p24'], as: 'p30' })).rejects.toThrow(/Only a lead or a steward/);
    await expect(network.propose({ introduce: ['p06', 'p99'] })).rejects.toThrow(WeftError);
    await expect(network.asOf('2026-06-30').propose({ introduce: ['p06', 'p24'] })).rejects.toThrow(/made now/);
    await expect(network.propose({ introduce: [] })).rejects.toThrow(/nobody to introduce/);
  });

  it('what was approved is carried out, and its outcome is looked at like any other', async () => {
    const [one, other] = (await network.proposals()).rows();
    await act('approve', 'p01', { proposal: 'by-hand-1' });
    await act('decline', 'p01', { proposal: 'by-hand-2' });
    await until('both are asked', async () => (await running.networks.facts(NETWORK, 'introduction')).length === 1);
    const parties = [String(one?.introduce), String(one?.to)];
    for (const person of parties) await act('consent', person, { introduction: 'by-hand-1', agree: true });
    for (const person of parties) await act('confirm-met', person, { introduction: 'by-hand-1', met: true });
    const outcomes = await until(
      'the outcome was looked at',
      async () => {
        const table = await network.outcomes();
        return table.size > 0 ? table : null;
      },
      PATIENTLY,
    );
    expect(outcomes.rows()[0]).toMatchObject({
      ...{ proposal: 'by-hand-1', 'after days': 2, before: one?.before, predicted: one?.predicted },
      ...{ 'tie formed': true, verdict: 'worked' },
    });
    const became = (await network.proposals()).rows();
    expect(became.map(({ status, introduction }) => [status, introduction])).toEqual([
      ['approved', 'met'],
      ['declined', null],
    ]);
    expect(other?.status).toBe('proposed');
  }, 120_000);

  it('the next health check knows of it, and so does its report', async () => {
    const checks = await until(
      'a health check was made',
      async () => {
        const table = await network.checks();
        return table.size > 0 ? table : null;
      },
      PATIENTLY,
    );
    expect(checks.columns).toContain('e-i-index@region');
    const { markdown } = await network.report();
    const [one] = (await network.proposals()).rows();
    expect(markdown).toMatch(
      new RegExp(`Earlier proposals[\\s\\S]*${one?.introduce} [^\\n]*${one?.to} [^\\n]*they met`),
    );
    expect(markdown).toMatch(/Outcome checks/);
  }, 120_000);

  it('the words that somebody gave are sealed, and their reference travels', async () => {
    const facts = JSON.stringify(await running.networks.exportFacts(NETWORK));
    expect(facts).not.toContain(BECAUSE);
    const [proposal] = await running.networks.facts(NETWORK, 'proposal');
    const because = proposal?.body.reasons.find(({ code }) => code === 'because')?.value;
    expect(await running.networks.words(NETWORK, String(because))).toBe(BECAUSE);
    const handle = running.client.workflow.getHandle(`network/${NETWORK}`);
    expect(JSON.stringify(await handle.fetchHistory())).not.toContain(BECAUSE);
  });

  it('the stop switch holds for people, too', async () => {
    await act('stop-proposals', 'p01', {});
    await expect(network.propose({ introduce: ['p06', 'p24'] })).rejects.toThrow(/Proposals are stopped/);
  });
});
