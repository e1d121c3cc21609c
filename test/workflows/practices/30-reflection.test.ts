import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const OWN = 'I found out that I talk too much';

describe('Story 30: members look back alone and with others; what they write is theirs, and only that they did is counted', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const reflect = (person: string, item: string, text: string) =>
    story.act(person, 'answer-questionnaire', {
      round: `reflection-${item === 'alone-1' ? 1 : 2}`,
      answers: { [item]: text },
    });
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'reflection', members: 8 },
      practices: { reflection: { every: 'P20D', open: 'P10D', modalities: ['alone', 'peer'] } },
    });
    await story.pass(21);
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('puts the prompts of one modality at a time', async () => {
    const mails = await story.mails('Reflection');
    expect(mails).toHaveLength(8);
    expect(mails[0]).toContain('alone-1: What did you do differently');
    expect(mails[0]).not.toContain('peer-1');
    expect(
      await story.refusal('p05', 'answer-questionnaire', { round: 'reflection-1', answers: { 'alone-1': ' ' } }),
    ).toContain('alone-1');
    expect(await story.refusal('p05', 'answer-questionnaire', { round: 'reflection-1' })).toContain('says nothing');
  });

  it('seals what is written: no fact and no mail holds it, and a second text is refused', async () => {
    expect(await reflect('p05', 'alone-1', OWN)).toContain('yours alone');
    for (const person of ['p06', 'p07', 'p08']) await reflect(person, 'alone-1', `Something of ${person}`);
    expect(
      await story.refusal('p05', 'answer-questionnaire', { round: 'reflection-1', answers: { 'alone-1': 'x' } }),
    ).toContain('already');
    expect(JSON.stringify(await story.facts('questionnaire-answer'))).not.toContain('talk too much');
    expect(await story.mails('shares a reflection')).toEqual([]);
  });

  it('shares by its writer’s own act alone, once', async () => {
    expect(await story.act('p04', 'share-reflection', { round: 'reflection-1' })).toContain('nothing of yours');
    expect(await story.act('p05', 'share-reflection', { round: 'reflection-1' })).toContain('everybody can read it');
    const mails = await story.mails('shares a reflection');
    expect(mails).toHaveLength(8);
    expect(mails[0]).toContain(OWN);
    // The same once more is the same submission: the same receipt, and nobody hears of it twice.
    await story.act('p05', 'share-reflection', { round: 'reflection-1' });
    expect(await story.mails('shares a reflection')).toHaveLength(8);
  });

  it('counts completions from five on, and shows nobody’s', async () => {
    await story.pass(11);
    expect((await story.section('reflection')).figures[0]).toMatchObject({ value: null });
    await story.pass(10);
    for (const person of ['p05', 'p06']) await reflect(person, 'peer-1', 'We compared our forms');
    await story.pass(11);
    const section = await story.section('reflection');
    expect(section.figures[0]).toMatchObject({ value: 0.375 });
    expect(JSON.stringify(section)).not.toMatch(/p0\d|t-[0-9a-f]{16}/);
  });
});
