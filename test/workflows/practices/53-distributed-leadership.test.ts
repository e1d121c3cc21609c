import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 53: the report says whether a few do the work and whether all turn to one', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'distributed-leadership',
      practices: {},
      charter: { surveys: [{ wave: '1', after: 'P8D', open: 'P10D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('rests on what people gave and whom they turn to', async () => {
    for (const text of ['One', 'Two', 'Three']) await story.act('p05', 'contribute', { text });
    await story.act('p06', 'contribute', { text: 'Four' });
    await story.pass(4);
    expect(await story.refusal('p06', 'answer', { wave: '9', ties: [] })).toContain('9');
    for (let at = 1; at <= 12; at += 1) {
      const person = `p${String(at).padStart(2, '0')}`;
      const to = person === 'p05' ? 'p06' : 'p05';
      await story.act(person, 'answer', { wave: '1', ties: [{ to, type: 'advice' }] });
    }
    await story.pass(11);
  }, 90_000);

  it('is in the report as Gini, centralization and core', async () => {
    const { figures } = await story.section('holding');
    const value = (label: string) => figures.find((figure) => figure.label === label)?.value;
    // 0 ten times, 1 and 3: Σ (2i − 13)·x = 9 + 33 = 42; ÷ (12 · 4).
    expect(value('Inequality of contributions (Gini)')).toBe(0.875);
    expect(value('Centralization of contacts')).toBeGreaterThan(0.5);
    // A core of one or two people is not shown.
    expect(value('Members in the core')).toBeUndefined();
  }, 60_000);
});
