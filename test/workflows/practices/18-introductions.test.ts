import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const PAIRS = [
  ['p05', 'p06'],
  ['p07', 'p08'],
  ['p09', 'p10'],
] as const;

describe('Story 18: two who agree are introduced, meet, and a survey a quarter later says whether it lasted', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    const surveys = [{ wave: 'later', after: 'P150D', open: 'P14D', types: ['advice'] }];
    story = await Story.begin({ env, network: 'introductions', practices: {}, charter: { surveys } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('puts a proposal to both only after somebody with the right approved it', async () => {
    for (const [at, parties] of PAIRS.entries()) {
      expect(await story.act('p03', 'propose-introduction', { parties })).toContain(`by-hand-${at + 1}`);
    }
    expect(await story.waiting()).toContain('p01 approve by-hand-1');
    expect(await story.refusal('p05', 'approve', { proposal: 'by-hand-1' })).toContain('Only a lead');
    for (const at of [1, 2, 3]) await story.act('p01', 'approve', { proposal: `by-hand-${at}` });
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(PAIRS.flatMap((pair, at) => pair.map((who) => `${who} consent by-hand-${at + 1}`))),
    );
    expect(await story.mails('may we introduce you')).toHaveLength(6);
  });

  it('tells each who the other is only once both agreed, and lets nobody else answer', async () => {
    expect(await story.refusal('p07', 'consent', { introduction: 'by-hand-1', agree: true })).toContain('two other');
    await story.act('p05', 'consent', { introduction: 'by-hand-1', agree: true });
    expect(await story.mails('you are introduced')).toEqual([]);
    await story.act('p06', 'consent', { introduction: 'by-hand-1', agree: true });
    const mails = await story.mails('you are introduced');
    expect(mails.some((text) => text.includes('Member p06'))).toBe(true);
    for (const [introduction, who] of [
      ['by-hand-2', 'p07'],
      ['by-hand-2', 'p08'],
      ['by-hand-3', 'p09'],
    ] as const)
      await story.act(who, 'consent', { introduction, agree: true });
    await story.act('p10', 'consent', { introduction: 'by-hand-3', agree: false });
    expect(await story.refusal('p09', 'confirm-met', { introduction: 'by-hand-3', met: true })).toContain('refused');
  });

  it('asks whether they met, and a meeting is a tie with its day', async () => {
    for (const [introduction, who] of [
      ['by-hand-1', 'p05'],
      ['by-hand-1', 'p06'],
      ['by-hand-2', 'p07'],
      ['by-hand-2', 'p08'],
    ] as const)
      await story.act(who, 'confirm-met', { introduction, met: true });
    const introductions = await story.facts('introduction');
    expect(introductions.map(({ status }) => status)).toEqual(['met', 'met', 'refused']);
    expect(introductions[0]?.metAt?.slice(0, 10)).toBe(await story.day(0));
    expect((await story.facts('tie')).map(({ from, to, type }) => `${from} ${type} ${to}`)).toContain(
      'p05 introduced p06',
    );
    const [accepted, met, lasting] = (await story.section('actions')).figures;
    expect(accepted).toMatchObject({ label: 'Introductions that both accepted', value: expect.closeTo(2 / 3, 9) });
    // Two pairs are four people: too few to say.
    expect(met).toMatchObject({ value: null, note: expect.stringContaining('fewer than 5 members') });
    expect(lasting).toMatchObject({ value: null, note: expect.stringContaining('no survey wave') });
  });

  it('the wave a quarter later says who is still in touch; what is unknown is left out and said', async () => {
    await story.act('p03', 'propose-introduction', { parties: ['p11', 'p12'] });
    await story.act('p01', 'approve', { proposal: 'by-hand-4' });
    for (const who of ['p11', 'p12']) await story.act(who, 'consent', { introduction: 'by-hand-4', agree: true });
    for (const who of ['p11', 'p12']) await story.act(who, 'confirm-met', { introduction: 'by-hand-4', met: true });
    expect((await story.section('actions')).figures[1]).toMatchObject({ value: 1 });
    await story.pass(145);
    const names = async (who: string, to: string[]) =>
      story.act(who, 'answer', { wave: 'later', ties: to.map((one) => ({ to: one, type: 'advice' })) });
    await names('p05', ['p06']);
    await names('p08', ['p07', 'p01']);
    for (const who of ['p11', 'p12', 'p01', 'p02', 'p03', 'p04']) await names(who, ['p09']);
    await story.pass(14);
    const { figures } = await story.section('actions');
    expect(figures[2]).toMatchObject({ label: 'Still in touch after 90 days', value: expect.closeTo(2 / 3, 9) });
    expect(figures[2]?.note).toMatch(/^of 3; 95 % interval/);
  });
});
