import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTICE_TEMPLATES } from '../../../workflows/contract/index.ts';
import { charterFact, ids, member, NETWORK, START, type TestWorld, testWorld } from './world.ts';

describe('each notice reaches a person once, whatever is repeated or dies', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await testWorld();
    await world.given(charterFact);
  });
  afterEach(() => world.close());

  const notice = (person: string, template: (typeof NOTICE_TEMPLATES)[number] = 'welcome', about = 'x') => ({
    id: `${template}.${about}.${person}`,
    ...{ person, template, about },
  });

  it('a second attempt sends nothing and changes nothing, and says the same', async () => {
    await world.people.put(NETWORK, 'p01', { name: 'Ana Pérez', email: 'ana@example.org' });
    const input = { network: NETWORK, at: START, notices: [notice('p01')] };
    expect(await world.run('notify', input)).toEqual({ sent: 1 });
    const before = await world.everything();
    expect(await world.run('notify', input)).toEqual({ sent: 1 });
    expect(await world.everything()).toEqual(before);
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]).toMatchObject({ id: `${NETWORK}.welcome.x.p01`, to: 'ana@example.org' });
    expect(world.sent[0]?.text).toMatch(/^Dear Ana Pérez,\n/);
  });

  it('what a dead worker had claimed is sent again under the same id', async () => {
    await world.people.put(NETWORK, 'p01', { email: 'ana@example.org' });
    await world.store.claimNotice(NETWORK, 'welcome.x.p01');
    await world.run('notify', { network: NETWORK, at: START, notices: [notice('p01')] });
    expect(world.sent.map(({ id }) => id)).toEqual([`${NETWORK}.welcome.x.p01`]);
  });

  it('who has no address, a broken one, or was erased is passed over', async () => {
    await world.people.put(NETWORK, 'p01', { name: 'No Address' });
    await world.people.put(NETWORK, 'p02', { email: 'a@example.org, b@example.org' });
    await world.people.put(NETWORK, 'p03', { email: 'c@example.org\r\nBcc: d@example.org' });
    await world.people.put(NETWORK, 'p04', { email: 'erased@example.org' });
    await world.people.erase(NETWORK, 'p04');
    const notices = [...ids(4), 'p05'].map((person) => notice(person));
    expect(await world.run('notify', { network: NETWORK, at: START, notices })).toEqual({ sent: 0 });
    expect(world.sent).toEqual([]);
    expect(await world.store.read({ network: NETWORK, kind: 'notice' })).toEqual([]);
  });

  it('a name cannot make a header, and a long id stays an id', async () => {
    await world.people.put(NETWORK, 'p01', { name: 'Ana\r\nBcc: x@example.org', email: 'ana@example.org' });
    const about = 'a'.repeat(90);
    await world.run('notify', { network: NETWORK, at: START, notices: [notice('p01', 'decision-asked', about)] });
    expect(world.sent[0]?.text).toContain('Dear Ana Bcc: x@example.org,');
    expect(world.sent[0]?.subject).not.toMatch(/[\r\n]/);
    expect(world.sent[0]?.id).toMatch(/^three-regions\.n-[0-9a-f]{64}$/);
  });

  it('names the other only once both agreed', async () => {
    await world.people.put(NETWORK, 'p01', { name: 'Ana', email: 'ana@example.org' });
    await world.people.put(NETWORK, 'p41', { name: 'Ben', email: 'ben@example.org' });
    const introduction = (status: 'asked' | 'agreed') => ({
      kind: 'introduction' as const,
      body: { introduction: 'i1', proposal: 'i1', members: ['p01', 'p41'] as [string, string], status, consented: [] },
    });
    await world.given(introduction('asked'));
    await world.run('notify', { network: NETWORK, at: START, notices: [notice('p01', 'introduction-asked', 'i1')] });
    expect(world.sent[0]?.text).not.toContain('Ben');
    await world.given(introduction('agreed'));
    const both = ['p01', 'p41'].map((person) => notice(person, 'introduction-agreed', 'i1'));
    await world.run('notify', { network: NETWORK, at: START, notices: both });
    expect(world.sent[1]?.text).toContain('You meet Ben <ben@example.org>.');
    expect(world.sent[2]?.text).toContain('You meet Ana <ana@example.org>.');
  });

  it('every template has words, a greeting and no gap', async () => {
    await world.people.put(NETWORK, 'p01', { name: 'Ana', email: 'ana@example.org' });
    // A point is called after its round and its number in it; all else may be called anything.
    const ofPart = ['point-asked', 'point-answered', 'mentorship-milestone'];
    const notices = NOTICE_TEMPLATES.map((template) =>
      notice('p01', template, ofPart.includes(template) ? 'matter-1.1' : 'wave-1'),
    );
    await world.run('notify', { network: NETWORK, at: START, notices });
    const sent = new Set(world.sent.map(({ id }) => id));
    const unsent = notices.filter(({ id }) => !sent.has(`${NETWORK}.${id}`)).map(({ template }) => template);
    // These hand on what members wrote, and nobody has written: their own stories show their words.
    expect(unsent.sort()).toEqual(['thanks', 'thanks-ask', 'thanks-public', 'wins-digest', 'wins-preview']);
    expect(sent.size).toBe(NOTICE_TEMPLATES.length - unsent.length);
    for (const { subject, text } of world.sent) {
      expect(subject).toContain('Three regions exchange');
      expect(text).toMatch(/^Dear Ana,\n\n/);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('says until when whoever tells asked for it, in the network’s own days; another matter of that id says nothing', async () => {
    await world.people.put(NETWORK, 'p01', { email: 'ana@example.org' });
    const asks = (workflowId: string, until: string) =>
      world.run('putInbox', {
        ...{ network: NETWORK, workflowId },
        entries: [{ id: `${workflowId}#d1`, person: 'p01', action: 'decide', about: 'd1', since: START, until }],
      });
    await asks(`network/${NETWORK}/another`, '2026-02-10T09:00:00.000Z');
    await asks(`network/${NETWORK}`, '2026-02-28T23:30:00.000Z');
    await world.run('notify', { network: NETWORK, at: START, notices: [notice('p01', 'decision-asked', 'd1')] });
    expect(world.sent[0]?.text).toContain('2026-03-01');
    expect(world.sent[0]?.text).not.toContain('2026-02-10');
  });
});

describe('a notice to all goes on where a dead worker stopped', () => {
  let world: TestWorld;
  const everybody = ids(450);
  beforeEach(async () => {
    world = await testWorld();
    await world.given(charterFact, ...everybody.map((id) => member(id, 'invited')));
    // An address for some is enough: putting 450 would test the people store.
    for (const id of ['p01', 'p200', 'p201', 'p401'])
      await world.people.put(NETWORK, id, { email: `${id}@example.org` });
  });
  afterEach(() => world.close());

  const input = {
    network: NETWORK,
    workflowId: `network/${NETWORK}`,
    at: START,
    template: 'invitation' as const,
    about: 'invitation',
    whom: { standing: ['invited' as const] },
    ask: { action: 'accept-invitation', until: null },
    round: 0,
  };

  it('everybody is asked once; a second attempt from any heartbeat changes nothing', async () => {
    const beats: unknown[] = [];
    expect(await world.run('notifyMembers', input, { onHeartbeat: (beat) => beats.push(beat) })).toEqual({
      notified: 4,
    });
    const before = await world.everything();
    expect(await world.store.inbox({ network: NETWORK })).toHaveLength(450);
    const batches = [...new Set(beats.map((beat) => (beat as { done: string }).done))];
    expect(batches).toHaveLength(4);
    for (const heartbeatDetails of [undefined, ...beats.filter((_, index) => index % 150 === 0)]) {
      expect(await world.run('notifyMembers', input, { heartbeatDetails })).toEqual({ notified: 4 });
    }
    expect(world.sent).toHaveLength(4);
    expect(await world.everything()).toEqual(before);
  });

  it('a reminder says until when, as the inbox of whoever is reminded does', async () => {
    const until = '2026-02-20T08:00:00.000Z';
    await world.run('notifyMembers', { ...input, ask: { action: 'accept-invitation', until } });
    const { ask: _, ...reminder } = { ...input, template: 'invitation-reminder' as const, round: 1 };
    await world.run('notifyMembers', reminder);
    const reminders = world.sent.filter(({ subject }) => subject.includes('still open'));
    expect(reminders).toHaveLength(4);
    for (const { text } of reminders) expect(text).toContain('To answer, until 2026-02-20');
  });

  it('parts share the roster out, whatever anybody’s standing, and rounds are told apart', async () => {
    const parts = [0, 1, 2].map((index) => ({ ...input, part: { index, of: 3 } }));
    const asked = [];
    for (const part of parts) {
      await world.run('clearInbox', { workflowId: input.workflowId });
      await world.run('notifyMembers', part);
      asked.push((await world.store.inbox({ network: NETWORK })).map(({ person }) => person));
      await world.given(member(asked.at(-1)?.[0] as string, 'active'));
    }
    expect(asked.map((part) => part.length)).toEqual([150, 150, 150]);
    expect(asked.flat().sort()).toEqual([...everybody].sort());
    expect(world.sent).toHaveLength(4);
    await world.run('notifyMembers', { ...input, round: 1 });
    expect(world.sent.map(({ to }) => to).filter((to) => to === 'p201@example.org')).toHaveLength(2);
  });

  it('stops where nobody waits for it any more', async () => {
    const { MockActivityEnvironment } = await import('@temporalio/testing');
    const { createActivities } = await import('../../../workflows/activities/index.ts');
    const environment = new MockActivityEnvironment();
    environment.on('heartbeat', () => environment.cancel('CANCELLED'));
    await expect(environment.run(createActivities(world).notifyMembers, input)).rejects.toThrow();
    expect(world.sent.length).toBeLessThan(4);
  });
});
