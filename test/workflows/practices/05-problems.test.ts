import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 5: a cycle waits until its agenda item has a problem with a measure, a target and a day', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'problems',
      practices: { problems: { perItem: 1, remindAfter: 'P2D', escalateAfter: 'P5D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const problem = { item: 'agenda-1', measure: 'weeks-to-first-appointment', unit: 'weeks', baseline: 11, target: 3 };

  it('does not begin a cycle without one: the lifecycle waits and says for what', async () => {
    expect(await story.facts('cycle')).toEqual([]);
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'invitation' });
    expect(await story.waiting()).toEqual(['p01 state-problem agenda-1', 'p03 state-problem agenda-1']);
    expect(await story.mails('a cycle waits for its problem')).toHaveLength(2);
    expect((await story.section('problems')).paragraphs.join(' ')).toContain('Without a problem so far: agenda-1');
  });

  it('refuses a problem without a way to go, for no item, for a day gone by, or by who has no right', async () => {
    const due = await story.day(60);
    const wrong = (change: object) => story.refusal('p01', 'state-problem', { ...problem, due, ...change });
    expect(await wrong({ target: 11 })).toContain('nothing to solve');
    expect(await wrong({ item: 'agenda-4' })).toContain('It has: agenda-1');
    expect(await wrong({ due: await story.day(-1) })).toContain('no day to come');
    expect(await wrong({ measure: 'How long?' })).toContain('small letters');
    expect(await story.refusal('p05', 'state-problem', { ...problem, due })).toContain('set-agenda');
    expect(await story.refusal('p02', 'state-problem', { ...problem, due })).toContain('set-agenda');
  });

  it('reminds, asks the deputy as well, and goes on as soon as it is stated', async () => {
    await story.pass(3);
    expect(await story.mails('still waits for its problem')).toHaveLength(2);
    await story.pass(3);
    expect(await story.waiting()).toContain('p02 state-problem agenda-1');
    await story.act('p02', 'state-problem', { ...problem, due: await story.day(60), text: 'Families wait too long' });
    expect((await story.facts('cycle'))[0]).toMatchObject({ cycle: 1, item: 'agenda-1', stage: 'frame' });
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'learning', cycle: 1 });
    expect((await story.waiting()).filter((line) => line.includes('state-problem'))).toEqual([]);
    expect(JSON.stringify(await story.facts('problem'))).not.toContain('too long');
    expect(await story.refusal('p01', 'state-problem', { ...problem, due: await story.day(9) })).toContain(
      '1 is the most',
    );
  });

  it('shows from where to where, and asks on the day where it stands', async () => {
    const row = async () => (await story.section('problems')).tables[0]?.rows[0];
    expect(await row()).toEqual([
      ...['problem-1', 'agenda-1', 'weeks to first appointment (weeks)', 11, 3, 'not stated yet'],
      ...[await story.day(60), 'under way'],
    ]);
    await story.act('p03', 'measure-problem', { problem: 'problem-1', value: 7 });
    expect((await row())?.[5]).toBe('7.00 weeks');
    await story.pass(62);
    expect((await row())?.[7]).toBe('overdue');
    expect(await story.waiting()).toContain('p03 measure-problem problem-1');
    expect(await story.refusal('p03', 'measure-problem', { problem: 'problem-9', value: 3 })).toContain('problem-1');
    await story.act('p03', 'measure-problem', { problem: 'problem-1', value: 2.5 });
    expect((await row())?.[7]).toBe('reached');
    expect((await story.waiting()).filter((line) => line.includes('measure-problem'))).toEqual([]);
  });
});
