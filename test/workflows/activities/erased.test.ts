import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { charterFact, ids, member, NETWORK, START, type TestWorld, testWorld } from './world.ts';

const LATER = '2026-01-10T08:00:00.000Z';
const OPERATOR = { type: 'person', id: 'operator' } as const;

describe('an activity that still carries the id of an erased person goes on without them', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
    await world.given(charterFact, ...ids(5).map((id) => member(id)));
    await world.people.put(NETWORK, 'p01', { name: 'Zebulon', email: 'zebulon@example.org' });
    await world.run('openWave', { network: NETWORK, wave: '1', types: ['advice'], opens: START, closes: LATER });
    await world.store.eraseMember(NETWORK, 'p01', OPERATOR, START);
    await world.people.erase(NETWORK, 'p01');
  });
  afterEach(async () => {
    expect(JSON.stringify(await world.everything())).not.toContain('p01');
    await world.close();
  });

  it('their standing: there is none to change', async () => {
    const leave = { network: NETWORK, member: 'p01', status: 'left', at: LATER, request: 'r1' } as const;
    expect(await world.run('setStanding', leave)).toEqual({ changed: false });
    await expect(world.run('setStanding', { ...leave, member: 'p99' })).rejects.toThrow(/not in the roster/);
  });

  it('an answer that names them: the rest of it counts', async () => {
    const ties = ['p01', 'p03'].map((to) => ({ to, type: 'advice', strength: 1 }));
    await world.run('recordAnswer', { network: NETWORK, wave: '1', member: 'p02', at: LATER, request: 'r1', ties });
    expect((await world.store.networkRecords(NETWORK)).ties.map(({ to }) => to)).toEqual(['p03']);
  });

  it('an answer of theirs leaves nothing', async () => {
    const ties = [{ to: 'p03', type: 'advice', strength: 1 }];
    await world.run('recordAnswer', { network: NETWORK, wave: '1', member: 'p01', at: LATER, request: 'r1', ties });
    expect((await world.store.networkRecords(NETWORK)).ties).toEqual([]);
  });

  it('a notice and a request: nothing is sent and nothing waits', async () => {
    const notice = {
      id: 'introduction-asked.i1.p01',
      person: 'p01',
      template: 'introduction-asked',
      about: 'i1',
    } as const;
    expect(await world.run('notify', { network: NETWORK, notices: [notice], at: LATER })).toEqual({ sent: 0 });
    const wait = { id: 'w#consent#i1#p01', person: 'p01', action: 'consent', about: 'i1', since: LATER, until: null };
    await world.run('putInbox', { network: NETWORK, workflowId: 'w', entries: [wait] });
    expect(await world.store.inbox({ network: NETWORK })).toEqual([]);
    expect(world.sent).toEqual([]);
  });

  it('an introduction that ends: it is recorded without their name, and no tie with them', async () => {
    const introduction = { introduction: 'i1', proposal: 'x1', members: ['p01', 'p02'], status: 'met', consented: [] };
    const tie = { from: 'p01', to: 'p02', type: 'introduced', strength: null, wave: null, time: null, occurrence: 0 };
    await world.run('appendFacts', {
      ...{ network: NETWORK, recordedAt: LATER, source: { type: 'workflow', id: 'w' } },
      facts: [
        { kind: 'introduction', body: introduction as never, validFrom: LATER, key: 'introduction/i1/met' },
        { kind: 'tie', body: tie, validFrom: LATER, key: 'introduction/i1/p01' },
      ],
    });
    const [recorded] = await world.store.read({ network: NETWORK, kind: 'introduction' });
    expect(recorded?.body.members).toEqual(['erased', 'p02']);
    expect((await world.store.networkRecords(NETWORK)).ties).toEqual([]);
    expect(await world.store.verifyAudit(NETWORK)).toMatchObject({ verifies: true });
  });
});
