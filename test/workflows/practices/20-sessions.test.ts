import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { announce } from './sessions-story.ts';

describe('Story 20: who works together on a problem is kept, and becomes a tie between each two', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'sessions-20', practices: { sessions: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps who worked with whom on what, when the session has begun', async () => {
    await announce(story, 3);
    const together = { session: 'session-1', people: ['p05', 'p06', 'p08'], on: 'Why families are asked twice' };
    expect(await story.refusal('p05', 'solve-together', together)).toContain('when it has begun');
    await story.pass(4);
    expect(await story.refusal('p09', 'solve-together', together)).toContain('Only one of those who worked on it');
    expect(await story.refusal('p05', 'solve-together', { ...together, people: ['p05', 'p05'] })).toContain(
      'two different',
    );
    await story.act('p05', 'solve-together', together);
    expect(await story.facts('joint-problem')).toMatchObject([
      { problem: 'session-1.problem-1', people: ['p05', 'p06', 'p08'] },
    ]);
    const ties = (await story.facts('tie')).map(({ from, to, type }) => `${from} ${type} ${to}`).sort();
    expect(ties).toEqual([
      ...['p05 solved-with p06', 'p05 solved-with p08', 'p06 solved-with p05', 'p06 solved-with p08'],
      ...['p08 solved-with p05', 'p08 solved-with p06'],
    ]);
  });

  it('knows who was there from it, and takes the same pair once a day', async () => {
    await story.act('p03', 'solve-together', { session: 'session-1', people: ['p05', 'p06'], on: 'The second page' });
    expect(await story.facts('tie')).toHaveLength(6);
    expect(await story.facts('session')).toMatchObject([{ attended: ['p05', 'p06', 'p08'], problems: 2 }]);
    await story.pass(4);
    expect((await story.section('sessions')).paragraphs[0]).toContain('worked together on 2 problems');
  });
});
