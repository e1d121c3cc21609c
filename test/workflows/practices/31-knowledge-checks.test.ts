import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const RIGHT = { silence: 'unknown', 'named-often': 'turned-to', chance: 'chance', bridge: 'leave' };

describe('Story 31: who wants to checks what they know, and nobody else learns of it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const answer = (person: string, answers: Record<string, string>) =>
    story.act(person, 'answer-questionnaire', { round: 'knowledge-check-1', answers });
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'knowledge', members: 9 },
      practices: { 'knowledge-checks': { every: 'P20D', open: 'P10D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks only those who opted in, and not who opted out again', async () => {
    for (const person of ['p04', 'p05', 'p06', 'p07', 'p08', 'p09']) {
      expect(await story.act(person, 'join-knowledge-checks', { takesPart: true })).toContain('told to you alone');
    }
    await story.act('p04', 'join-knowledge-checks', { takesPart: false });
    await story.pass(21);
    const asked = (await story.waiting()).filter((line) => line.includes('knowledge-check-1'));
    expect(asked.map((line) => line.slice(0, 3))).toEqual(['p05', 'p06', 'p07', 'p08', 'p09']);
    expect(await story.mails('How do you read a network')).toHaveLength(5);
    const refused = await story.refusal('p04', 'answer-questionnaire', { round: 'knowledge-check-1', answers: RIGHT });
    expect(refused).toContain('does not ask you');
  });

  it('tells whoever answers what was right, at once and nowhere else', async () => {
    expect(
      await story.refusal('p05', 'answer-questionnaire', {
        round: 'knowledge-check-1',
        answers: { ...RIGHT, silence: 'maybe' },
      }),
    ).toContain('silence: is no option; give none or unknown or average');
    const told = await answer('p05', { ...RIGHT, silence: 'none' });
    expect(told).toContain('You got 3 of 4 right');
    expect(told).toContain('silence: right is: Nothing: they are unknown.');
    for (const person of ['p06', 'p07', 'p08']) expect(await answer(person, RIGHT)).toContain('4 of 4');
    // The store knows that p05 takes part, and nothing of what p05 knows.
    const facts = JSON.stringify([await story.facts('questionnaire-answer'), await story.facts('knowledge-choice')]);
    expect(facts).not.toMatch(/silence|unknown|right/);
    expect((await story.section('knowledge-checks')).figures[0]).toMatchObject({ value: null });
  });

  it('shows how many were right from five on, question by question', async () => {
    await answer('p09', { ...RIGHT, bridge: 'power' });
    await story.pass(11);
    const section = await story.section('knowledge-checks');
    expect(section.figures[0]).toMatchObject({ value: 0.9 });
    expect(section.tables[0]?.rows.map((row) => row[2])).toEqual([4, 5, 5, 4]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });
});
