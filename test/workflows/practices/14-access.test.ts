import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const PEOPLE = ['p05', 'p06', 'p07', 'p08', 'p09'];

describe('Story 14: what people need is read by those alone who see to it, stipends are decided, and the report counts', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'access', practices: { access: { most: 500 } } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('hands the words to those who see to it, and to nobody else', async () => {
    for (const person of PEOPLE) {
      expect(await story.act(person, 'state-access-need', { text: `A hearing loop for ${person}` })).toContain('need-');
    }
    const mails = await story.mails('what somebody needs');
    expect(mails).toHaveLength(5);
    expect(mails.every((text) => text.includes('To: p03@example.org'))).toBe(true);
    expect(mails.some((text) => text.includes('A hearing loop for p05'))).toBe(true);
    expect(JSON.stringify(await story.facts('access-need'))).not.toContain('hearing');
    expect(await story.refusal('p01', 'settle-access-need', { need: 'need-1', met: true })).toContain('who see to it');
    expect((await story.section('access')).figures[0]).toMatchObject({
      ...{ value: null, note: expect.stringContaining('fewer than 5 people') },
    });
  });

  it('is settled by them, or by the person; the person hears of it', async () => {
    for (const at of [1, 2, 3]) await story.act('p03', 'settle-access-need', { need: `need-${at}`, met: true });
    await story.act('p03', 'settle-access-need', { need: 'need-4', met: false });
    await story.act('p09', 'settle-access-need', { need: 'need-5', met: true });
    expect(await story.refusal('p03', 'settle-access-need', { need: 'need-5', met: true })).toContain(
      'need-5 has ended',
    );
    const mails = await story.mails('about what you need');
    expect(mails).toHaveLength(4);
    expect(mails.filter((text) => text.includes('could not be met'))).toHaveLength(1);
  });

  it('a need that waits comes to the deputy without its words; who leaves needs nothing any more', async () => {
    await story.act('p10', 'state-access-need', { text: 'Somebody who signs' });
    await story.act('p11', 'state-access-need', { text: 'Later in the day' });
    await story.act('p11', 'leave');
    await story.pass(11);
    const waits = await story.mails('waits for what they need');
    expect(waits.map((text) => /To: (p\d\d)/.exec(text)?.[1]).sort()).toEqual(['p02', 'p03']);
    expect(waits.join()).not.toContain('signs');
    const needs = await story.facts('access-need');
    expect(needs.find(({ member }) => member === 'p11')).toMatchObject({ status: 'withdrawn' });
    expect((await story.waiting()).filter((entry) => entry.includes('need'))).toEqual([
      'p03 settle-access-need need-6',
    ]);
  });

  it('a stipend is decided by the named role; nobody decides on their own, and late ones come to the deputy', async () => {
    expect(await story.refusal('p05', 'ask-stipend', { amount: 501 })).toContain('500 is the most');
    for (const person of PEOPLE) await story.act(person, 'ask-stipend', { amount: 100, text: 'For the train' });
    const asked = (await story.facts('stipend')).map(({ stipend }) => stipend).sort();
    expect(asked).toHaveLength(5);
    const [a, b, c, d, e] = asked as [string, string, string, string, string];
    expect(await story.refusal('p02', 'decide-stipend', { stipend: a, approve: true })).toContain('Only a lead');
    expect(await story.refusal('p01', 'decide-stipend', { stipend: a, approve: true, amount: 120 })).toContain(
      'No more',
    );
    await story.act('p01', 'decide-stipend', { stipend: a, approve: true });
    await story.act('p01', 'decide-stipend', { stipend: b, approve: true, amount: 60 });
    await story.act('p01', 'decide-stipend', { stipend: c, approve: true });
    await story.act('p01', 'decide-stipend', { stipend: d, approve: false, reason: 'Ask your clinic first' });
    expect((await story.mails('your stipend')).filter((text) => text.includes('EUR 60.00'))).toHaveLength(1);
    expect((await story.mails('your stipend')).filter((text) => text.includes('Ask your clinic'))).toHaveLength(1);
    await story.pass(11);
    await story.act('p02', 'decide-stipend', { stipend: e, approve: true });
    await story.act('p01', 'ask-stipend', { amount: 50 });
    const own = (await story.facts('stipend')).find(({ member }) => member === 'p01')!.stipend;
    expect(await story.refusal('p01', 'decide-stipend', { stipend: own, approve: true })).toContain('their own');
    expect(await story.waiting()).toContain(`p02 decide-stipend ${own}`);
  });

  it('is in the report: counts of five or more, and which groups take part', async () => {
    for (const person of ['p01', 'p03', 'p05', 'p02']) await story.act(person, 'contribute', { text: 'Our form' });
    const { figures, paragraphs, tables } = await story.section('access');
    expect(figures).toMatchObject([
      { label: 'Access needs met', value: 0.8 },
      { label: 'Stipends approved', value: 0.8, note: expect.stringMatching(/^of 5; 95 % interval/) },
    ]);
    expect(paragraphs[0]).toContain('EUR 360 of EUR 500');
    // In the North three of five take part (one has left), in the South one of six.
    expect(tables[0]?.rows.map(([group, ratio]) => [group, ratio])).toEqual([
      ['North', expect.closeTo(3 / 5 / (1 / 6), 6)],
      ['South', expect.closeTo(1 / 6 / (3 / 5), 6)],
    ]);
  });
});
