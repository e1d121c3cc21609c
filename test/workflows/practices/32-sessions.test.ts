import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../../data/records/index.ts';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { announce } from './sessions-story.ts';

const WEEKS = Object.fromEntries(STAGES.map((stage) => [stage, 'P7D']));

describe('Story 32: formats vary, and the report says when they narrow', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'sessions-32', practices: { sessions: {} } },
      charter: { learning: { cycles: 2, stages: WEEKS } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('does not know a format that nobody knows', async () => {
    await expect(announce(story, 2, { format: 'lecture' })).rejects.toThrow('format');
  });

  it('counts the mix of each cycle, and notes that it narrows', async () => {
    await announce(story, 2, { format: 'talk' });
    await announce(story, 3, { format: 'open-space' });
    await story.pass(5);
    const first = await story.section('sessions');
    expect(first.figures[1]).toMatchObject({ value: 0.5 });
    expect(first.notes).toEqual([]);
    await story.pass(40);
    await announce(story, 2, { format: 'talk' });
    await announce(story, 3, { format: 'talk' });
    await story.pass(5);
    const section = await story.section('sessions');
    expect(section.figures[1]).toMatchObject({ value: 0 });
    expect(section.tables[0]?.rows.map((row) => [row[0], row[2]])).toEqual([
      [1, '1 × open space, 1 × talk'],
      [2, '2 × talk'],
    ]);
    expect(section.notes[0]).toContain('narrows');
  });
});
