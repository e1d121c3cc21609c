import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../data/exchange/index.ts';
import { charterFact, NETWORK, type TestWorld, testWorld } from './world.ts';

const EXAMPLE = fileURLToPath(new URL('../../../data/examples/three-regions', import.meta.url));
const MARCH = '2026-03-31T08:00:00.000Z';
const APRIL = '2026-04-30T08:00:00.000Z';

describe('a health check: the same date and facts give the same bytes, and a second attempt adds nothing', () => {
  let world: TestWorld;
  const input = (check: string, asOf: string) => ({ network: NETWORK, check, asOf, workflowId: 'w' });

  beforeAll(async () => {
    world = await testWorld();
    const { records } = await readSources([EXAMPLE], { attributes: ['region', 'organisation'] });
    await world.given(
      charterFact,
      ...records.members.map((body) => ({ kind: 'member', body }) as const),
      ...records.waves.map((body) => ({ kind: 'wave', body, at: body.opens }) as const),
      ...records.responses.map((body) => ({ kind: 'response', body, at: '2026-02-16T00:00:00.000Z' }) as const),
      ...records.ties.map((body) => ({ kind: 'tie', body, at: '2026-02-16T00:00:00.000Z' }) as const),
    );
  });
  afterAll(() => world.close());

  it('stores snapshot, finding, proposals and report together, and lays the report out for its owner', async () => {
    const entries = (await world.store.audit(NETWORK)).length;
    const result = await world.run('checkHealth', input('health-2026-03-31', MARCH));
    expect(result.findings).toBe(1);
    expect(result.proposals).toHaveLength(4);
    expect(await world.store.audit(NETWORK)).toHaveLength(entries + 1);
    const folder = join(world.reportsDir, NETWORK);
    expect((await readdir(folder)).sort()).toEqual([
      'health-2026-03-31.html',
      'health-2026-03-31.json',
      'health-2026-03-31.md',
      'latest.html',
    ]);
    expect((await stat(join(folder, 'latest.html'))).mode & 0o777).toBe(0o600);
    const [snapshot] = await world.store.read({ network: NETWORK, kind: 'snapshot' });
    expect(snapshot?.body.figures['e-i-index@region']).toBeLessThan(-0.4);
  });

  it('a second attempt says the same, changes nothing, and mends lost files', async () => {
    const first = await world.run('checkHealth', input('health-2026-03-31', MARCH));
    const before = await world.everything();
    const html = join(world.reportsDir, NETWORK, 'health-2026-03-31.html');
    const bytes = await readFile(html);
    await rm(html);
    expect(await world.run('checkHealth', input('health-2026-03-31', MARCH))).toEqual(first);
    expect(await world.everything()).toEqual(before);
    expect((await readFile(html)).equals(bytes)).toBe(true);
  });

  it('another store with the same facts gives the same bytes', async () => {
    const other = await testWorld();
    try {
      const source = { type: 'import', id: 'test' } as const;
      const facts = (await world.store.history({ network: NETWORK })).filter(({ key }) => key.startsWith('given/'));
      await other.store.append(
        facts.map(({ subject: _, ...fact }) => fact as never),
        source,
      );
      await other.run('checkHealth', input('health-2026-03-31', MARCH));
      const report = async ({ store }: TestWorld) => (await store.read({ network: NETWORK, kind: 'report' }))[0]?.body;
      expect(await report(other)).toEqual(await report(world));
    } finally {
      await other.close();
    }
  });

  it('the next check knows the one before, and what is switched off proposes nothing', async () => {
    await world.given({ kind: 'switch', body: { proposals: 'off', by: 'p01' }, at: '2026-04-01T08:00:00.000Z' });
    const result = await world.run('checkHealth', input('health-2026-04-30', APRIL));
    expect(result).toMatchObject({ findings: 1, proposals: [] });
    const latest = await readFile(join(world.reportsDir, NETWORK, 'latest.html'), 'utf8');
    expect(latest).toBe(await readFile(join(world.reportsDir, NETWORK, 'health-2026-04-30.html'), 'utf8'));
  });

  it('a proposal is settled once and judged once, by what is there then', async () => {
    const [proposal] = await world.store.read({ network: NETWORK, kind: 'proposal' });
    const id = proposal?.body.proposal as string;
    const settle = { network: NETWORK, proposal: id, status: 'approved' as const, parties: null, at: APRIL };
    expect(await world.run('settleProposal', settle)).toEqual({ settled: true });
    await world.given({
      kind: 'introduction',
      body: { introduction: id, proposal: id, members: proposal?.body.parties as never, status: 'met', consented: [] },
      at: APRIL,
    });
    const [from, to] = (proposal as NonNullable<typeof proposal>).body.parties as [string, string];
    const tie = { type: 'introduced', strength: null, wave: null, time: '2026-04-30', occurrence: 0 };
    await world.given(
      { kind: 'tie', body: { ...tie, from, to }, at: APRIL },
      { kind: 'tie', body: { ...tie, from: to, to: from }, at: APRIL },
    );
    const judge = { network: NETWORK, proposal: id, afterDays: 30, at: '2026-05-30T08:00:00.000Z' };
    const verdict = await world.run('judgeOutcome', judge);
    expect(['worked', 'partly']).toContain(verdict.verdict);
    const before = await world.everything();
    expect(await world.run('judgeOutcome', judge)).toEqual(verdict);
    await world.run('settleProposal', settle);
    expect(await world.everything()).toEqual(before);
    await expect(world.run('judgeOutcome', { ...judge, proposal: 'zz' })).rejects.toMatchObject({ nonRetryable: true });
  });

  it('a check that was due only after the close measures nothing: the last report is the one of the close', async () => {
    const closed = { phase: 'closed', cycle: 1, because: 'closed by decision' } as const;
    await world.given({ kind: 'phase', body: closed, at: '2026-06-15T08:00:00.000Z' });
    const last = '2026-06-15T08:00:00.000Z';
    await world.run('checkHealth', input('final-2026-06-15', last));
    const before = await world.everything();
    const late = await world.run('checkHealth', input('health-2026-06-30', '2026-06-30T08:00:00.000Z'));
    expect(late).toEqual({ findings: 0, proposals: [] });
    expect(await world.everything()).toEqual(before);
  });

  it('withdrawing tells the decisions of open proposals, and no others', async () => {
    expect(await world.run('withdrawProposals', { network: NETWORK, at: APRIL })).toEqual({ withdrawn: 3 });
    expect(world.reports.map(({ signal }) => signal.report)).toEqual(['withdraw', 'withdraw', 'withdraw']);
    expect(world.reports[0]?.workflowId).toMatch(/^network\/three-regions\/decision\/health-2026-03-31/);
  });
});
