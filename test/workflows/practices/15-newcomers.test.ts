import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

/** What one workflow tells another takes a moment on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

describe('Story 15: whoever comes later is welcomed, gets a buddy who agreed, and is not left alone unseen', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const LATE = ['p11', 'p12', 'p13', 'p14', 'p15', 'p16'];
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'newcomers', continueAsNewAfterEvents: 5, beginsWhen: 'invited', members: 16 },
      practices: { newcomers: { enoughTies: 1, buddiesAsked: 2 }, 'peer-support': {} },
    });
    for (let at = 1; at <= 10; at++) await story.act(`p${String(at).padStart(2, '0')}`, 'accept-invitation');
    await story.pass(3);
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const newcomer = async (member: string) => (await story.facts('newcomer')).find((one) => one.member === member);
  /** Who is asked to be whose buddy. */
  const askedFor = async (item: string) =>
    (await story.waiting()).flatMap((entry) => {
      const [person, action, about] = entry.split(' ') as [string, string, string];
      return action === 'be-buddy' && about === item ? [person] : [];
    });

  it('begins with who joins once the network learns: a welcome, and one of another organisation is asked', async () => {
    expect(await story.facts('newcomer')).toEqual([]);
    for (const member of LATE) await story.act(member, 'accept-invitation');
    await expect.poll(() => story.facts('newcomer'), SOON).toHaveLength(6);
    await expect.poll(() => story.mails('how to find your way in'), SOON).toHaveLength(6);
    await expect.poll(() => askedFor('newcomer-1'), SOON).toHaveLength(1);
    const [asked] = await askedFor('newcomer-1');
    // p11 is of O2, as are p03, p07 and p15.
    expect(['p03', 'p07', ...LATE]).not.toContain(asked);
    // Whoever has agreed carries something: the next newcomer's is somebody else.
    await story.act(asked!, 'be-buddy', { newcomer: 'newcomer-1', agree: true });
    const told = (await story.mails(': your buddy')).map((text) => text.replace(/=\r?\n/g, ''));
    expect(told).toHaveLength(2);
    expect(told.some((text) => text.includes('Dear Member p11') && text.includes(`${asked}@example.org`))).toBe(true);
    expect(await story.refusal('p07', 'met-buddy', { newcomer: 'newcomer-1' })).toContain('the newcomer and the buddy');
  });

  it('asks somebody else where one declines or is silent, then tells a facilitator', async () => {
    await expect.poll(() => askedFor('newcomer-2'), SOON).toHaveLength(1);
    const [first] = await askedFor('newcomer-2');
    expect(await story.refusal('p09', 'met-buddy', { newcomer: 'newcomer-2' })).toContain('the newcomer and the buddy');
    await story.act(first!, 'be-buddy', { newcomer: 'newcomer-2', agree: false });
    const [second] = await askedFor('newcomer-2');
    expect(second).not.toBe(first);
    expect(await story.refusal(first!, 'be-buddy', { newcomer: 'newcomer-2', agree: true })).toContain('who is asked');
    await story.act(second!, 'be-buddy', { newcomer: 'newcomer-2', agree: false });
    expect((await story.mails('a newcomer has no buddy')).some((text) => text.includes('newcomer-2'))).toBe(true);
    const [silent] = await askedFor('newcomer-3');
    await story.pass(6);
    expect(await askedFor('newcomer-3')).not.toContain(silent);
  });

  it('a buddy they met is a first tie; who has none is told what to do, then a facilitator is', async () => {
    await story.act('p11', 'met-buddy', { newcomer: 'newcomer-1' });
    const buddy = (await newcomer('p11'))?.buddy;
    expect(await story.refusal(buddy!, 'met-buddy', { newcomer: 'newcomer-1' })).toContain('met already');
    expect((await story.facts('tie')).map(({ from, to, type }) => `${from} ${type} ${to}`)).toEqual([
      `p11 buddy ${buddy}`,
    ]);
    // p12 asks peers: who helps is a tie as well.
    await story.act('p12', 'ask-for-help', { text: 'How does it work here?' });
    await story.act('p05', 'help', { request: 'request-1', text: 'Come by' });
    await story.pass(10);
    expect(
      (await story.mails('whom have you met so far')).map((text) => /Dear Member (p\d\d)/.exec(text)?.[1]).sort(),
    ).toEqual(['p13', 'p14', 'p15', 'p16']);
    await story.act('p16', 'leave');
    await expect.poll(() => newcomer('p16'), SOON).toMatchObject({ status: 'left' });
    await story.pass(16);
    expect(await newcomer('p11')).toMatchObject({ status: 'settled', tiesByDay: 1, escalated: false });
    expect(await newcomer('p13')).toMatchObject({ status: 'followed', tiesByDay: 0, escalated: true });
    expect((await story.mails('a newcomer has nobody yet')).length).toBeGreaterThanOrEqual(3);
  });

  it('the report shows how long it takes and how many were alone, from five on, and nobody', async () => {
    await story.pass(62);
    expect(await newcomer('p13')).toMatchObject({ status: 'ended' });
    const section = await story.section('newcomers');
    const [time, alone] = section.figures;
    // Two of six found somebody.
    expect(time).toMatchObject({ value: null });
    expect(alone?.value).toBeCloseTo(3 / 5, 9);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d|newcomer-\d/);
  });
});
