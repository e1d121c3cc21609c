import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

/** A year passes in it. */
const SLOW_MS = 180_000;
const NAMES = ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08'];

describe('Story 56: months after the close members are asked once more, and it shows which ties survive', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const name = (person: string, wave: string, others: string[]) =>
    story.act(person, 'answer', { wave, ties: others.map((to) => ({ to, type: 'advice' })) });
  /** The next two members, around and around. */
  const after = (person: string, more: number) => NAMES[(NAMES.indexOf(person) + more) % NAMES.length] as string;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'follow-up', members: 8 },
      practices: { 'follow-up': { after: ['P6M', 'P12M'], open: 'P14D', remindEvery: 'P5D', remindAtMost: 1 } },
      charter: { surveys: [{ wave: '1', after: 'P20D', open: 'P10D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('waits while the network lives, and then outlasts it', { timeout: SLOW_MS }, async () => {
    await story.pass(16);
    for (const person of NAMES) await name(person, '1', [after(person, 1), after(person, 2)]);
    expect(await story.refusal('p08', 'decline-follow-up')).toContain('has not closed yet');
    await story.pass(10);
    await story.act('p01', 'close');
    await story.pass(30);
    expect(await story.waiting()).toEqual([]);
    expect(await story.act('p08', 'decline-follow-up')).toContain('not asked any more');
  });

  it('asks after six months whoever has not declined, and reminds once', { timeout: SLOW_MS }, async () => {
    await story.pass(155);
    const asked = (await story.waiting()).filter((line) => line.includes('wave-follow-up-1'));
    expect(asked.map((line) => line.slice(0, 3))).toEqual(NAMES.slice(0, 7));
    expect(await story.refusal('p08', 'answer', { wave: 'follow-up-1', ties: [] })).toContain('active');
    // Each still names the first of two; p07 does not answer.
    for (const person of NAMES.slice(0, 6)) await name(person, 'follow-up-1', [after(person, 1)]);
    await story.pass(6);
    await story.pass(12);
    expect((await story.facts('follow-up'))[0]).toMatchObject({ wave: 'follow-up-1', after: 'P6M' });
    const section = await story.section('follow-up');
    // Twelve ties of the six who answered both; two of p07 and two of p08 are unknown, not lost.
    expect(section.figures[0], section.figures[0]?.note ?? '').toMatchObject({ value: 0.5 });
    expect(section.tables[0]?.rows).toEqual([['P6M', 6, 12, 6, 0.5, 4]]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });

  it('shows nothing of four answers, and ends after its last survey', { timeout: SLOW_MS }, async () => {
    await story.pass(168);
    for (const person of NAMES.slice(0, 4)) await name(person, 'follow-up-2', [after(person, 1)]);
    await story.pass(20);
    expect((await story.section('follow-up')).figures[0]).toMatchObject({ value: null });
    expect(await story.waiting()).toEqual([]);
    expect(await story.refusal('p05', 'decline-follow-up')).toContain('closed');
  });
});
