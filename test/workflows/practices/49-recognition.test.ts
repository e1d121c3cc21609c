import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const CASE = { type: 'case', title: 'How it went', summary: 'In short', tags: ['intake'] };

describe('Story 49: who helps is thanked in private, and named only where they agree; nobody is ranked', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'recognition', continueAsNewAfterEvents: 2 },
      practices: { recognition: { every: 'P30D', askFor: 'P7D' }, 'peer-support': {}, repository: {} },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('finds evidence in the facts, and thanks each in private', async () => {
    await story.act('p05', 'ask-for-help', { text: 'How do you begin?' });
    await story.act('p10', 'help', { request: 'request-1', text: 'With three fields' });
    await story.act('p05', 'end-request', { request: 'request-1', resolved: true });
    for (const person of ['p06', 'p07', 'p08', 'p09']) await story.act(person, 'share-artifact', CASE);
    for (const number of [1, 2, 3]) {
      await story.act('p11', 'use-artifact', { artifact: `artifact-${number}`, where: 'At home' });
    }
    // Of one's own: no evidence of helping anybody.
    await story.act('p09', 'use-artifact', { artifact: 'artifact-4', where: 'At home' });
    expect((await story.section('recognition')).paragraphs[0]).toContain('Nobody has been thanked');
    await story.pass(31);
    const thanked = (await story.facts('recognition')).map(({ member, deed, about }) => `${member} ${deed} ${about}`);
    expect(thanked).toEqual([
      ...['p06 artifact artifact-1', 'p07 artifact artifact-2', 'p08 artifact artifact-3', 'p10 help request-1'],
    ]);
    const mails = await story.mails('thank you');
    expect(mails).toHaveLength(4);
    expect(mails.filter((mail) => mail.includes('your answer helped'))).toHaveLength(1);
  });

  it('names who agrees, in the order of names, to everybody; silence is no', async () => {
    const agree = { round: 'thanks-1', public: true };
    expect(await story.refusal('p05', 'agree-recognition', agree)).toContain('Only who is thanked');
    await story.act('p10', 'agree-recognition', agree);
    await story.act('p06', 'agree-recognition', agree);
    await story.act('p07', 'agree-recognition', { ...agree, public: false });
    await story.pass(8);
    const mails = await story.mails('thanks to members');
    expect(mails).toHaveLength(12);
    for (const mail of mails) {
      expect(mail).toMatch(/Member p06\r?\nMember p10/);
      expect(mail.replace(/^To:.*$|^Dear .*$/gm, '')).not.toMatch(/Member p0[78]/);
    }
    expect(await story.refusal('p08', 'agree-recognition', agree)).toContain('silence was no');
  });

  it('thanks nobody twice for the same, and shows a share without names', async () => {
    await story.pass(31);
    expect(await story.facts('recognition')).toHaveLength(4);
    const section = await story.section('recognition');
    expect(section.figures[0]).toMatchObject({ value: 1, note: '4 of 4' });
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d|O\d/);
  });
});
