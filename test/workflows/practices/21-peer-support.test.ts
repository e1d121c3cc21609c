import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 21: a member who is stuck asks, peers are asked by turns, and the report says whether it helps', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'peer-support', practices: { 'peer-support': { peersAsked: 2 } } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks two peers of other organisations, hands the question on, and tells the member of each answer', async () => {
    const said = await story.act('p05', 'ask-for-help', { text: 'How do both offices accept one form?' });
    expect(said).toContain('request-1');
    const [request] = await story.facts('support-request');
    expect(request).toMatchObject({ request: 'request-1', askedBy: 'p05', status: 'open', escalated: false });
    expect(request?.asked).toHaveLength(2);
    // p05 is of organisation O0, with p01 and p09.
    expect(request?.asked.filter((peer) => ['p01', 'p05', 'p09'].includes(peer))).toEqual([]);
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(request!.asked.map((peer) => `${peer} help request-1`)),
    );
    expect((await story.mails('asks for your help')).map((text) => text.includes('How do both offices'))).toEqual([
      true,
      true,
    ]);
    await story.pass(1);
    const [helper] = request!.asked as [string];
    expect(await story.refusal('p05', 'help', { request: 'request-1', text: 'Myself' })).toContain('your own request');
    await story.act(helper, 'help', { request: 'request-1', text: 'Begin with three fields' });
    expect((await story.mails('an answer to your request'))[0]).toContain('Begin with three fields');
    expect(await story.facts('tie')).toMatchObject([{ from: 'p05', to: helper, type: 'helped-by' }]);
  });

  it('lets only the one who asked say how it went, once', async () => {
    expect(await story.refusal('p06', 'end-request', { request: 'request-1', resolved: true })).toContain('who asked');
    await story.act('p05', 'end-request', { request: 'request-1', resolved: true });
    expect(await story.facts('support-request')).toMatchObject([{ status: 'resolved' }]);
    expect(await story.refusal('p05', 'end-request', { request: 'request-1', resolved: false })).toContain(
      'request-1 has ended',
    );
    expect((await story.waiting()).filter((entry) => entry.includes('request-1'))).toEqual([]);
  });

  it('reminds, then asks facilitators, then ends by itself where nobody answers', async () => {
    await story.act('p06', 'ask-for-help', { text: 'Who has a template?' });
    await story.pass(4);
    expect(await story.mails('nobody has answered yet')).toHaveLength(2);
    await story.pass(4);
    expect(await story.waiting()).toContain('p03 help request-2');
    await story.pass(21);
    const requests = await story.facts('support-request');
    expect(requests.find(({ request }) => request === 'request-2')).toMatchObject({
      status: 'lapsed',
      escalated: true,
    });
  });

  it('takes turns: whoever was asked least comes first, and nobody has more open than the charter says', async () => {
    for (const person of ['p07', 'p08']) await story.act(person, 'ask-for-help', { text: 'Help' });
    const requests = await story.facts('support-request');
    const asked = requests.flatMap((request) => request.asked);
    expect(Math.max(...asked.map((peer) => asked.filter((other) => other === peer).length))).toBeLessThanOrEqual(2);
    await story.act('p07', 'ask-for-help', { text: 'More help' });
    expect(await story.refusal('p07', 'ask-for-help', { text: 'Even more' })).toContain('2 is the most');
  });

  it('is in the report, with how many it rests on', async () => {
    const section = await story.section('peer-support');
    expect(section.paragraphs[0]).toContain('asked for help');
    expect(section.figures.find(({ label }) => label.startsWith('Requests'))).toMatchObject({ value: 1 });
  });

  it('is refused in words where the charter has not switched it on', async () => {
    expect(await story.refusal('p05', 'commit', { text: 'Try it', due: '2030-01-01' })).toContain(
      'practices.commitments',
    );
  });
});
