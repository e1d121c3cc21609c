import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const STAGES = {
  ...{ frame: 'P1D', exchange: 'P2D', 'solve-together': 'P1D', 'co-create': 'P2D' },
  ...{ 'adapt-and-apply': 'P2D', 'feed-back': 'P2D' },
};
const CANARY = 'The canary says that meetings run over';

describe('Story 40: after a cycle members say how they worked together, and every point gets an answer', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const answer = (person: string, time: number, change?: string) =>
    story.act(person, 'answer-questionnaire', {
      round: 'after-action-1',
      answers: { question: 3, voices: 4, time, home: 3, ...(change === undefined ? {} : { change }) },
    });
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'after-action', members: 10 },
      practices: { 'after-action': { open: 'P5D', askAgainEvery: 'P3D' } },
      charter: { learning: { cycles: 2, stages: STAGES } },
    });
    await story.pass(11);
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks all after the cycle; who did not say a word about one sentence is told which', async () => {
    expect((await story.facts('questionnaire-round'))[0]).toMatchObject({ round: 'after-action-1', cycle: 1 });
    expect(
      await story.refusal('p05', 'answer-questionnaire', { round: 'after-action-1', answers: { question: 3 } }),
    ).toContain('voices: is missing');
    expect(
      await story.refusal('p03', 'answer-point', { round: 'after-action-1', point: 1, did: 'Nothing yet' }),
    ).toContain('not closed yet');
    await answer('p05', 1, CANARY);
    for (const person of ['p06', 'p07', 'p08', 'p09']) await answer(person, 2);
  });

  it('puts each point to the facilitators once it is closed: the sentence that few agree with, and what was written', async () => {
    await story.pass(6);
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(['p03 answer-point after-action-1.1', 'p03 answer-point after-action-1.2']),
    );
    const mails = await story.mails('members said; what do we do');
    expect(mails.some((text) => text.includes('Few agree with'))).toBe(true);
    expect(mails.some((text) => text.includes(CANARY))).toBe(true);
    // No mail, and no fact, says who wrote it.
    expect(mails.filter((text) => text.includes('p05'))).toEqual([]);
    expect(JSON.stringify(await story.facts('said-and-did'))).not.toMatch(/p05|canary/);
    expect((await story.section('after-action')).figures[0]).toMatchObject({ value: 0 });
  });

  it('asks again until all is said, and everybody hears what is done', async () => {
    await story.pass(4);
    expect((await story.mails('members said; what do we do')).length).toBeGreaterThanOrEqual(4);
    expect(await story.refusal('p05', 'answer-point', { round: 'after-action-1', point: 1, did: 'So' })).toContain(
      'Only',
    );
    expect(
      await story.act('p03', 'answer-point', { round: 'after-action-1', point: 1, did: 'From now on 50 minutes' }),
    ).toContain('1 more point waits');
    expect(
      await story.refusal('p03', 'answer-point', { round: 'after-action-1', point: 1, did: 'Once more' }),
    ).toContain('waits for no answer');
    expect(
      await story.act('p01', 'answer-point', { round: 'after-action-1', point: 2, did: 'Somebody keeps time' }),
    ).toContain('Every point has its answer');
    const told = await story.mails('you said, we did');
    expect(told).toHaveLength(20);
    expect(await story.waiting()).not.toContain('p03 answer-point after-action-1.2');
    const section = await story.section('after-action');
    expect(section.figures[0]).toMatchObject({ value: 1 });
    expect(section.tables[0]?.rows[2]).toEqual(['The time we spent together was well used.', 5, 1.8, '1.24 to 2.36']);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|canary/);
  });
});
