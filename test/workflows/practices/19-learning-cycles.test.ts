import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../../data/records/index.ts';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 19: a cycle goes through its six stages, each of which takes what members give', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    const week = Object.fromEntries(STAGES.map((stage) => [stage, 'P7D']));
    story = await Story.begin({
      env,
      network: 'cycles',
      practices: {},
      charter: { learning: { cycles: 1, stages: week, smallestContributions: 2 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const stageNow = async () => (await story.facts('cycle')).find(({ cycle }) => cycle === 1)?.stage;

  it('solves together after the exchange, and lets a facilitator end a stage that has enough', async () => {
    expect(await stageNow()).toBe('frame');
    await story.pass(7);
    expect(await stageNow()).toBe('exchange');
    expect(await story.refusal('p03', 'end-stage')).toContain('has 0 of the 2 contributions');
    await story.act('p05', 'contribute', { text: 'How our desk does it' });
    await story.act('p06', 'contribute', { text: 'Our form', helped: 'p05' });
    await story.act('p03', 'end-stage');
    expect(await stageNow()).toBe('solve-together');
    await story.act('p07', 'contribute', { text: 'Why both offices ask twice' });
    expect((await story.facts('contribution')).map(({ stage }) => stage)).toEqual([
      ...['exchange', 'exchange', 'solve-together'],
    ]);
    expect(await story.mails('the next stage is open')).not.toHaveLength(0);
  });

  it('goes on by its time boxes alone until it has fed back', async () => {
    const seen: unknown[] = [];
    for (let week = 0; week < 4; week += 1) {
      seen.push(await stageNow());
      await story.pass(7);
    }
    expect([...seen, await stageNow()]).toEqual([
      ...['solve-together', 'co-create', 'adapt-and-apply', 'feed-back', 'done'],
    ]);
    expect(await story.refusal('p05', 'contribute', { text: 'Too late' })).not.toBe('');
  });
});
