import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 34: members promise, are reminded and asked, and only the share of all is shown', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'commitments', practices: { commitments: { openPerMember: 1 } } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes a promise for a day to come, one at a time, and reminds before that day', async () => {
    expect(await story.refusal('p05', 'commit', { text: 'Yesterday', due: await story.day(-1) })).toContain(
      'no day to come',
    );
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09', 'p10']) {
      await story.act(person, 'commit', { text: `Try the form (${person})`, due: await story.day(10) });
    }
    expect(await story.refusal('p05', 'commit', { text: 'More', due: await story.day(10) })).toContain('1 is the most');
    await story.pass(8);
    const mails = await story.mails('your promise is due soon');
    expect(mails).toHaveLength(6);
    expect(mails.filter((text) => text.includes('Try the form (p05)'))).toHaveLength(1);
  });

  it('asks after the day; the answer is its owner’s', async () => {
    await story.pass(4);
    expect(await story.waiting()).toContain('p05 settle-commitment promise-1');
    expect(await story.refusal('p06', 'settle-commitment', { commitment: 'promise-1', kept: true })).toContain(
      'its owner',
    );
    for (const [index, person] of ['p05', 'p06', 'p07', 'p08'].entries()) {
      await story.act(person, 'settle-commitment', { commitment: `promise-${index + 1}`, kept: index > 0 });
    }
    expect((await story.section('commitments')).figures[0]).toMatchObject({ value: null });
  });

  it('shows the share of all once five owners have answered, and nobody’s own', async () => {
    await story.act('p09', 'settle-commitment', { commitment: 'promise-5', kept: true });
    const section = await story.section('commitments');
    expect(section.figures[0]).toMatchObject({ value: 0.8 });
    expect(JSON.stringify(section)).not.toMatch(/p0\d|promise-\d/);
  });

  it('ends in silence where nobody says anything', async () => {
    await story.pass(20);
    const last = (await story.facts('commitment')).find(({ commitment }) => commitment === 'promise-6');
    expect(last).toMatchObject({ status: 'unsaid' });
    expect(await story.waiting()).not.toContain('p10 settle-commitment promise-6');
  });
});
