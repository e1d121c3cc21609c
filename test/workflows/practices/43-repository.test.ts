import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const CASE = { type: 'case', title: 'How it went', summary: 'In short', tags: ['intake'] };

describe('Story 43: members say how useful it was, and what nobody looks after is marked as stale', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'curation' },
      practices: { repository: { reviewAfter: 'P30D', escalateAfter: 'P7D', staleAfter: 'P7D' } },
    });
    for (const person of ['p05', 'p06', 'p07', 'p08']) await story.act(person, 'share-artifact', CASE);
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes a member’s newest rating, from 1 to 4, and not the maker’s own', async () => {
    expect(await story.refusal('p05', 'rate-artifact', { artifact: 'artifact-1', usefulness: 4 })).toContain(
      'You made',
    );
    expect(await story.refusal('p09', 'rate-artifact', { artifact: 'artifact-1', usefulness: 5 })).toContain(
      'at most 4',
    );
    await story.act('p09', 'rate-artifact', { artifact: 'artifact-1', usefulness: 1 });
    await story.act('p09', 'rate-artifact', { artifact: 'artifact-1', usefulness: 4 });
    for (const person of ['p10', 'p11', 'p12']) {
      await story.act(person, 'rate-artifact', { artifact: 'artifact-1', usefulness: 2 });
    }
    expect(await story.facts('artifact-rating')).toHaveLength(4);
    expect((await story.section('repository')).paragraphs[0]).not.toContain('ratings');
    await story.act('p04', 'rate-artifact', { artifact: 'artifact-1', usefulness: 3 });
    expect((await story.section('repository')).paragraphs[0]).toContain('40\u00a0% of ratings');
  });

  it('asks who looks after it by the day; others are not heard', async () => {
    await story.pass(31);
    const waiting = await story.waiting();
    expect(waiting.filter((one) => one.includes('review-artifact'))).toEqual([
      ...['p05 review-artifact artifact-1', 'p06 review-artifact artifact-2', 'p07 review-artifact artifact-3'],
      'p08 review-artifact artifact-4',
    ]);
    expect(await story.refusal('p06', 'review-artifact', { artifact: 'artifact-1', decision: 'keep' })).toContain(
      'Only who looks after',
    );
    expect(await story.refusal('p05', 'review-artifact', { artifact: 'artifact-1', decision: 'update' })).toContain(
      'say what changes',
    );
    const change = { artifact: 'artifact-1', decision: 'update', summary: 'With a translation' };
    expect(await story.act('p05', 'review-artifact', change)).toContain('version 2');
    expect(await story.act('p06', 'review-artifact', { artifact: 'artifact-2', decision: 'retire' })).toContain(
      'retired',
    );
    expect(await story.refusal('p09', 'use-artifact', { artifact: 'artifact-2', where: 'x' })).toContain('artifact-2');
  });

  it('goes to the steward when nobody looks, or who looked after it leaves, and is stale in the end', async () => {
    await story.act('p08', 'leave');
    expect(await story.waiting()).toContain('p02 review-artifact artifact-4');
    await story.pass(8);
    expect(await story.waiting()).toContain('p02 review-artifact artifact-3');
    expect(await story.mails('nobody has looked at this')).toHaveLength(2);
    await story.act('p02', 'review-artifact', { artifact: 'artifact-4', decision: 'keep' });
    await story.pass(8);
    const states = (await story.facts('artifact')).map(({ artifact, status }) => `${artifact} ${status}`);
    expect(states).toEqual([...['artifact-1 current', 'artifact-2 retired', 'artifact-3 stale', 'artifact-4 current']]);
    // Stale or not, who looks at it at last brings it back.
    await story.act('p02', 'review-artifact', { artifact: 'artifact-3', decision: 'keep' });
    expect((await story.facts('artifact'))[2]).toMatchObject({ status: 'current', reviews: { due: 1, inTime: 0 } });
    expect((await story.section('repository')).figures[2]).toMatchObject({
      ...{ label: 'Looked at again in time', value: 2 / 4 },
    });
  });
});
