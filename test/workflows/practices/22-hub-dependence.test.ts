import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 22: what the coordinating team does is told apart from what members do for each other', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'hub-dependence', practices: {} });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes contributions of members alone, and only while a stage is open', async () => {
    expect(await story.refusal('nobody@example.org', 'contribute', { text: 'Mine' })).toContain('Nobody of');
    // p01 and p02 are the coordinating team.
    await story.act('p01', 'contribute', { text: 'How we begin', helped: 'p05' });
    await story.act('p02', 'contribute', { text: 'What to read', helped: 'p06' });
    await story.act('p05', 'contribute', { text: 'Our form', helped: 'p07' });
    await story.act('p06', 'contribute', { text: 'Our hours' });
    expect(await story.facts('contribution')).toHaveLength(4);
  }, 60_000);

  it('is in the report: their share of contributions and of answers, beside their share of members', async () => {
    const { figures } = await story.section('holding');
    expect(figures.find(({ label }) => label === 'Work done by the coordinating team')).toMatchObject({
      ...{ value: 0.5, note: expect.stringContaining('of members') },
    });
    expect(figures.find(({ label }) => label === 'Answers given by the coordinating team')).toMatchObject({
      ...{ value: expect.closeTo(2 / 3, 9), note: 'of 3 contributions that helped somebody' },
    });
  }, 60_000);

  it('falls as members answer each other', async () => {
    for (const person of ['p07', 'p08', 'p09', 'p10']) {
      await story.act(person, 'contribute', { text: `Mine, ${person}`, helped: 'p05' });
    }
    const { figures } = await story.section('holding');
    expect(figures.find(({ label }) => label === 'Work done by the coordinating team')?.value).toBe(0.25);
  }, 60_000);
});
