import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { healthScheduleId, inboxId, policyOf } from '../../../workflows/contract/index.ts';
import { CHARTER, charterFact, member, NETWORK, START, type TestWorld, testWorld } from './world.ts';

const LATER = '2026-01-10T08:00:00.000Z';
const WORKFLOW = `network/${NETWORK}`;

describe('what workflows decide becomes what the store knows, once', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
    await world.given(charterFact, member('p01', 'invited'), member('p02'), member('p03', 'declined'));
  });
  afterEach(() => world.close());

  it('facts: known keys add nothing, and a record that its kind refuses is never tried again', async () => {
    const input = {
      network: NETWORK,
      source: { type: 'workflow' as const, id: WORKFLOW },
      recordedAt: START,
      facts: [{ kind: 'switch' as const, body: { proposals: 'off' as const, by: 'p01' }, validFrom: START, key: 'k' }],
    };
    expect(await world.run('appendFacts', input)).toEqual({ appended: 1 });
    const before = await world.everything();
    expect(await world.run('appendFacts', input)).toEqual({ appended: 0 });
    expect(await world.run('appendFacts', { ...input, facts: [] })).toEqual({ appended: 0 });
    expect(await world.everything()).toEqual(before);
    const broken = { ...input, facts: [{ ...input.facts[0], key: 'k2', body: { proposals: 'perhaps' } }] };
    await expect(world.run('appendFacts', broken as never)).rejects.toMatchObject({
      nonRetryable: true,
      type: 'RecordError',
    });
  });

  it('standing: attributes stay, the request counts once, what is so already is no change', async () => {
    const join = { network: NETWORK, member: 'p01', status: 'active' as const, at: LATER, request: 'r1' };
    expect(await world.run('setStanding', join)).toEqual({ changed: true });
    const before = await world.everything();
    expect(await world.run('setStanding', join)).toEqual({ changed: true });
    expect(await world.run('setStanding', { ...join, request: 'r2' })).toEqual({ changed: false });
    expect(await world.everything()).toEqual(before);
    const [now] = await world.store.read({ network: NETWORK, kind: 'member' });
    expect(now?.body).toEqual({ member: 'p01', status: 'active', hub: false, attributes: { region: 'North' } });
    await expect(world.run('setStanding', { ...join, member: 'zz' })).rejects.toMatchObject({ nonRetryable: true });
  });

  it('inbox: entries are cleared by id, by workflow, or by a workflow’s action alone', async () => {
    const entry = (person: string, action: string, about: string) => ({
      id: inboxId(WORKFLOW, action, about, person),
      ...{ person, action, about, since: START, until: null },
    });
    const entries = [entry('p01', 'vote', 'v'), entry('p02', 'vote', 'v'), entry('p01', 'set-agenda', 'a')];
    const put = () => world.run('putInbox', { network: NETWORK, workflowId: WORKFLOW, entries });
    const left = async () => (await world.store.inbox({ network: NETWORK })).map(({ id }) => id);
    expect(await put()).toEqual({ put: 3 });
    await put();
    expect(await left()).toHaveLength(3);
    await world.run('clearInbox', { workflowId: WORKFLOW, action: 'vote' });
    expect(await left()).toEqual([entries[2]?.id]);
    await put();
    await world.run('clearInbox', { ids: [entries[0]?.id as string] });
    expect(await left()).toHaveLength(2);
    await world.run('clearInbox', { workflowId: WORKFLOW });
    expect(await left()).toEqual([]);
  });

  it('votes: only those who may vote count, and what was counted first stays', async () => {
    const vote = (voter: string, ranking: string[]) =>
      ({ kind: 'vote', body: { round: 'r', voter, ranking } }) as const;
    await world.given(vote('p01', ['b', 'a']), vote('p02', ['b']), vote('p03', ['a']), vote('zz', ['a']));
    const count = { network: NETWORK, round: 'r', options: ['a', 'b', 'c'], at: LATER };
    const counted = { order: ['b', 'a', 'c'], voted: 2, eligible: 2 };
    expect(await world.run('countVotes', count)).toEqual(counted);
    const before = await world.everything();
    expect(await world.run('countVotes', count)).toEqual(counted);
    expect(await world.everything()).toEqual(before);
    // A vote that comes to light afterwards does not change a result that people have read.
    await world.given(vote('p01', ['c']));
    expect(await world.run('countVotes', count)).toEqual(counted);
  });

  it('schedules: made once under the network’s id, carrying no words, and ended twice without harm', async () => {
    const roles = { lead: ['p01'], steward: [], facilitator: [], evaluator: [], sponsor: [] };
    const policy = policyOf(CHARTER, roles);
    const clock = { startedRealMs: 0, startedProgrammeMs: 0, dayLastsMs: 86_400_000 };
    const begin = { network: NETWORK, policy, clock, startsAt: START };
    expect(await world.run('startHealthSchedule', begin)).toEqual({ schedule: healthScheduleId(NETWORK) });
    await world.run('startHealthSchedule', begin);
    expect([...world.schedules.values()]).toMatchObject([{ every: 'P1M', start: { check: null, asOf: null } }]);
    expect(JSON.stringify([...world.schedules.values()])).not.toContain('Families wait');
    await world.run('endHealthSchedule', { network: NETWORK });
    await world.run('endHealthSchedule', { network: NETWORK });
    expect(world.schedules.size).toBe(0);
  });
});
