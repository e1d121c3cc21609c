import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../data/exchange/index.ts';
import { charterFact, NETWORK, type TestWorld, testWorld } from './world.ts';

const EXAMPLE = fileURLToPath(new URL('../../../data/examples/three-regions', import.meta.url));
const APRIL = '2026-04-30T08:00:00.000Z';
/** A moment later: a check, too, looks only at what was there before it. */
const LATER = '2026-04-30T09:00:00.000Z';
const asked = {
  ...{ network: NETWORK, proposal: 'by-hand-1', by: 'p01', parties: ['p06', 'p24'] as [string, string] },
  ...{ metric: null, groupBy: null, because: null, madeIn: 'notebook', at: APRIL },
};

describe('a proposal by hand is kept once, from the person who made it, and the next report tells of it', () => {
  let world: TestWorld;

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

  it('is kept with its figures, and a second attempt adds nothing', async () => {
    expect(await world.run('proposeIntroduction', asked)).toEqual({ filed: { parties: ['p06', 'p24'] } });
    const [fact, ...others] = await world.store.read({ network: NETWORK, kind: 'proposal' });
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ source: { type: 'person', id: 'p01' }, validFrom: APRIL });
    expect(fact?.body).toMatchObject({ proposal: 'by-hand-1', rule: null, finding: null, metric: 'e-i-index' });
    expect(fact?.body.predicted).toBeGreaterThan(fact?.body.before as number);
    const before = await world.everything();
    expect(await world.run('proposeIntroduction', asked)).toEqual({ filed: { parties: ['p06', 'p24'] } });
    expect(await world.everything()).toEqual(before);
  });

  it('is not made twice about the same two, and not beyond the cap', async () => {
    const again = { ...asked, proposal: 'by-hand-2', parties: ['p24', 'p06'] as [string, string] };
    const later = { ...again, at: LATER };
    expect(await world.run('proposeIntroduction', later)).toEqual({ open: 'by-hand-1' });
    const busy = { ...later, proposal: 'by-hand-3', parties: ['p06', 'p44'] as [string, string] };
    expect(await world.run('proposeIntroduction', busy)).toEqual({
      refused: expect.stringContaining('p06 has as many open introductions'),
    });
    expect(await world.store.read({ network: NETWORK, kind: 'proposal' })).toHaveLength(1);
  });

  it('what cannot be measured as it was wished is said, and not tried for ever', async () => {
    const other = { ...asked, proposal: 'by-hand-4', parties: ['p10', 'p44'] as [string, string], at: LATER };
    for (const [wish, words] of [
      [{ metric: 'densty' }, /did you mean "density"/],
      [{ metric: 'e-i-index', groupBy: 'regoin' }, /did you mean "region"/],
    ] as const) {
      expect(await world.run('proposeIntroduction', { ...other, ...wish })).toEqual({
        refused: expect.stringMatching(words),
      });
    }
  });

  it('the engine proposes neither of the two while it is open, and its report tells of it', async () => {
    const check = 'health-2026-05-31';
    await world.run('checkHealth', { network: NETWORK, check, asOf: '2026-05-31T08:00:00.000Z', workflowId: 'w' });
    const proposals = (await world.store.read({ network: NETWORK, kind: 'proposal' })).map(({ body }) => body);
    const own = proposals.filter(({ finding }) => finding !== null);
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ parties }) => parties)).not.toContain('p06');
    const [report] = await world.store.read({ network: NETWORK, kind: 'report' });
    const markdown = Buffer.from((await world.store.getArtifact(report!.body.markdown))!).toString();
    expect(markdown).toMatch(
      /Earlier proposals[\s\S]*30\sApril\s2026[^\n]*p06[^\n]*p24[^\n]*waiting\sfor\sa\sdecision/,
    );
  });
});
