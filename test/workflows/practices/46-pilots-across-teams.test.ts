import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 46: an experiment is scaled into a practice, and the report says who else took it up', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'pilots-across-teams', practices: { experiments: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const practice = 'one-page-intake';

  it('what is scaled may have a name; whoever tried it has taken it up', async () => {
    const words = { hypothesis: 'One page is enough', success: 'Eight of ten', exit: 'Two complain' };
    await story.act('p05', 'start-experiment', { trial: 'pilot', ...words, until: await story.day(10) });
    await story.pass(11);
    const experiment = 'experiment-1';
    expect(await story.refusal('p05', 'decide-experiment', { experiment, decision: 'adapt', practice })).toContain(
      'Only what is scaled',
    );
    await story.act('p05', 'decide-experiment', { experiment, decision: 'scale', practice });
    expect(await story.facts('experiment')).toMatchObject([{ status: 'scaled', practice }]);
    expect(await story.facts('adoption')).toMatchObject([{ member: 'p05', practice }]);
  }, 60_000);

  it('is in the report: takers outside the region of origin, of all who could', async () => {
    // Of the South, where it was not tried; and one of the North, who does not count.
    for (const person of ['p06', 'p08', 'p10', 'p07']) await story.act(person, 'adopt', { practice });
    const { figures } = await story.section('spread');
    expect(figures).toMatchObject([
      { label: 'Pilots taken up outside the group of origin', value: 0.5, note: expect.stringContaining('3 of 6') },
    ]);
  }, 60_000);
});
