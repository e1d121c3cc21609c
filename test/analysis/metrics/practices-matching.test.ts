import { describe, expect, it } from 'vitest';
import { trainedOf, turnOf } from '../../../analysis/metrics/practice/facilitation-gini.ts';
import { exampleOf } from '../../../analysis/metrics/practice/mentorships.ts';
import { taskOf } from '../../../analysis/metrics/practice/takeaways-done.ts';
import { newcomerOf } from '../../../analysis/metrics/practice/time-to-enough-ties.ts';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

function measured(metric: string, practices: Partial<PracticeRecords>, members = 'a b c d e f g h') {
  return resultOf({ ...network(members), practices }, metric);
}

describe('mentorships: four shares, each of what it is a share of, and of several people only', () => {
  const all = [
    ...(['healthy', 'at-risk', 'healthy', 'proposed'] as const).map((status, at) => exampleOf(status, at)),
    ...(['completed', 'rematch', 'stopped', 'unsaid'] as const).map((status, at) =>
      exampleOf(status, at, at > 0 ? false : null),
    ),
    ...(['declined', 'lapsed', 'declined'] as const).map((status, at) => exampleOf(status, at)),
  ];

  it('seven of ten answered were accepted; two of three that run are healthy; one of four came to something', () => {
    expect(measured('mentorships-accepted', { mentorship: all })).toMatchObject({
      value: 7 / 10,
      details: { proposed: 11, open: 1, accepted: 7, declined: 2, lapsed: 1 },
    });
    expect(measured('mentorships-healthy', { mentorship: all })).toMatchObject({
      value: 2 / 3,
      details: { running: 3, atRisk: 1, withoutAgreement: 3 },
    });
    expect(measured('mentorships-completed', { mentorship: all })).toMatchObject({
      value: 1 / 4,
      details: { ended: 4, completed: 1, stopped: 1, rematched: 1, unsaid: 1, left: 0 },
    });
    // Three that run are across; three that ended are within, and of one it is not known.
    expect(measured('mentorships-across', { mentorship: all })).toMatchObject({
      value: 3 / 6,
      details: { across: 3, within: 3, unknown: 1 },
    });
  });

  it('says nothing of four people, or of nothing', () => {
    const two = (['healthy', 'at-risk'] as const).map((status, at) => exampleOf(status, at));
    for (const metric of ['mentorships-accepted', 'mentorships-healthy', 'mentorships-across']) {
      expect(measured(metric, { mentorship: two })).toMatchObject({
        value: null,
        reason: expect.stringContaining('fewer than 5'),
      });
    }
    expect(measured('mentorships-completed', { mentorship: two })).toMatchObject({
      value: null,
      reason: 'no mentorship has ended yet',
    });
  });

  it('counts milestones and answers, of those asked of both', () => {
    const [one, ...rest] = all as [(typeof all)[number], ...typeof all];
    const milestones = [
      { due: '2026-04-01', reachedAt: '2026-03-30T09:00:00.000Z' },
      { due: '2026-05-01', reachedAt: null },
    ];
    const agreed = {
      ...one,
      agreement: { goal: 't-0123456789abcdef', meet: 'weekly' as const, milestones },
      pulses: { asked: 2, answered: 3 },
    };
    const mentorship = [agreed, ...rest];
    expect(measured('mentorships-healthy', { mentorship }).details).toMatchObject({
      pulsesAsked: 4,
      pulsesAnswered: 3,
      withoutAgreement: 2,
    });
    expect(measured('mentorships-completed', { mentorship }).details).toMatchObject({
      milestones: 2,
      milestonesReached: 1,
    });
  });
});

describe('takeaways: what is done, and whom it reached outside the room', () => {
  it('counts a member once in each cycle, leaves out who was inside, and who is no member', () => {
    const takeaway = [
      ...[taskOf('a', 'done', ['f', 'g', 'b']), taskOf('b', 'not-done', ['f']), taskOf('c', 'unsaid')],
      ...[taskOf('d', 'done', ['gone']), taskOf('e', 'open'), taskOf('a', 'done', ['f', 'h'], 2)],
    ];
    expect(measured('takeaways-done', { takeaway })).toMatchObject({
      value: null,
      details: { tasks: 6, done: 3, owners: 4 },
    });
    const five = [...takeaway, taskOf('e', 'done', [], 2)];
    expect(measured('takeaways-done', { takeaway: five })).toMatchObject({
      value: 4 / 6,
      details: { tasks: 7, done: 4, notDone: 1, unsaid: 1, open: 1, owners: 5 },
    });
    // Cycle 1: f, g, h outside, f and g reached. Cycle 2: all but a and e outside, f and h reached.
    expect(measured('reach-beyond-the-room', { takeaway: five })).toMatchObject({
      value: 4 / 9,
      details: { cycles: 2, outside: 9, reached: 4, tellers: 3, inside: 1 },
    });
  });

  it('nobody is outside where all contributed', () => {
    const takeaway = [...'abcde'].map((member) => taskOf(member, 'done', ['a']));
    expect(measured('reach-beyond-the-room', { takeaway }, 'a b c d e')).toMatchObject({
      value: null,
      reason: 'everybody was in the room',
    });
  });
});

describe('facilitation: how even, how often in a row, of those who were trained', () => {
  it('one held all: four fifths; who left is not counted', () => {
    const training = [...'abcde', 'gone'].map(trainedOf);
    const all = { 'facilitator-training': training, 'facilitation-turn': [...'aaa'].map(turnOf) };
    expect(measured('facilitation-gini', all)).toMatchObject({ value: 0.8, details: { trained: 5, held: 3, most: 3 } });
    expect(measured('facilitation-longest-run', all)).toMatchObject({ value: 3 });
    const even = { ...all, 'facilitation-turn': [...'abcde'].map(turnOf).reverse() };
    expect(measured('facilitation-gini', even).value).toBe(0);
    expect(measured('facilitation-longest-run', even).value).toBe(1);
  });

  it('what nobody held breaks no run; of four who were trained nothing is shown', () => {
    const turns = [turnOf('a', 0), { ...turnOf('b', 1), status: 'not-held' as const }, turnOf('a', 2), turnOf('b', 3)];
    const five = { 'facilitator-training': [...'abcde'].map(trainedOf), 'facilitation-turn': turns };
    expect(measured('facilitation-longest-run', five)).toMatchObject({
      value: 2,
      details: { held: 3, facilitators: 2 },
    });
    const four = { ...five, 'facilitator-training': [...'abcd'].map(trainedOf) };
    for (const metric of ['facilitation-gini', 'facilitation-longest-run'])
      expect(measured(metric, four).value).toBeNull();
  });
});

describe('newcomers: half of them, those who still wait included', () => {
  it('waits for who has none, to the end of what was seen', () => {
    const newcomer = [2, 5, 9, null, null].map((days, at) => newcomerOf('abcde'[at]!, days));
    expect(measured('time-to-enough-ties', { newcomer })).toMatchObject({
      value: 9,
      details: { newcomers: 5, withEnough: 3, withAny: 3, withBuddy: 0, daysToFirst: 9 },
    });
    expect(measured('newcomers-isolated', { newcomer })).toMatchObject({
      value: 2 / 5,
      details: { judged: 5, isolated: 2, escalated: 2, foundSince: 0 },
    });
    expect(
      measured('time-to-enough-ties', {
        newcomer: newcomer.slice(2).concat(newcomerOf('f', null), newcomerOf('g', null)),
      }),
    ).toMatchObject({
      value: null,
      reason: 'fewer than half of the newcomers have that many ties',
    });
  });

  it('of four nothing is shown; who came lately is not judged', () => {
    const newcomer = [2, 5, 9, 1].map((days, at) => newcomerOf('abcd'[at]!, days));
    expect(measured('time-to-enough-ties', { newcomer }).value).toBeNull();
    expect(measured('newcomers-isolated', { newcomer }).details).toMatchObject({ isolated: null });
    const lately = [...newcomer, { ...newcomerOf('e', null), tiesByDay: null }, newcomerOf('f', 4)];
    expect(measured('newcomers-isolated', { newcomer: lately })).toMatchObject({ value: 0, details: { judged: 5 } });
  });
});
