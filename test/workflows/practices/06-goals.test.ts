import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 6: targets are agreed beforehand, judged from the response that was agreed, and looked at again on their day', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'goals',
      practices: {},
      charter: {
        ...{ decisions: { remindAfter: 'P3D', escalateAfter: 'P6D' } },
        health: {
          ...{ every: 'P6M', permutations: 999, rules: [] },
          targets: [
            { metric: 'hub-dependence', atMost: 0.5, review: '2026-02-02' },
            { metric: 'density', atLeast: 0.1, smallestResponse: 0.6 },
          ],
        },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('records what the charter agreed, with direction, threshold, response and review date', async () => {
    expect(await story.facts('goal')).toMatchObject([
      { goal: 'goal-1', version: 1, metric: 'hub-dependence', atMost: 0.5, review: '2026-02-02', status: 'agreed' },
      { goal: 'goal-2', version: 1, metric: 'density', atLeast: 0.1, smallestResponse: 0.6, review: null },
    ]);
    for (const person of ['p05', 'p06', 'p07']) await story.act(person, 'contribute', { text: 'A case' });
    const section = await story.section('goals');
    expect(section.tables[0]?.rows.map((row) => [row[0], row[4]])).toEqual([
      ['goal-1', 'met'],
      ['goal-2', 'not known'],
    ]);
  });

  it('asks who leads on the day, reminds, and lets the deputy as well once it has waited', async () => {
    await story.pass(25);
    expect(await story.waiting()).toContain('p01 review-goal goal-1');
    expect(await story.refusal('p02', 'review-goal', { goal: 'goal-1', decision: 'keep' })).toContain('set-agenda');
    expect(await story.mails('is to be looked at again')).toHaveLength(1);
    await story.pass(4);
    expect(await story.mails('still waits to be looked at')).toHaveLength(1);
    await story.pass(4);
    expect(await story.waiting()).toContain('p02 review-goal goal-1');
    expect(await story.refusal('p02', 'review-goal', { goal: 'goal-1', decision: 'change' })).toContain(
      'atLeast or atMost',
    );
    expect(await story.refusal('p01', 'review-goal', { goal: 'goal-7', decision: 'drop' })).toContain('goal-1, goal-2');
  });

  it('keeps the change with who made it and why; the next check goes by it, and nobody is asked any more', async () => {
    const review = await story.day(30);
    const change = { goal: 'goal-1', decision: 'change', atMost: 0.2, review, reason: 'We want more' };
    expect(await story.act('p02', 'review-goal', change)).toContain('goal-1 is changed');
    expect((await story.waiting()).filter((line) => line.includes('review-goal'))).toEqual([]);
    expect((await story.facts('goal'))[0]).toMatchObject({ version: 2, atMost: 0.2, review, by: 'p02' });
    await story.act('p01', 'contribute', { text: 'Ours' });
    await story.act('p01', 'contribute', { text: 'Another' });
    const [row] = (await story.section('goals')).tables[0]?.rows ?? [];
    expect([row?.[2], row?.[4], row?.[5]]).toEqual(['at most 0.20', 'above', 2]);
    await story.pass(32);
    expect(await story.waiting()).toContain('p01 review-goal goal-1');
    await story.act('p01', 'review-goal', { goal: 'goal-1', decision: 'drop' });
    expect((await story.section('goals')).paragraphs[0]).toContain('1 target dropped');
    expect(await story.refusal('p01', 'review-goal', { goal: 'goal-1', decision: 'keep' })).toContain('was dropped');
  });
});
