import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const MEMBERS = Array.from({ length: 14 }, (_, at) => `p${String(at + 1).padStart(2, '0')}`);
const FIRST = MEMBERS.slice(0, 12);
const WORDS = { question: 'Do we take up more?', a: 'We meet every month', b: 'We meet every week' };
const BY_LOT = { ...WORDS, assign: { by: 'random', seed: 7, within: 'region' } };

describe('Story 57: a part of the network is run in two ways, by lot, and the report says what came of it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'variants', continueAsNewAfterEvents: 2, beginsWhen: 'invited', members: MEMBERS.length },
      practices: { variants: { outcomes: ['adoptions', 'contributions'], runningAtOnce: 2 } },
    });
    for (const member of FIRST) await story.act(member, 'accept-invitation');
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const seats = async (variant: string) => (await story.facts('variant-arm')).filter((one) => one.variant === variant);
  const armOf = async (member: string, variant = 'variant-1') =>
    (await seats(variant)).find((one) => one.member === member)?.arm;
  const sizes = async (variant: string) => {
    const all = await seats(variant);
    return ['a', 'b'].map((arm) => all.filter((one) => one.arm === arm).length);
  };

  it('is not launched with arms by an attribute that is not kept, or that nobody has, and says which there are', async () => {
    const charter = Story.charter('variants-unknown');
    const members = ['p01', 'p02'].map((member) => ({
      ...{ member, status: 'invited' as const, hub: false, attributes: { region: 'North' } },
    }));
    const by = (...attributes: string[]) => ({
      ...charter,
      members: { smallestNumber: 2 },
      practices: { variants: { attributes } },
    });
    expect(await story.refusedLaunch(by('region', 'team'), members)).toBe(
      'practices.variants.attributes: team is not among members.attributes; there are: region, organisation.',
    );
    const kept = { ...by('team'), members: { smallestNumber: 2, attributes: ['region', 'team'] } };
    expect(await story.refusedLaunch(kept, members)).toBe(
      'practices.variants.attributes: team is an attribute that no member has. They have: region.',
    );
  });

  it('takes a variant from who sets the agenda alone, and by attributes alone that the charter names', async () => {
    expect(await story.refusal('p05', 'describe-variant', BY_LOT)).toContain('set-agenda');
    const byName = { ...WORDS, assign: { by: 'random', seed: 7, within: 'surname' } };
    expect(await story.refusal('p01', 'describe-variant', byName)).toContain('region, organisation');
    const twice = { by: 'attribute', attribute: 'region', values: { a: ['North'], b: ['North'] } };
    expect(await story.refusal('p01', 'describe-variant', { ...WORDS, assign: twice })).toContain('stands here twice');
    const noB = { by: 'attribute', attribute: 'region', values: { a: ['North'] } };
    expect(await story.refusal('p01', 'describe-variant', { ...WORDS, assign: noB })).toContain('(b)');
  });

  it('draws members into arms alike within regions, tells each of the own arm, and nobody the question', async () => {
    await story.act('p06', 'adopt', { practice: 'shared-intake' });
    expect(await story.act('p01', 'describe-variant', BY_LOT)).toBe('variant-1: came into a 6, b 6.');
    const drawn = await seats('variant-1');
    for (const arm of ['a', 'b']) {
      const blocks = drawn.filter((one) => one.arm === arm).map(({ block }) => block);
      expect(blocks.sort()).toEqual(['North', 'North', 'North', 'South', 'South', 'South']);
    }
    expect(drawn.find(({ member }) => member === 'p06')?.before).toEqual({ adoptions: 1, contributions: 0 });
    const mails = await story.mails('how it is done where you are');
    expect(mails).toHaveLength(12);
    expect(mails.filter((mail) => mail.includes('We meet every week'))).toHaveLength(6);
    expect(mails.join()).not.toContain('Do we take up more');
    expect(JSON.stringify(await story.facts('variant'))).not.toContain('We meet');
  });

  it('refuses who puts a member into a drawn arm by hand; draws joiners into the smaller arm of their region', async () => {
    const byHand = { variant: 'variant-1', arm: 'b', members: ['p05'] };
    expect(await story.refusal('p01', 'assign-variant', byHand)).toContain('by lot');
    await story.act('p13', 'accept-invitation');
    await story.act('p14', 'accept-invitation');
    // p13 is the seventh of the North, p14 of the South: each opens a round.
    const joiners = (await seats('variant-1')).filter(({ member }) => member === 'p13' || member === 'p14');
    expect(joiners).toMatchObject([
      { block: 'North', draw: 'round-4' },
      { block: 'South', draw: 'round-4' },
    ]);
    expect(await story.mails('how it is done where you are')).toHaveLength(14);
  });

  it('names members into another one, says who stays, and keeps to two at once', async () => {
    expect(await story.act('p01', 'describe-variant', { ...WORDS, assign: { by: 'naming' } })).toContain(
      'no experiment',
    );
    const third = { ...BY_LOT, assign: { by: 'random', seed: 8 } };
    expect(await story.refusal('p01', 'describe-variant', third)).toContain('variant-1, variant-2');
    const name = (arm: string, members: string[]) =>
      story.act('p03', 'assign-variant', { variant: 'variant-2', arm, members });
    expect(await name('a', MEMBERS.slice(0, 6))).toBe('variant-2: came into a 6, b 0.');
    // A mistake: p06 is in the other arm already.
    expect(await name('b', MEMBERS.slice(5, 11))).toContain('b 5. 1 came into none');
    expect(await armOf('p06', 'variant-2')).toBe('a');
    const wrong = { variant: 'variant-2', arm: 'c', members: ['p12'] };
    expect(await story.refusal('p01', 'assign-variant', wrong)).toContain('arms a, b');
  });

  it('counts who leaves in their arm, and what was gained until the end and no later', async () => {
    await story.pass(3);
    const weekly = (await seats('variant-1')).filter(({ arm }) => arm === 'b').map(({ member }) => member);
    for (const member of weekly) await story.act(member, 'adopt', { practice: 'weekly-call' });
    const gone = weekly.find((member) => Number(member.slice(1)) > 6) as string;
    await story.act(gone, 'leave');
    expect(await sizes('variant-1')).toEqual([14 - weekly.length, weekly.length]);
    const running = await story.section('variants');
    expect(running.figures[0]).toMatchObject({ note: expect.stringContaining('variant-2') });

    const decided = 'All meet every week now';
    expect(await story.refusal('p05', 'end-variant', { variant: 'variant-1', decided })).toContain('set-agenda');
    await story.act('p01', 'end-variant', { variant: 'variant-2', decided: 'Nothing' });
    await story.act('p01', 'end-variant', { variant: 'variant-1', decided });
    expect(await story.refusal('p01', 'end-variant', { variant: 'variant-1', decided: 'Every month' })).toContain(
      'does not run',
    );
    const told = (await story.mails('what was decided after')).filter((mail) => mail.includes('(variant-1)'));
    expect(told).toHaveLength(13);
    expect(told[0]).toContain(decided);
    for (const member of MEMBERS) await story.tried(member, 'adopt', { practice: 'too-late' });
    expect((await seats('variant-1')).find(({ member }) => member === weekly[0])?.after).toMatchObject({
      adoptions: weekly[0] === 'p06' ? 2 : 1,
    });
  });

  it('shows the difference with its interval, says which was an experiment, and names nobody', async () => {
    const section = await story.section('variants');
    const [lot, named] = section.paragraphs as [string, string];
    expect(lot).toContain('balanced within region: this is an experiment');
    expect(lot).toContain('Beyond what chance alone gives: practices taken up (+1.00 per member)');
    expect(named).toContain('this is a comparison and no experiment');
    const [adoptions, contributions] = (section.tables[1]?.rows ?? []) as string[][];
    expect(adoptions?.slice(0, 3)).toEqual(['variant-1', 'practices taken up', '+1.00']);
    expect(contributions?.slice(0, 3)).toEqual(['variant-1', 'contributions', '0.00']);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d|We meet|All meet/);
  });
});
