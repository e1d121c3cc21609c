import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';

describe('Story 27: a stop says what was learned, and everybody hears it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'experiments-27', practices: { experiments: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('does not take a stop without what was learned', async () => {
    await tryOut(story, 'p05', 30);
    const stop = { experiment: 'experiment-1', decision: 'stop' };
    expect(await story.refusal('p05', 'decide-experiment', stop)).toContain('what was learned');
    await story.act('p05', 'decide-experiment', { ...stop, learned: 'Families want to talk first' });
    const mails = await story.mails('what an experiment that was stopped has shown');
    expect(mails).toHaveLength(12);
    expect(mails[0]).toContain('Families want to talk first');
  });

  it('counts stops with their note in the report', async () => {
    const section = await story.section('experiments');
    expect(section.figures[1]).toMatchObject({ label: 'Stops that say what was learned', value: 1 });
  });
});
