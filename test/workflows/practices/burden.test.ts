import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story of burden: whoever was asked often enough is spared by every choice, and the report says how many', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    // Each was asked for priorities and to join when learning begins, and by each stage; two more may be asked of them.
    const practices = { 'peer-support': { peersAsked: 2, openPerMember: 9 }, burden: { questionsPerQuarter: 4 } };
    story = await Story.begin({ env, network: 'burden', practices });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks for help by turns, and nobody beyond the cap', async () => {
    const before = (await story.facts('notice')).filter(({ asks, person }) => asks === true && person === 'p12').length;
    expect(before).toBeGreaterThan(0);
    for (let at = 1; at <= 12; at += 1)
      await story.act('p05', 'ask-for-help', { text: `Question ${at}` }).catch(() => '');
    const asked = (await story.facts('notice')).filter(({ template }) => template === 'help-asked');
    const of = (person: string) => asked.filter((notice) => notice.person === person).length;
    const most = Math.max(...asked.map(({ person }) => of(person)));
    expect(before + most).toBe(4);
    expect((await story.facts('sparing')).length).toBeGreaterThan(0);
  });

  it('when all are at the cap, a request goes to facilitators at once and nobody else is asked', async () => {
    for (let at = 1; at <= 3; at += 1) {
      await story.act('p06', 'ask-for-help', { text: `Question ${at}` });
      await story.pass(0.01);
    }
    const requests = await story.facts('support-request');
    expect(requests.some(({ asked, escalated }) => asked.length === 0 && escalated)).toBe(true);
  });

  it('no introduction adds to their load, and the words say why', async () => {
    const said = await story.act('p03', 'propose-introduction', { parties: ['p06', 'p07'] });
    expect(said).toContain('asked as often as the charter allows');
    expect(await story.facts('proposal')).toEqual([]);
  });

  it('is counted every month and in the report; a quarter later they may be asked again', async () => {
    await story.pass(32);
    const section = await story.section('burden');
    expect(section.figures[0]?.value).toBeGreaterThanOrEqual(3);
    expect(section.paragraphs[0]).toMatch(/asked 4 times within three months .* people were spared \d+ times/);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
    await story.pass(91);
    expect(await story.act('p03', 'propose-introduction', { parties: ['p08', 'p07'] })).toContain(
      'waits for a decision',
    );
  });
});
