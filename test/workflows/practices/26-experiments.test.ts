import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';

describe('Story 26: who tries something is asked how it goes, and decides when its time or its exit has come', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'experiments-26', practices: { experiments: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks every two weeks how it goes, each time anew', async () => {
    await tryOut(story, 'p05', 60);
    await tryOut(story, 'p06', 20);
    await story.pass(15);
    expect(await story.waiting()).toContain('p05 check-in experiment-1');
    expect(await story.refusal('p07', 'check-in', { experiment: 'experiment-1', exitMet: false })).toContain(
      'its owner',
    );
    await story.act('p05', 'check-in', { experiment: 'experiment-1', exitMet: false });
    await story.pass(15);
    expect(await story.waiting()).toContain('p05 check-in experiment-1');
    // The same words two weeks later are another answer.
    await story.act('p05', 'check-in', { experiment: 'experiment-1', exitMet: false });
    expect((await story.facts('experiment'))[0]).toMatchObject({ checkIns: { asked: 2, answered: 2 } });
    const mails = (await story.mails('how does your experiment go')).filter((text) => text.includes('experiment-1'));
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain('Two families complain');
  });

  it('asks for a decision when the exit criterion is met, and at its date', async () => {
    expect(await story.waiting()).toContain('p06 decide-experiment experiment-2');
    const said = await story.act('p05', 'check-in', { experiment: 'experiment-1', exitMet: true });
    expect(said).toContain('decide now');
    expect(await story.waiting()).toContain('p05 decide-experiment experiment-1');
    await story.act('p05', 'decide-experiment', { experiment: 'experiment-1', decision: 'adapt' });
    expect((await story.facts('experiment'))[0]).toMatchObject({ status: 'adapted', exitMet: true });
  });

  it('ends undecided where nobody decides, and says so', async () => {
    await story.pass(20);
    expect((await story.facts('experiment'))[1]).toMatchObject({ status: 'undecided' });
    const section = await story.section('experiments');
    expect(section.figures[0]).toMatchObject({ value: 0.5 });
  });
});
