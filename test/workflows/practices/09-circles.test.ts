import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 9: groups of different tiers have their own facilitator, rhythm and members', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'circles', members: 14 },
      practices: { sessions: {}, rituals: {}, circles: { largest: { 'peer-circle': 5 }, perMember: 1 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('forms them with all that a meeting needs, or none of it', async () => {
    const peers = { title: 'Intake in small towns', tier: 'peer-circle', facilitator: 'p06' };
    expect(await story.refusal('p05', 'form-circle', peers)).toContain('Only a lead or a facilitator');
    expect(await story.refusal('p03', 'form-circle', { ...peers, rhythm: 'P7D' })).toContain('give all or none');
    await story.act('p03', 'form-circle', { ...peers, rhythm: 'P7D', at: '17:00', minutes: 60 });
    await story.act('p03', 'form-circle', { title: 'What research says', tier: 'expert-forum', facilitator: 'p04' });
    expect(await story.facts('circle')).toMatchObject([
      { circle: 'circle-1', tier: 'peer-circle', rhythm: 'P7D' },
      { circle: 'circle-2', tier: 'expert-forum', rhythm: null },
    ]);
    expect(await story.facts('ritual')).toMatchObject([{ circle: 'circle-1', rhythm: 'P7D', at: '17:00' }]);
  });

  it('lets members join, or places them, up to what the charter says', async () => {
    await story.act('p06', 'join-circle', { circle: 'circle-1' });
    expect(await story.refusal('p06', 'join-circle', { circle: 'circle-2' })).toContain('in 1 groups already');
    expect(await story.refusal('p05', 'join-circle', { circle: 'circle-9' })).toContain(
      'There are: circle-1, circle-2',
    );
    await story.act('p03', 'place-in-circle', { circle: 'circle-1', members: ['p05', 'p07', 'p08', 'p09'] });
    expect(await story.refusal('p10', 'join-circle', { circle: 'circle-1' })).toContain('5 is the most');
    await story.act('p01', 'place-in-circle', { circle: 'circle-2', members: ['p01', 'p02', 'p10', 'p11', 'p12'] });
    expect(await story.mails('you are in a group')).toHaveLength(9);
    // Only members of the circle have its meetings in their calendar.
    expect(await story.mails('Intake in small towns, again and again')).toHaveLength(5);
  });

  it('makes each meeting a session of its members, facilitated by its own facilitator', async () => {
    await story.pass(3);
    const [session] = await story.facts('session');
    expect(session).toMatchObject({ circle: 'circle-1', facilitator: 'p06' });
    expect(await story.waiting()).toContain('p05 come-to-session session-1');
    expect(await story.refusal('p10', 'come-to-session', { session: 'session-1', coming: true })).toContain(
      'its circle',
    );
    await story.pass(2);
    await story.act('p06', 'solve-together', { session: 'session-1', people: ['p05', 'p06', 'p07'], on: 'The form' });
  });

  it('follows who leaves, and says in the report what flows between tiers', async () => {
    const section = await story.section('circles');
    expect(section.tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['expert-led forums', 1, 5],
      ['peer-led circles', 1, 5],
      ['federated pods', 0, null],
    ]);
    expect(section.figures[0]).toMatchObject({ label: 'Ties that run between tiers', value: 0 });
    await story.act('p09', 'leave');
    expect((await story.facts('circle-member')).find(({ member }) => member === 'p09')).toMatchObject({ isIn: false });
    await story.act('p08', 'leave-circle', { circle: 'circle-1' });
    expect(await story.mails('no longer yours')).toHaveLength(2);
    await story.act('p03', 'end-circle', { circle: 'circle-1' });
    expect(await story.mails('a group has ended')).toHaveLength(3);
    expect(await story.facts('ritual')).toMatchObject([{ status: 'ended' }]);
  });
});
