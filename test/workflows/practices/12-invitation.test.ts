import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 12: more say yes than there are places; who waits moves up, and the report says who was reached and came', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    const invitation = {
      ...{ waves: 2, waveEvery: 'P10D', reminders: { every: 'P3D', atMost: 2 }, open: 'P14D', places: 8 },
    };
    const options = { env, network: 'invitation', practices: {}, charter: { invitation }, members: 20 };
    story = await Story.begin({ ...options, beginsWhen: 'invited' });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('invites the first wave, and says to whoever looks how many places are free', async () => {
    expect(await story.mails('Invitation to')).toHaveLength(10);
    expect(await story.act('p05', 'open-invitation')).toContain('8 of 8 places are free');
    const invitations = await story.facts('invitation');
    expect(invitations).toHaveLength(10);
    expect(invitations.filter(({ openedAt }) => openedAt !== null).map(({ member }) => member)).toEqual(['p05']);
  });

  it('reminds those who have not answered twice, and then leaves them in peace', async () => {
    for (const person of ['p01', 'p03', 'p04', 'p06', 'p07', 'p08']) await story.act(person, 'accept-invitation');
    await story.act('p02', 'decline-invitation');
    expect(await story.refusal('p02', 'open-invitation')).toContain('declined already');
    expect(await story.refusal('p01', 'open-invitation')).toContain('joined already');
    await story.pass(9);
    // p05, p09 and p10, twice each; their reminders are over when the second wave is invited.
    expect(await story.mails('is still open')).toHaveLength(6);
    await story.pass(2);
    expect(await story.mails('Invitation to')).toHaveLength(20);
  });

  it('puts those who come when all is taken on a waiting list, tells them so, and does not remind them', async () => {
    for (const person of ['p11', 'p13']) await story.act(person, 'accept-invitation');
    expect(await story.act('p15', 'accept-invitation')).toContain('number 1 on the waiting list');
    expect(await story.act('p17', 'accept-invitation')).toContain('number 2');
    expect(await story.act('p19', 'accept-invitation')).toContain('number 3');
    expect(await story.act('p09', 'open-invitation')).toContain('all 8 places are taken, and 3 wait');
    expect(await story.mails('you are on the waiting list')).toHaveLength(3);
    const waiting = await story.facts('invitation');
    expect(waiting.filter(({ appliedAt, joinedAt }) => appliedAt !== null && joinedAt === null)).toHaveLength(3);
    await story.pass(4);
    const reminded = (await story.mails('is still open')).filter((text) => text.includes('p15@example.org'));
    expect(reminded).toEqual([]);
  });

  it('moves up whoever waited longest when somebody leaves; who has thought better of it is passed over', async () => {
    await story.act('p15', 'decline-invitation');
    await story.act('p08', 'leave');
    expect(await story.mails('A place is free')).toHaveLength(1);
    const members = await story.facts('member');
    expect(members.find(({ member }) => member === 'p17')).toMatchObject({ status: 'active' });
    expect(members.find(({ member }) => member === 'p19')).toMatchObject({ status: 'invited' });
    expect(members.filter(({ status }) => status === 'active')).toHaveLength(8);
  });

  it('is in the report: funnel, no segments where they are small, and demand against places', async () => {
    await story.pass(14);
    const section = await story.section('invitation');
    expect(section.paragraphs[0]).toBe(
      'The invitation reached 20 people. 14 showed that they had opened it, 11 said yes, 9 joined.',
    );
    const [came, demand] = section.figures;
    expect(came).toMatchObject({ value: 0.45, note: expect.stringContaining('9 of 20') });
    expect(demand).toMatchObject({ value: 11 / 8, note: '11 said yes to 8 places; one waits for one' });
    // In the South three have joined: too few for a region to be shown in any table, and the North would give them away.
    expect(section.tables).toEqual([]);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
  });
});
