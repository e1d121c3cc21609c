import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { charterFact, ids, member, NETWORK, START, type TestWorld, testWorld } from './world.ts';

const LATER = '2026-01-10T08:00:00.000Z';
const LAST = '2026-01-12T08:00:00.000Z';
const CLOSES = '2026-01-19T08:00:00.000Z';

describe('a survey wave: the newest answer counts, and not answering is kept as such', () => {
  let world: TestWorld;
  const open = { network: NETWORK, wave: '1', types: ['advice'], opens: START, closes: CLOSES };
  const answer = (member: string, to: string[], request: string, at = LATER) => ({
    ...{ network: NETWORK, wave: '1', member, at, request },
    ties: to.map((id) => ({ to: id, type: 'advice', strength: 2 })),
  });
  const tiesOf = async (from: string) =>
    (await world.store.read({ network: NETWORK, kind: 'tie' }))
      .filter((tie) => tie.body.from === from)
      .map((tie) => tie.body.to);

  beforeEach(async () => {
    world = await testWorld();
    await world.given(charterFact, ...ids(5).map((id) => member(id)), member('p06', 'invited'));
    await world.run('openWave', open);
  });
  afterEach(() => world.close());

  it('asks every active member, once', async () => {
    const before = await world.everything();
    expect(await world.run('openWave', open)).toEqual({ asked: 5 });
    expect(await world.everything()).toEqual(before);
  });

  it('an answer is one append; the same request again changes nothing and says the same', async () => {
    const first = answer('p01', ['p02', 'p06'], 'r1');
    const entries = (await world.store.audit(NETWORK)).length;
    expect(await world.run('recordAnswer', first)).toEqual({ ties: 2, first: true });
    expect(await world.store.audit(NETWORK)).toHaveLength(entries + 1);
    const before = await world.everything();
    expect(await world.run('recordAnswer', first)).toEqual({ ties: 2, first: true });
    expect(await world.everything()).toEqual(before);
  });

  it('a newer answer takes back what it no longer names, and may name it again', async () => {
    await world.run('recordAnswer', answer('p01', ['p02', 'p03'], 'r1'));
    expect(await world.run('recordAnswer', answer('p01', ['p03', 'p04'], 'r2', LAST))).toEqual({
      ties: 2,
      first: false,
    });
    expect(await tiesOf('p01')).toEqual(['p03', 'p04']);
    expect(await world.run('recordAnswer', answer('p01', ['p02'], 'r3', LAST))).toEqual({ ties: 1, first: false });
    expect(await tiesOf('p01')).toEqual(['p02']);
    // As of before the change, what was said then.
    const then = await world.store.networkRecords(NETWORK, LATER);
    expect(then.ties.map((tie) => tie.to)).toEqual(['p02', 'p03']);
  });

  it('a late second attempt of an older answer does not undo a newer one', async () => {
    const first = answer('p01', ['p02'], 'r1');
    await world.run('recordAnswer', first);
    await world.run('recordAnswer', answer('p01', ['p03'], 'r2', LAST));
    expect(await world.run('recordAnswer', first)).toEqual({ ties: 1, first: true });
    expect(await tiesOf('p01')).toEqual(['p03']);
  });

  it('an empty answer is an answer', async () => {
    await world.run('recordAnswer', answer('p01', [], 'r1'));
    expect(await world.run('closeWave', { network: NETWORK, wave: '1', at: CLOSES })).toEqual({
      asked: 5,
      answered: 1,
    });
  });

  it.each([
    ['somebody unknown', ['zz'], /not in the roster/],
    ['oneself', ['p01'], /themselves/],
    ['the same twice', ['p02', 'p02'], /twice/],
  ])('refuses an answer that names %s, for good', async (_, to, words) => {
    const before = await world.everything();
    await expect(world.run('recordAnswer', answer('p01', to, 'r1'))).rejects.toThrow(words);
    await expect(world.run('recordAnswer', answer('p01', to, 'r1'))).rejects.toMatchObject({
      nonRetryable: true,
      type: 'Refused',
    });
    expect(await world.everything()).toEqual(before);
  });

  it('the close keeps who was silent, and closing again changes nothing', async () => {
    await world.run('recordAnswer', answer('p01', ['p02'], 'r1'));
    const close = { network: NETWORK, wave: '1', at: CLOSES };
    expect(await world.run('closeWave', close)).toEqual({ asked: 5, answered: 1 });
    const before = await world.everything();
    expect(await world.run('closeWave', close)).toEqual({ asked: 5, answered: 1 });
    expect(await world.everything()).toEqual(before);
    const responses = await world.store.read({ network: NETWORK, kind: 'response' });
    expect(responses.map(({ body }) => body.status)).toEqual(['answered', ...Array(4).fill('no-answer')]);
  });

  it('reminds only those who were asked and are silent', async () => {
    for (const id of ids(5)) await world.people.put(NETWORK, id, { email: `${id}@example.org` });
    await world.run('recordAnswer', answer('p01', ['p02'], 'r1'));
    await world.given(member('p02', 'left'));
    await world.run('notifyMembers', {
      ...{ network: NETWORK, workflowId: 'w', at: LAST, template: 'survey-reminder', about: 'wave-1', round: 1 },
      whom: { unansweredIn: '1' },
    });
    expect(world.sent.map(({ to }) => to)).toEqual(['p03', 'p04', 'p05'].map((id) => `${id}@example.org`));
    expect(world.sent[0]?.text).toContain('"wave":"1"');
  });
});
