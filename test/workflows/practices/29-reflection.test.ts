import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const STAGES = {
  ...{ frame: 'P2D', exchange: 'P2D', 'solve-together': 'P2D', 'co-create': 'P3D' },
  ...{ 'adapt-and-apply': 'P3D', 'feed-back': 'P3D' },
};

describe('Story 29: a cycle needs action and reflection, and where one is missing somebody hears of it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'balance', members: 8 },
      practices: { reflection: { every: 'P60D', open: 'P10D' }, stories: {}, 'after-action': { open: 'P4D' } },
      charter: { learning: { cycles: 3, stages: STAGES } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('tells the facilitators of a cycle in which nobody looked back, and prompts at once', async () => {
    expect((await story.section('reflection')).figures[1]).toMatchObject({ value: null });
    expect(await story.refusal('p05', 'adopt', { practice: 'shared-intake', since: '2099-01-01' })).toContain(
      'not come',
    );
    await story.act('p05', 'adopt', { practice: 'shared-intake' });
    await story.act('p06', 'adopt', { practice: 'shared-intake' });
    await story.pass(16);
    const mails = await story.mails('this cycle was one-sided');
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain('no reflection');
    expect(await story.waiting()).toContain('p05 answer-questionnaire reflection-1');
    expect((await story.section('reflection')).figures[1]).toMatchObject({ value: 0 });
  });

  it('weighs the cycle anew when answers to the after-action pulse come in', async () => {
    for (const person of ['p05', 'p06']) {
      await story.act(person, 'answer-questionnaire', {
        ...{ round: 'after-action-1', answers: { question: 3, voices: 3, time: 3, home: 3 } },
      });
    }
    await story.pass(5);
    expect(await story.facts('cycle-balance')).toMatchObject([
      { cycle: 1, action: { adoptions: 2 }, reflection: { reflections: 0, stories: 0, afterAction: 2 } },
    ]);
    expect((await story.section('reflection')).figures[1]).toMatchObject({ value: 1 });
  });

  it('tells of a cycle without action, too; the figure is the mean over cycles', async () => {
    for (const person of ['p05', 'p07', 'p08']) {
      await story.act(person, 'tell-story', { text: 'It helped', value: 'potential', cycle: 2, share: false });
    }
    await story.pass(11);
    const mails = await story.mails('this cycle was one-sided');
    expect(mails.filter((text) => text.includes('no action'))).toHaveLength(2);
    const section = await story.section('reflection');
    expect(section.figures[1]).toMatchObject({ value: 0.5 });
    expect(section.tables[0]?.rows[1]).toEqual([2, 0, 3, 0]);
  });
});
