import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { announce } from './sessions-story.ts';

describe('Story 33: people know beforehand what a session is for, and afterwards what was decided and by which right', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'sessions-33', practices: { sessions: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const agenda = 'Welcome\nTwo cases\nWhat we take home';

  it('does not take an agenda whose time boxes do not fit, nor a day on which nobody can come', async () => {
    await expect(announce(story, 5, { agenda, timeBoxes: [10, 60] })).rejects.toThrow('a line an item');
    await expect(announce(story, 5, { agenda, timeBoxes: [10, 60, 60] })).rejects.toThrow('no longer than the session');
    await expect(announce(story, -2)).rejects.toThrow('no day to come');
    const member = { title: 'Mine', format: 'talk', starts: `${await story.day(5)}T09:00`, minutes: 60 };
    expect(await story.refusal('p05', 'announce-session', member)).toContain('Only a lead or a facilitator');
  });

  it('brings it into everybody’s calendar, and follows when it is moved', async () => {
    expect(await announce(story, 5, { agenda, timeBoxes: [10, 60, 20], place: 'Room 3' })).toContain('session-1');
    const mails = await story.mails('Case clinic: one form');
    expect(mails).toHaveLength(12);
    expect(mails[0]).toMatch(/Content-Type: text\/calendar; .*method=REQUEST/);
    expect(mails[0]).toContain('Room 3');
    expect(await story.refusal('p05', 'move-session', { session: 'session-1', starts: '2099-01-01T09:00' })).toContain(
      'Only its facilitator',
    );
    await story.act('p03', 'move-session', { session: 'session-1', starts: `${await story.day(6)}T10:30` });
    expect(await story.mails('moved: Case clinic')).toHaveLength(12);
    expect(await story.facts('session')).toMatchObject([{ sequence: 1, status: 'announced', cycle: 1 }]);
  });

  it('asks who comes, and afterwards those who said so whether they were there', async () => {
    expect(await story.refusal('p05', 'confirm-attendance', { session: 'session-1', attended: true })).toContain(
      'when it has begun',
    );
    for (const person of ['p05', 'p06', 'p07']) {
      await story.act(person, 'come-to-session', { session: 'session-1', coming: true });
    }
    await story.act('p07', 'come-to-session', { session: 'session-1', coming: false });
    await story.pass(7);
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(['p03 record-session session-1', 'p05 confirm-attendance session-1']),
    );
    expect(await story.mails('a session is near')).toHaveLength(2);
    expect(await story.refusal('p08', 'come-to-session', { session: 'session-1', coming: true })).toContain(
      'has begun',
    );
    await story.act('p05', 'confirm-attendance', { session: 'session-1', attended: true });
    await story.act('p03', 'record-session', { session: 'session-1', attended: ['p03', 'p06'], notes: 'Three fields' });
    expect(await story.facts('session')).toMatchObject([{ status: 'held', attended: ['p03', 'p05', 'p06'] }]);
    expect(await story.waiting()).not.toContain('p06 confirm-attendance session-1');
  });

  it('documents a decision only by a right that those who decided have', async () => {
    const decision = {
      ...{ session: 'session-1', question: 'Which form?', options: 'The long one\nThree fields', chosen: 2 },
      rationale: 'Families stop at the second page',
    };
    const by = (right: string, decidedBy: string[]) => ({ ...decision, right, decidedBy });
    expect(await story.refusal('p03', 'decide-in-session', by('set-agenda', ['p05']))).toContain(
      'Only a lead or a fac',
    );
    expect(await story.refusal('p03', 'decide-in-session', by('those-present', ['p09']))).toContain('who was there');
    await expect(story.act('p03', 'decide-in-session', { ...by('set-agenda', ['p03']), chosen: 3 })).rejects.toThrow(
      'the number of one of them',
    );
    await story.act('p03', 'decide-in-session', by('set-agenda', ['p03']));
    expect(await story.facts('session-decision')).toMatchObject([
      { session: 'session-1', chosen: 2, right: 'set-agenda', decidedBy: ['p03'] },
    ]);
    expect(JSON.stringify(await story.facts('session-decision'))).not.toContain('second page');
  });

  it('takes a session that is called off from calendars, and counts in the report', async () => {
    await announce(story, 5, { title: 'Open space', format: 'open-space' });
    expect(await story.waiting()).toContain('p03 plan-session session-2');
    await story.act('p03', 'call-off-session', { session: 'session-2' });
    const [mail] = await story.mails('called off: Open space');
    expect(mail).toMatch(/Content-Type: text\/calendar; .*method=CANCEL/);
    expect(await story.waiting()).not.toContain('p03 plan-session session-2');
    const section = await story.section('sessions');
    expect(section.figures[0]).toMatchObject({ value: 1 });
    expect(section.paragraphs[0]).toContain('1 called off');
    await story.pass(4);
    expect(await story.refusal('p03', 'record-session', { session: 'session-1', attended: [] })).toContain(
      'session-1 has ended',
    );
  });
});
