import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 39: one organisation gives and gets nothing back; the report says so and names nobody', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'reciprocity', practices: {}, members: 20 });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps whom a contribution helped', async () => {
    expect(await story.refusal('p06', 'contribute', { text: 'Ours', helped: 'somebody' })).toContain(
      'nobody in the roster',
    );
    // Organisation O1 helps O2, and is not helped.
    for (const [at, person] of ['p02', 'p06', 'p10', 'p14', 'p18'].entries()) {
      await story.act(person, 'contribute', { text: `Ours, ${at}`, helped: 'p03' });
      await story.act(person, 'contribute', { text: `And this, ${at}`, helped: 'p07' });
    }
    expect((await story.facts('contribution')).filter(({ helped }) => helped !== null)).toHaveLength(10);
  }, 90_000);

  it('is in the report by organisation, with the imbalance in words, and how many members do both', async () => {
    const section = await story.section('give-and-take');
    expect(section.paragraphs).toEqual([
      '10 acts of help between members are recorded.',
      'O1 gave others three times what came back, or more.',
      'O2 received three times what they gave others, or more.',
    ]);
    const [byGroup, byMember] = section.tables;
    expect(byGroup?.rows.slice(0, 3)).toEqual([
      ['O0', 0, 0, 0],
      ['O1', 10, 0, 10],
      ['O2', 0, 10, -10],
    ]);
    // Two received: too few to say.
    expect(byMember?.rows[2]).toEqual(['received only', { suppressed: expect.any(String) }]);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
  }, 60_000);
});
