import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 51: a rule fires, a person decides, a workflow carries it out, and an outcome check looks at it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'early-intervention',
      practices: {},
      charter: { surveys: [{ wave: '1', after: 'P8D', open: 'P10D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('finds thin exchange and proposes; nothing happens before somebody with the right has decided', async () => {
    await story.pass(4);
    for (let at = 1; at <= 12; at += 1) {
      const name = (number: number) => `p${String(((number - 1) % 12) + 1).padStart(2, '0')}`;
      await story.act(name(at), 'answer', {
        wave: '1',
        ties: [name(at + 2), name(at + 4)].map((to) => ({ to, type: 'advice' })),
      });
    }
    await story.pass(11);
    await story.healthCheck('health-1');
    expect(await story.facts('finding')).toMatchObject([{ rule: 'thin-exchange', value: -1 }]);
    const proposals = await story.facts('proposal');
    expect(proposals).toHaveLength(2);
    // Nobody is in two of them: the cap per person.
    expect(new Set(proposals.flatMap(({ parties }) => parties)).size).toBe(4);
    expect(await story.facts('introduction')).toEqual([]);
    const proposal = proposals[0]!.proposal;
    expect(await story.refusal('p05', 'approve', { proposal })).toContain('Only a lead');
  }, 120_000);

  it('what is approved is carried out, and looked at 30 days later: predicted against observed', async () => {
    const [first, second] = (await story.facts('proposal')).map(({ proposal }) => proposal) as [string, string];
    await story.act('p01', 'approve', { proposal: first });
    await story.act('p01', 'decline', { proposal: second });
    const [introduction] = await story.facts('introduction');
    for (const person of introduction!.members)
      await story.act(person, 'consent', { introduction: first, agree: true });
    for (const person of introduction!.members)
      await story.act(person, 'confirm-met', { introduction: first, met: true });
    await story.pass(31);
    const [outcome] = await story.facts('outcome');
    expect(outcome).toMatchObject({ proposal: first, afterDays: 30, tieFormed: true, before: -1 });
    expect(outcome!.observed).toBeGreaterThan(-1);
    const tables = (await story.section('actions')).tables.map(({ id }) => id);
    expect(tables).toEqual(expect.arrayContaining(['earlier-proposals', 'outcomes']));
  }, 120_000);

  it('rests for its cooldown, and one switch stops all of it', async () => {
    await story.healthCheck('health-2');
    expect(await story.facts('proposal')).toHaveLength(2);
    expect((await story.section('actions')).paragraphs.join()).toContain('rests until');
    expect(await story.refusal('p05', 'stop-proposals')).toContain('Only a');
    await story.act('p02', 'stop-proposals');
    expect((await story.section('actions')).paragraphs.join()).toContain('proposals are switched off');
  }, 120_000);
});
