import { describe, expect, it } from 'vitest';
import { medianSurvival } from '../../../analysis/inference/median-survival.ts';
import { wilsonInterval } from '../../../analysis/inference/wilson-interval.ts';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

const day = (number: number) => new Date(Date.UTC(2026, 2, 1 + number)).toISOString();

function measured(metric: string, practices: Partial<PracticeRecords>, members = 'a b c d e f') {
  return resultOf({ ...network(members), practices }, metric);
}

describe('time-to-first-answer: half of the requests, those that still wait included', () => {
  const request = (at: number, asked: number, answered: number | null, ended: number | null = null) => ({
    ...{ request: `request-${at}`, askedBy: 'a', text: null, askedAt: day(asked), asked: ['b'], escalated: at === 2 },
    ...{ status: answered === null ? ('open' as const) : ('answered' as const), answeredBy: [] },
    ...{ firstAnswerAt: answered === null ? null : day(answered), endedAt: ended === null ? null : day(ended) },
  });

  it('waits for those without an answer until they ended, or until the newest that is known', () => {
    // Waited: 2 and 4 days with an answer; 1 day until it ended without; and from day 9 to day 10, the newest known.
    const requests = [request(1, 0, 2), request(2, 6, 10), request(3, 0, null, 1), request(4, 9, null)];
    // At 2 days, two are at risk and one is answered: one half.
    expect(measured('time-to-first-answer', { 'support-request': requests })).toMatchObject({
      value: 2,
      details: { requests: 4, answered: 2, unanswered: 2, escalated: 1 },
    });
  });

  it('is not known where more than half wait', () => {
    const requests = [request(1, 0, 5), request(2, 0, null, 6), request(3, 0, null, 6)];
    expect(measured('time-to-first-answer', { 'support-request': requests })).toMatchObject({
      value: null,
      reason: 'fewer than half of the requests have an answer',
    });
  });

  it('medianSurvival agrees with scipy 1.17.1: ecdf(CensoredData([1,3,3,8,12], right=[2,3,9,20])).sf', () => {
    const case_ = (time: number, cameAbout: boolean) => ({ time, cameAbout });
    const came = [1, 3, 3, 8, 12].map((time) => case_(time, true));
    const waits = [2, 3, 9, 20].map((time) => case_(time, false));
    // 0.635 after 3, 0.476 after 8.
    expect(medianSurvival([...waits, ...came])).toBe(8);
    expect(medianSurvival([])).toBeNull();
  });
});

describe('requests-resolved and commitments-kept: shares of those of whom it is said', () => {
  const request = (at: number, status: PracticeRecords['support-request'][number]['status']) => ({
    ...{ request: `request-${at}`, askedBy: 'a', text: null, askedAt: day(0), asked: [], escalated: false, status },
    ...{ answeredBy: [], firstAnswerAt: null, endedAt: null },
  });
  const promise = (member: string, status: PracticeRecords['commitment'][number]['status']) => ({
    ...{ commitment: `promise-${member}-${status}`, member, text: 't-0123456789abcdef', due: '2026-04-01' },
    ...{ madeAt: day(0), status, endedAt: null },
  });

  it('four of five resolved is 0.8; open and lapsed ones are counted beside it', () => {
    const said = [
      'resolved',
      'resolved',
      'resolved',
      'resolved',
      'not-resolved',
      'open',
      'lapsed',
      'answered',
    ] as const;
    const requests = said.map((status, at) => request(at, status));
    const { value, details } = measured('requests-resolved', { 'support-request': requests });
    expect(value).toBe(0.8);
    expect(details).toMatchObject({ requests: 8, said: 5, open: 1, lapsed: 1, answered: 1 });
  });

  it('promises of four owners are not shown, of five they are', () => {
    const four = ['a', 'b', 'c', 'd'].map((member) => promise(member, 'kept'));
    expect(measured('commitments-kept', { commitment: four })).toMatchObject({ value: null });
    const five = [
      ...four,
      promise('e', 'not-kept'),
      promise('e', 'kept'),
      promise('f', 'open'),
      promise('f', 'unsaid'),
    ];
    expect(measured('commitments-kept', { commitment: five })).toMatchObject({
      value: 5 / 6,
      details: { promises: 8, said: 6, owners: 5, open: 1, unsaid: 1 },
    });
  });

  it.each([
    [4, 5, 0.3755346297625253, 0.9637758913675698],
    [0, 7, 0, 0.35433043506668743],
    [13, 13, 0.7719046276458017, 1],
    [37, 120, 0.23272736988916295, 0.3958299772380067],
  ])('%i of %i: Wilson as scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson")', (did, of, low, high) => {
    const [lower, upper] = wilsonInterval(did, of);
    expect(lower).toBeCloseTo(low, 9);
    expect(upper).toBeCloseTo(high, 9);
  });
});

describe('skills-held-by-one: claims of who has left do not count', () => {
  const claim = (member: string, skill: string, level = 2) => ({ member, skill, level, evidence: null, at: day(0) });

  it('two of three skills hang on one person', () => {
    const claims = [
      ...[claim('a', 'x-ray'), claim('b', 'x-ray'), claim('b', 'yoga'), claim('c', 'zeal')],
      // Taken back, and of somebody who is no member.
      ...[claim('c', 'yoga', 0), claim('gone', 'zeal')],
    ];
    const endorsed = [{ by: 'a', member: 'b', skill: 'yoga', at: day(1) }];
    const { value, details } = measured('skills-held-by-one', { 'skill-claim': claims, 'skill-endorsement': endorsed });
    expect(value).toBe(2 / 3);
    expect(details).toEqual({ skills: 3, holders: 3, claims: 4, endorsedClaims: 1, heldByOne: ['yoga', 'zeal'] });
  });
});

describe('loops-closed: a cycle counts once, and only by what was tried or became better', () => {
  const story = (member: string, value: PracticeRecords['story'][number]['value'], cycle: number | null) => ({
    ...{ story: `${member}-${value}-${cycle}`, member, text: 't-0123456789abcdef', value, cycle, shared: true },
    at: day(0),
  });

  it('of three cycles told of, two brought something home', () => {
    const stories = [
      ...[story('a', 'applied', 1), story('b', 'realised', 1), story('b', 'realised', 2)],
      ...[story('c', 'potential', 3), story('c', 'applied', null)],
    ];
    const { value, details } = measured('loops-closed', { story: stories });
    expect(value).toBe(2 / 3);
    expect(details).toMatchObject({ cycles: 3, closed: 2, stories: 5, tellers: 3 });
    expect(details.byValue).toEqual({ immediate: 0, potential: 1, applied: 2, realised: 2 });
  });
});

describe('experiments-decided and stops-with-a-note: what trickles away is counted against it', () => {
  const words = 't-0123456789abcdef';
  const experiment = (
    at: number,
    status: PracticeRecords['experiment'][number]['status'],
    learned: string | null = null,
  ): PracticeRecords['experiment'][number] => ({
    ...{ experiment: `experiment-${at}`, member: 'a', trial: at === 1 ? 'pilot' : 'safe-test', hypothesis: words },
    ...{ success: words, exit: words, startedAt: day(0), until: '2026-05-02', status, exitMet: at === 2 },
    ...{ learned, checkIns: { asked: 2, answered: 1 }, endedAt: null },
  });

  it('of four that ended three were decided on; of two stops one says what was learned', () => {
    const practices = {
      experiment: [
        ...[experiment(1, 'scaled'), experiment(2, 'stopped', words), experiment(3, 'stopped')],
        ...[experiment(4, 'undecided'), experiment(5, 'running')],
      ],
    };
    const decided = measured('experiments-decided', practices);
    expect(decided.value).toBe(3 / 4);
    expect(decided.details).toMatchObject({
      ...{ experiments: 5, running: 1, ended: 4, decided: 3, scaled: 1, adapted: 0, stopped: 2, exitMet: 1 },
      ...{ checkInsAsked: 10, checkInsAnswered: 5, byTrial: { 'safe-test': 4, exploration: 0, pilot: 1 } },
    });
    expect(measured('stops-with-a-note', practices)).toMatchObject({ value: 1 / 2, details: { stopped: 2 } });
  });
});
