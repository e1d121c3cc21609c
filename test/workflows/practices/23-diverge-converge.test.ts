import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 23: first all ideas come in, without their authors, and only then are they ranked', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'ideas', practices: { 'diverge-converge': { ideasPerMember: 1 } } },
      continueAsNewAfterEvents: 3,
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes ideas, one each, and keeps whose they are out of the store', async () => {
    expect(await story.refusal('p05', 'open-ideas', { question: 'How?' })).toContain('Only a lead or a facilitator');
    await story.act('p03', 'open-ideas', { question: 'How could families tell their story once?' });
    expect(await story.waiting()).toContain('p05 add-idea ideas-1');
    expect(await story.refusal('p03', 'close-ideas', { round: 'ideas-1' })).toContain('two at least');
    for (const person of ['p05', 'p06', 'p07']) {
      await story.act(person, 'add-idea', { round: 'ideas-1', text: `An idea such as ${person} has` });
    }
    expect(await story.refusal('p05', 'add-idea', { round: 'ideas-1', text: 'One more' })).toContain('1 is the most');
    const ideas = await story.facts('idea');
    expect(ideas.map(({ author }) => author)).toEqual([null, null, null]);
    expect(JSON.stringify(ideas)).not.toMatch(/p0\d/);
  });

  it('refuses a ranking before all ideas are in, and an idea after', async () => {
    const ranking = ['ideas-1.idea-1'];
    expect(await story.refusal('p05', 'rank-ideas', { round: 'ideas-1', ranking })).toContain('still come in');
    await story.act('p03', 'close-ideas', { round: 'ideas-1' });
    expect(await story.refusal('p08', 'add-idea', { round: 'ideas-1', text: 'Too late' })).toContain(
      'All ideas are in',
    );
    const [mail] = await story.mails('rank the ideas');
    expect(mail).toContain('An idea such as p06 has');
    expect(await story.waiting()).not.toContain('p05 add-idea ideas-1');
  });

  it('counts the ranking, says what stands on top, and only now whose the ideas were', async () => {
    const rank = (...order: number[]) => ({ round: 'ideas-1', ranking: order.map((idea) => `ideas-1.idea-${idea}`) });
    expect(await story.refusal('p05', 'rank-ideas', rank(9))).toContain('There is no ideas-1.idea-9');
    for (const person of ['p05', 'p06', 'p07', 'p08']) await story.act(person, 'rank-ideas', rank(2, 1));
    await story.act('p09', 'rank-ideas', rank(3));
    await story.pass(6);
    expect(await story.facts('idea-round')).toMatchObject([
      {
        status: 'decided',
        ideas: 3,
        voted: 5,
        eligible: 12,
        order: ['ideas-1.idea-2', 'ideas-1.idea-3', 'ideas-1.idea-1'],
      },
    ]);
    expect((await story.facts('idea')).map(({ author }) => author)).toEqual(['p05', 'p06', 'p07']);
    expect(await story.mails('what came out on top')).toHaveLength(12);
    const section = await story.section('diverge-converge');
    expect(section.tables[0]?.rows).toEqual([
      ['ideas-1', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), 3, 5, expect.closeTo(5 / 12), 'ideas-1.idea-2'],
    ]);
  });

  it('ends where nobody has an idea', async () => {
    await story.act('p03', 'open-ideas', { question: 'What else?' });
    await story.pass(6);
    expect((await story.facts('idea-round')).at(-1)).toMatchObject({ round: 'ideas-2', status: 'ended', ideas: 0 });
    expect((await story.waiting()).filter((entry) => entry.includes('ideas-2'))).toEqual([]);
  });
});
