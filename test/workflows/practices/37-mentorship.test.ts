import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

/** What one workflow tells another takes a moment on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

describe('Story 37: mentors and mentees are matched across organisations, asked how it goes, and matched anew where it goes badly', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'mentorship', continueAsNewAfterEvents: 7 },
      practices: { mentorship: { pulseEvery: 'P14D', pulseWithin: 'P3D', roundEvery: 'P21D', lasts: 'P3M' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const mentorOf = async (mentee: string) =>
    (await story.facts('mentorship')).filter((one) => one.mentee === mentee).at(-1);

  it('gathers offers and wishes, refuses what makes no sense, and matches by skill across organisations', async () => {
    expect(await story.mails('a mentor for you')).toHaveLength(12);
    expect(await story.refusal('p05', 'withdraw-mentoring', { as: 'mentor' })).toContain('do not offer');
    expect(
      await story.refusal('p05', 'offer-mentoring', {
        kinds: ['mentoring'],
        skills: [],
        capacity: 1,
        notWith: ['p05'],
      }),
    ).toContain('notWith is for others');
    // p05 and p09 are of O0, as is p01; p06 and p10 of O1.
    await story.act('p05', 'offer-mentoring', { kinds: ['mentoring'], skills: ['grants'], capacity: 2 });
    await story.act('p06', 'offer-mentoring', {
      kinds: ['mentoring', 'pairing'],
      skills: ['grants', 'x-ray'],
      capacity: 1,
      notWith: ['p12'],
    });
    await story.act('p08', 'offer-mentoring', { kinds: ['job-shadow'], skills: [], capacity: 1 });
    for (const mentee of ['p09', 'p10', 'p12'])
      await story.act(mentee, 'seek-mentoring', { kind: 'mentoring', wish: 'grants' });
    await story.act('p11', 'seek-mentoring', { kind: 'job-shadow' });
    await story.act('p07', 'seek-mentoring', { kind: 'mentoring', wish: 'choir' });
    expect(await story.facts('mentorship')).toEqual([]);
    await story.pass(14);
    const pairs = (await story.facts('mentorship')).map(({ mentor, mentee }) => `${mentor}>${mentee}`).sort();
    expect(pairs).toEqual(['p05>p10', 'p05>p12', 'p06>p09', 'p08>p11']);
    expect((await mentorOf('p09'))?.because).toContain('one wishes for grants, which the other knows');
    const asked = await story.mails('a mentorship for you');
    expect(asked).toHaveLength(8);
    expect(asked.every((text) => text.includes('Why this match: The two differ in organisation'))).toBe(true);
    // Until both agree nobody learns who it is.
    expect(asked.some((text) => text.includes('Member p05') && text.includes('To: p09'))).toBe(false);
  });

  it('begins when both agree: each learns of the other, the tie is there, and one writes down what they want', async () => {
    const { mentorship } = (await mentorOf('p09'))!;
    expect(await story.refusal('p05', 'consent-mentorship', { mentorship, agree: true })).toContain('two other people');
    expect(await story.refusal('p09', 'pulse-mentorship', { mentorship, rating: 3 })).toContain('agree first');
    await story.act('p09', 'consent-mentorship', { mentorship, agree: true });
    // Said twice is said once; said otherwise it is too late.
    expect(await story.act('p09', 'consent-mentorship', { mentorship, agree: true })).toContain('when the other has');
    expect(await story.refusal('p09', 'consent-mentorship', { mentorship, agree: false })).toContain('agreed already');
    await story.act('p06', 'consent-mentorship', { mentorship, agree: true });
    const mails = await story.mails('your mentorship begins');
    expect(mails.some((text) => text.includes('p06@example.org') && text.includes('Dear Member p09'))).toBe(true);
    expect((await story.facts('tie')).map(({ from, to, type }) => `${from} ${type} ${to}`)).toEqual([
      'p09 mentoring p06',
    ]);
    const milestones = [await story.day(20), await story.day(40)];
    expect(
      await story.refusal('p09', 'agree-mentorship', {
        mentorship,
        goal: 'x',
        meet: 'weekly',
        milestones: ['2020-01-01'],
      }),
    ).toContain('no day to come');
    await story.act('p09', 'agree-mentorship', { mentorship, goal: 'Write one together', meet: 'weekly', milestones });
    await story.act('p06', 'mentorship-milestone-reached', { mentorship, milestone: 1 });
    expect(await story.refusal('p09', 'mentorship-milestone-reached', { mentorship, milestone: 1 })).toContain(
      'reached already',
    );
    // One declines, the others agree.
    for (const mentee of ['p10', 'p12', 'p11']) {
      const one = (await mentorOf(mentee))!;
      await story.act(mentee, 'consent-mentorship', { mentorship: one.mentorship, agree: mentee !== 'p12' });
      if (mentee !== 'p12')
        await story.act(one.mentor, 'consent-mentorship', { mentorship: one.mentorship, agree: true });
    }
    expect((await mentorOf('p12'))?.status).toBe('declined');
  });

  it('asks in a word; what is said is nowhere; badly once is at risk, twice is another mentor, never the same', async () => {
    const { mentorship, mentor } = (await mentorOf('p10'))!;
    const well = (await mentorOf('p09'))!.mentorship;
    await story.pass(15);
    expect(await story.waiting()).toContain(`p10 pulse-mentorship ${mentorship}`);
    await story.act('p10', 'pulse-mentorship', { mentorship, rating: 1 });
    await story.act('p09', 'pulse-mentorship', { mentorship: well, rating: 4 });
    await story.act(mentor, 'pulse-mentorship', { mentorship, rating: 4 });
    await story.pass(4);
    expect((await mentorOf('p10'))?.status).toBe('at-risk');
    const told = await story.mails('a mentorship may need help');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((text) => text.includes('Dear Member p03') && !/p10|rating|1 of 4/.test(text))).toBe(true);
    await story.pass(11);
    expect((await story.waiting()).filter((entry) => entry.includes('milestone'))).toEqual([]);
    await story.act('p10', 'pulse-mentorship', { mentorship, rating: 2 });
    await story.act('p09', 'pulse-mentorship', { mentorship: well, rating: 3 });
    await story.pass(4);
    const first = (await story.facts('mentorship')).find((one) => one.mentorship === mentorship);
    expect(first?.status).toBe('rematch');
    expect(JSON.stringify(await story.facts('mentorship'))).not.toContain('rating');
    // p06 has no room, p05 was theirs: somebody new offers.
    await story.act('p04', 'offer-mentoring', { kinds: ['mentoring'], skills: ['grants'], capacity: 2 });
    await story.pass(21);
    // The second milestone of p09 and p06 is due, and they are asked of that one; either answers for both.
    const both = ['p06', 'p09'].map((person) => `${person} mentorship-milestone-reached ${well}.2`);
    expect((await story.waiting()).filter((entry) => entry.includes('milestone')).sort()).toEqual(both);
    expect((await story.mails('a milestone of your mentorship'))[0]).toContain(
      `{"mentorship":"${well}","milestone":2}`,
    );
    await story.act('p06', 'mentorship-milestone-reached', { mentorship: well, milestone: 2 });
    expect((await story.waiting()).filter((entry) => entry.includes('milestone'))).toEqual([]);
    // Written down anew they are counted from 1, and each asks by a mail of its own.
    for (const goal of ['Write another', 'Write a third']) {
      const anew = { goal, meet: 'weekly', milestones: [await story.day(2)] };
      await story.act('p09', 'agree-mentorship', { mentorship: well, ...anew });
      await story.pass(3);
      expect(await story.waiting()).toContain(`p09 mentorship-milestone-reached ${well}.1`);
    }
    expect(await story.mails('a milestone of your mentorship')).toHaveLength(6);
    const again = await mentorOf('p10');
    expect(again?.mentor).not.toBe(mentor);
    expect((await mentorOf('p12'))?.mentor).not.toBe('p06');
  });

  it('ends by their word, or because one leaves; the report shows shares and nobody', async () => {
    const { mentorship } = (await mentorOf('p09'))!;
    await story.act('p09', 'end-mentorship', { mentorship, outcome: 'completed' });
    expect(await story.refusal('p06', 'end-mentorship', { mentorship, outcome: 'stopped' })).toContain('has ended');
    const shadow = (await mentorOf('p11'))!;
    await story.act('p08', 'leave');
    await expect
      .poll(async () => (await mentorOf('p11'))?.status, SOON)
      .toBe(shadow.endedAt === null ? 'left' : shadow.status);
    expect((await story.waiting()).filter((entry) => entry.includes(mentorship))).toEqual([]);
    const section = await story.section('mentorship');
    const [accepted, across, , completed] = section.figures;
    expect(accepted).toMatchObject({ label: 'Matches that both agreed to' });
    // Of six that were proposed one was declined, and two lapsed.
    expect(accepted?.value).toBe(0.5);
    expect(across?.value).toBe(1);
    expect(completed?.value).toBeCloseTo(1 / 3, 9);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|p1\d|mentorship-\d/);
  });
});
