import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

/** What one workflow tells another takes a moment on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

describe('Story 36: triads formed for difference, a task each, and the report says whom it reached beyond the room', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'accountability', continueAsNewAfterEvents: 7 },
      practices: { accountability: { formAfter: 'P5D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const groupOf = async (member: string) =>
    (await story.facts('accountability-group')).find(
      ({ members, status }) => status === 'open' && members.includes(member),
    );

  it('asks who wants one, and forms triads across organisations of those who said so', async () => {
    expect(await story.waiting()).toContain('p05 join-accountability accountability');
    expect(await story.refusal('p05', 'leave-accountability')).toContain('do not take part');
    expect(await story.refusal('p05', 'join-accountability', { notWith: ['p05'] })).toContain('for others');
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09', 'p10']) await story.act(person, 'join-accountability');
    // Twice is once.
    await story.act('p05', 'join-accountability', { notWith: ['p06'] });
    await story.pass(6);
    const groups = await story.facts('accountability-group');
    expect(groups.map(({ members }) => members.length)).toEqual([3, 3]);
    // O0: p05 p09; O1: p06 p10; O2: p07; O3: p08.
    for (const { members, because } of groups) {
      expect(new Set(members.map((member) => Number(member.slice(1)) % 4)).size).toBe(3);
      expect(because).toContain('differ in organisation');
    }
    expect((await groupOf('p05'))?.members).not.toContain('p06');
    expect(
      (await story.mails('your group for this cycle')).filter((text) => text.includes('Dear Member p05'))[0],
    ).toMatch(/<p\d\d@example.org>/);
  });

  it('each takes a task home, the group hears of it, and is asked how far it came', async () => {
    const own = (await groupOf('p05'))!;
    const stranger = ['p06', 'p07', 'p08', 'p10'].find((one) => !own.members.includes(one))!;
    expect(await story.refusal(stranger, 'take-task', { group: own.group, task: 'x', due: '2030-01-01' })).toContain(
      'who is in the group',
    );
    expect(await story.refusal('p05', 'task-check-in', { group: own.group, done: true })).toContain('take-task');
    expect(await story.refusal('p05', 'take-task', { group: own.group, task: 'x', due: await story.day(0) })).toContain(
      'no day to come',
    );
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09']) {
      const { group } = (await groupOf(person))!;
      await story.act(person, 'take-task', { group, task: `Try the form (${person})`, due: await story.day(20) });
    }
    expect(
      (await story.mails('what one of your group takes home')).filter((text) => text.includes('Try the form (p05)')),
    ).toHaveLength(2);
    await story.pass(15);
    expect(await story.waiting()).toContain(`p05 task-check-in ${own.group}`);
    expect(await story.refusal('p05', 'task-check-in', { group: own.group, done: true, reached: ['p05'] })).toContain(
      'others',
    );
    await story.act('p05', 'task-check-in', { group: own.group, done: true, reached: ['p11', 'p12', 'p06'] });
    for (const person of ['p06', 'p07', 'p08']) {
      const { group } = (await groupOf(person))!;
      await story.act(person, 'task-check-in', { group, done: person !== 'p08', reached: ['p11'] });
    }
  });

  it('goes on with two where one leaves, and hands the last one over to another group', async () => {
    const group = (await groupOf('p07'))!;
    const [first, second] = group.members.filter((member) => member !== 'p07') as [string, string];
    await story.act(first, 'leave');
    await expect.poll(async () => (await groupOf('p07'))?.members.sort(), SOON).toEqual(['p07', second].sort());
    await story.act(second, 'leave');
    await expect.poll(async () => (await groupOf('p07'))?.members.length, SOON).toBe(4);
    const now = (await groupOf('p07'))!;
    expect(now.group).not.toBe(group.group);
    expect(now.members).toHaveLength(4);
    expect(await story.waiting()).toContain(`p07 take-task ${now.group}`);
    expect((await story.waiting()).filter((entry) => entry.startsWith(first))).toEqual([]);
  });

  it('ends with the cycle; whoever says nothing is counted as that; the report shows shares and nobody', async () => {
    await story.pass(60);
    await story.pass(110);
    const groups = await story.facts('accountability-group');
    expect(groups.filter(({ cycle, status }) => cycle === 1 && status === 'open')).toEqual([]);
    const section = await story.section('accountability');
    const [done, reach] = section.figures;
    expect(done?.value).toBeGreaterThan(0);
    expect(reach?.value).toBeGreaterThan(0);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d|group-\d/);
    // The next cycle has groups of its own, of those who are left.
    expect(groups.some(({ cycle, members }) => cycle === 2 && members.length >= 2)).toBe(true);
  });

  it('asks nobody any more once the network is closed', async () => {
    expect((await story.waiting()).join('\n')).toContain('join-accountability');
    await story.act('p01', 'close');
    await expect
      .poll(async () => (await story.waiting()).filter((entry) => entry.includes('accountability')), SOON)
      .toEqual([]);
  });
});
