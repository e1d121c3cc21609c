import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';

describe('Story 25: members try things out, and the report holds the mix against what was aimed at', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'experiments-25', practices: { experiments: { openPerMember: 1 } } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes what is expected, what would show it, and what would end it; not for ever, and one at a time', async () => {
    expect(await tryOut(story, 'p05', 30)).toContain('experiment-1');
    expect(await story.facts('experiment')).toMatchObject([{ member: 'p05', trial: 'safe-test', status: 'running' }]);
    expect(JSON.stringify(await story.facts('experiment'))).not.toContain('One page');
    // The very same once more would be the same submission, with the same answer.
    await expect(tryOut(story, 'p05', 31)).rejects.toThrow('1 is the most');
    await expect(tryOut(story, 'p06', 400)).rejects.toThrow('further off than an experiment lasts here');
    await expect(tryOut(story, 'p06', -1)).rejects.toThrow('no day to come');
  });

  it('is in the report as a mix', async () => {
    await tryOut(story, 'p06', 30, 'pilot');
    await tryOut(story, 'p07', 30, 'pilot');
    await tryOut(story, 'p08', 30, 'exploration');
    const section = await story.section('experiments');
    expect(section.tables[0]?.rows).toEqual([
      ['safe tests', 1, 0.25, 0.5],
      ['uncertain explorations', 1, 0.25, 0.3],
      ['bounded pilots', 2, 0.5, 0.2],
    ]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });
});
