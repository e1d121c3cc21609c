import { describe, expect, it } from 'vitest';
import { network, resultOf } from './small-networks.ts';

const UNTIL = '2026-04-01T09:00:00.000Z';

describe('questions-per-member: how much is asked, and of how few', () => {
  const load = (member: string, questions: number, until = UNTIL) => {
    return { member, until, questions, spared: questions > 5 ? 1 : 0, cap: 6 };
  };
  const measured = (loads: ReturnType<typeof load>[]) =>
    resultOf({ ...network('a b c d e f'), practices: { 'question-load': loads } }, 'questions-per-member');

  it('is that of the newest count; who is gone by then is not in it', () => {
    const loads = [load('z', 90, '2026-03-01T09:00:00.000Z'), ...[0, 1, 2, 3, 9].map((x, at) => load('abcde'[at]!, x))];
    // Of 0 1 2 3 9: Σ (2i − 6)·x = −2 + 0 + 6 + 36 = 40; ÷ (5 · 15).
    expect(measured(loads)).toMatchObject({
      value: 3,
      details: { members: 5, questions: 15, gini: 40 / 75, percentile95: 9, cap: 6, atCap: null, spared: 1 },
    });
  });

  it('four are too few', () => {
    expect(measured([...'abcd'].map((member) => load(member, 1)))).toMatchObject({ value: null });
  });
});

describe('load-on-bridges: five of 25 lie between the others', () => {
  // Five hubs in a ring, each with four who are tied to it alone: every way runs through the hubs.
  const hubs = ['h1', 'h2', 'h3', 'h4', 'h5'];
  const leaves = hubs.flatMap((hub) => [1, 2, 3, 4].map((at) => `${hub}x${at}`));
  const ties = [
    ...hubs.flatMap((hub, at) => [`${hub}>${hubs[(at + 1) % 5]}`, `${hubs[(at + 1) % 5]}>${hub}`]),
    ...leaves.flatMap((leaf) => [`${leaf}>${leaf.slice(0, 2)}`, `${leaf.slice(0, 2)}>${leaf}`]),
  ];
  const contribution = (member: string, at: number) => ({
    ...{ contribution: `c-${at}`, cycle: 1, stage: 'exchange' as const, member, helped: null, text: null },
  });
  const work = [...hubs, ...hubs, ...hubs, ...leaves].map(contribution);

  it('three contributions each against one is three times the load, and no chance', () => {
    const { value, details } = resultOf({ ...network(ties.join(' ')), contributions: work }, 'load-on-bridges');
    expect(value).toBe(3);
    expect(details).toMatchObject({ bridges: 5, loadOfBridges: 3, loadOfOthers: 1, p: 0.001 });
  });

  it('what is paid is no burden, and help that was given is', () => {
    const paid = {
      ...{ stipend: 's', member: 'h1', amount: 9, currency: 'EUR', text: null, askedAt: UNTIL, approved: 9, by: 'z' },
      ...{ status: 'approved' as const, reason: null, settledAt: UNTIL },
    };
    const helped = {
      ...{ request: 'r', askedBy: 'h1x1', text: null, askedAt: UNTIL, status: 'resolved' as const, asked: ['h2'] },
      ...{ escalated: false, answeredBy: ['h2'], firstAnswerAt: UNTIL, endedAt: UNTIL },
    };
    const practices = { stipend: [paid], 'support-request': [helped] };
    const records = { ...network(ties.join(' ')), contributions: work, practices };
    expect(resultOf(records, 'load-on-bridges').details).toMatchObject({ loadOfBridges: 13 / 5, loadOfOthers: 1 });
  });

  it('a fifth of four people would name them', () => {
    const few = { ...network('a>b b>c c>a'), contributions: [contribution('a', 1)] };
    expect(resultOf(few, 'load-on-bridges')).toMatchObject({ value: null, reason: 'fewer than 25 members' });
  });
});
