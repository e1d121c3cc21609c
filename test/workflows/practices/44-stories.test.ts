import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 44: members tell what it was worth, and the report counts kinds of value and closed loops', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'stories', practices: { stories: { perMemberAndQuarter: 1 } } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps a story sealed under its teller, as many a quarter as the charter says', async () => {
    const text = 'With your form the first talk takes half the time';
    expect(await story.act('p05', 'tell-story', { text, value: 'realised', cycle: 1, share: true })).toContain(
      'story-1',
    );
    expect(JSON.stringify(await story.facts('story'))).not.toContain('half the time');
    const again = { text: 'More', value: 'applied', share: false };
    expect(await story.refusal('p05', 'tell-story', again)).toContain('1 is the most');
    await story.pass(92);
    expect(await story.act('p05', 'tell-story', again)).toContain('story-2');
  });

  it('shows nothing while fewer than five have told, and counts from then on', async () => {
    expect((await story.section('stories')).paragraphs[0]).toContain('Fewer than 5 members');
    for (const person of ['p06', 'p07', 'p08', 'p09']) {
      await story.act(person, 'tell-story', { text: 'Good to meet', value: 'immediate', share: false });
    }
    const section = await story.section('stories');
    expect(section.figures[0]).toMatchObject({ value: 1 });
    expect(section.tables[0]?.rows.map((row) => row[2])).toEqual([4, 0, 1, 1]);
  });

  it('refuses a kind of value that nobody knows', async () => {
    expect(await story.refusal('p10', 'tell-story', { text: 'x', value: 'great', share: true })).toContain('value');
  });
});
