import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 2: members propose priorities and rank them, and the result keeps turnout and every round', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'priorities', practices: {}, beginsWhen: 'design' });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes proposals of members while it is time, and no vote yet', async () => {
    for (const person of ['p05', 'p06', 'p07']) await story.act(person, 'propose-priority', { title: `Of ${person}` });
    expect(await story.refusal('p05', 'vote', { ranking: ['priority-1'] })).toContain('The vote has not begun');
    expect(JSON.stringify(await story.facts('priority'))).not.toContain('Of p05');
    await story.pass(1.2);
    expect(await story.refusal('p08', 'propose-priority', { title: 'Late' })).toContain('no longer being proposed');
  });

  it('counts the newest ranking of each, and refuses one that names what nobody proposed', async () => {
    expect(await story.refusal('p05', 'vote', { ranking: ['priority-9'] })).toContain("no priority 'priority-9'");
    expect(await story.waiting()).toContain('p05 vote priorities');
    await story.act('p05', 'vote', { ranking: ['priority-2'] });
    await story.act('p05', 'vote', { ranking: ['priority-3', 'priority-1'] });
    const rankings = { p06: [1, 3], p07: [1, 2], p08: [2, 3], p09: [3, 2], p10: [1] };
    for (const [person, order] of Object.entries(rankings)) {
      await story.act(person, 'vote', { ranking: order.map((number) => `priority-${number}`) });
    }
    await story.pass(1.2);
    const [result] = await story.facts('vote-result');
    // First choices 3, 1, 2; priority-2 goes, its ballot to priority-3: 3 and 3, and the later of the two goes.
    expect(result).toMatchObject({ eligible: 12, voted: 6, order: ['priority-1', 'priority-3', 'priority-2'] });
    expect(result?.rounds).toHaveLength(3);
    expect(result?.rounds[0]?.counts).toEqual({ 'priority-1': 3, 'priority-2': 1, 'priority-3': 2 });
    expect(await story.refusal('p11', 'vote', { ranking: ['priority-1'] })).toContain('The vote is closed');
  });

  it('shows turnout and every round in the report', async () => {
    for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
      await story.act('p01', 'confirm-readiness', { item });
    }
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09']) await story.act(person, 'accept-invitation');
    const section = await story.section('agenda');
    expect(section.paragraphs[0]).toContain('6 of 12 members');
    const rounds = section.tables.find(({ id }) => id === 'vote-rounds');
    expect(rounds?.rows).toEqual([
      ['priority-1', 3, 3, 4],
      ['priority-3', 2, 3, null],
      ['priority-2', 1, null, null],
    ]);
    expect(JSON.stringify(section)).not.toMatch(/"p\d\d"/);
  });
});
