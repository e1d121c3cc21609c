import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const ANSWERS = { 'speak-up': 3, ask: 4, differ: 3, risk: 2, trust: 4, worth: 3 };

describe('Story 38: members say anonymously whether they can speak openly, and by name whom they trust', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  const answer = (person: string, round: string, answers: Record<string, unknown> = ANSWERS) =>
    story.act(person, 'answer-questionnaire', { round, answers });
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'pulse', members: 12 },
      practices: { pulse: { every: 'P30D', open: 'P10D', remindEvery: 'P4D', by: 'region', contactsEvery: 'P45D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks every member at the date, with the questions in the mail', async () => {
    expect(await story.refusal('p05', 'answer-questionnaire', { round: 'pulse-1', answers: ANSWERS })).toContain(
      'no round of that name',
    );
    await story.pass(31);
    const mails = await story.mails('Psychological safety and trust');
    expect(mails).toHaveLength(12);
    expect(mails[0]).toContain('speak-up: Here I can say');
    expect((await story.waiting()).filter((line) => line.includes('pulse-1'))).toHaveLength(12);
  });

  it('takes one whole answer of each, and refuses half ones and second ones without repeating what was said', async () => {
    const half = await story.refusal('p05', 'answer-questionnaire', {
      round: 'pulse-1',
      answers: { 'speak-up': 5, mood: 1 },
    });
    expect(half).toContain('speak-up: is something else; give a whole number from 1 to 4');
    expect(half).toContain('worth: is missing');
    expect(half).not.toContain('mood');
    expect(await answer('p05', 'pulse-1')).toContain('nobody can tell which one it was');
    expect(await story.refusal('p05', 'answer-questionnaire', { round: 'pulse-1', answers: ANSWERS })).toContain(
      'answered pulse-1 already',
    );
    expect(await story.waiting()).not.toContain('p05 answer-questionnaire pulse-1');
    for (const person of ['p06', 'p07', 'p08']) await answer(person, 'pulse-1');
    // p04 leaves in the middle, and is no longer asked.
    await story.act('p04', 'leave');
    expect(await story.refusal('p04', 'answer-questionnaire', { round: 'pulse-1', answers: ANSWERS })).toContain(
      'Only active members',
    );
    await story.pass(5);
    const reminders = await story.mails('still open: Psychological');
    expect(reminders).toHaveLength(7);
  });

  it('shows nothing while the round is open, and nothing of four answers', async () => {
    expect((await story.section('pulse')).figures[0]).toMatchObject({ value: null });
    await story.pass(6);
    const [round] = await story.facts('questionnaire-round');
    expect(round).toMatchObject({ status: 'closed', asked: 12, answered: 4, items: null, groups: [] });
    expect((await story.section('pulse')).figures[0]).toMatchObject({ value: null });
    expect(await story.refusal('p09', 'answer-questionnaire', { round: 'pulse-1', answers: ANSWERS })).toContain(
      'is closed',
    );
  });

  it('asks by name about trust and value of contacts; who names themselves is told so', async () => {
    await story.pass(4);
    const contact = (to: string, trust: number) => ({ to, ratings: { trust, value: 3 } });
    expect(
      await story.refusal('p05', 'answer-questionnaire', { round: 'contacts-1', contacts: [contact('p05', 4)] }),
    ).toContain('is yourself');
    for (const [at, person] of ['p05', 'p06', 'p07', 'p08', 'p09'].entries()) {
      await story.act(person, 'answer-questionnaire', {
        round: 'contacts-1',
        contacts: [contact('p01', at < 4 ? 4 : 1), contact('p02', 3)],
      });
    }
    await story.pass(12);
    const section = await story.section('pulse');
    expect(section.figures[1]).toMatchObject({ value: 0.9 });
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });

  it('shows the next round of seven answers with intervals, and no group under five', async () => {
    await story.pass(4);
    const open = (await story.facts('questionnaire-round')).find(({ round }) => round === 'pulse-2');
    expect(open).toMatchObject({ status: 'open' });
    for (const person of ['p01', 'p03', 'p05', 'p07', 'p09', 'p11', 'p02']) await answer(person, 'pulse-2');
    await story.pass(11);
    const section = await story.section('pulse');
    expect(section.figures[0]).toMatchObject({ value: 3.16666666667 });
    // Six of the North answered and one of the South: shown together only.
    expect(section.tables.map(({ id }) => id)).toEqual(['pulse-items']);
    const round = (await story.facts('questionnaire-round')).find(({ round: name }) => name === 'pulse-2');
    expect(round?.groups).toEqual([]);
  });

  it('counts what was answered when the network closes in the middle', async () => {
    await story.pass(19);
    await answer('p06', 'pulse-3');
    await story.act('p01', 'close');
    await story.pass(1);
    const round = (await story.facts('questionnaire-round')).find(({ round: name }) => name === 'pulse-3');
    expect(round).toMatchObject({ status: 'closed', answered: 1, items: null });
    expect(await story.waiting()).toEqual([]);
  });
});
