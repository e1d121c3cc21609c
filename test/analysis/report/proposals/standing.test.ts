import { describe, expect, it } from 'vitest';
import { pairKey } from '../../../../analysis/matching/pair.ts';
import { emptyHistory, type History } from '../../../../analysis/report/health-check.ts';
import { acceptRate, openByMember, restingPairs, restsUntil } from '../../../../analysis/report/proposals/standing.ts';
import { type BodyOf, KINDS } from '../../../../data/records/index.ts';
import { introductionOf, type PastProposal, pastProposal } from '../../../support/health.ts';

type Introduced = BodyOf<'introduction'>['status'] | null;

const PROPOSED_AT = '2026-02-28T00:00:00.000Z';
const WITHIN = '2026-03-29T00:00:00.000Z';
const AFTER = '2026-03-30T00:00:00.000Z';

function history(status: PastProposal['status'], introduced: Introduced = null): History {
  const proposal = pastProposal(['p1', 'p2'], { status, at: PROPOSED_AT });
  const introductions = introduced === null ? [] : [introductionOf(proposal, introduced)];
  return { ...emptyHistory(), proposals: [proposal], introductions };
}

describe('an earlier proposal keeps people busy while it is open, and a pair at rest for the cooldown', () => {
  it.each<[PastProposal['status'], Introduced, boolean, boolean, boolean]>([
    // status, introduction, open, resting within the cooldown, resting after it
    ['proposed', null, true, true, true],
    ['approved', null, true, true, true],
    ['approved', 'asked', true, true, true],
    ['approved', 'agreed', true, true, true],
    ['approved', 'met', false, true, true],
    ['approved', 'refused', false, true, false],
    ['approved', 'not-met', false, true, false],
    ['approved', 'lapsed', false, true, false],
    ['declined', null, false, true, false],
    ['expired', null, false, true, false],
    ['withdrawn', null, false, true, false],
  ])('%s, introduction %s', (status, introduced, isOpen, within, after) => {
    const past = history(status, introduced);
    expect(openByMember(past).get('p1') ?? 0).toBe(isOpen ? 1 : 0);
    expect(restingPairs(past, WITHIN, 'P30D').has(pairKey('p2', 'p1'))).toBe(within);
    expect(restingPairs(past, AFTER, 'P30D').has(pairKey('p1', 'p2'))).toBe(after);
  });

  it('goes by the people who were in fact introduced, and keeps the pair at rest that was proposed', () => {
    const proposal = pastProposal(['p1', 'p2'], { status: 'approved' });
    const past = {
      ...emptyHistory(),
      proposals: [proposal],
      introductions: [introductionOf(proposal, 'asked', ['p1', 'p9'])],
    };
    expect([...openByMember(past).keys()].sort()).toEqual(['p1', 'p9']);
    expect([...restingPairs(past, AFTER, 'P30D')].sort()).toEqual(['p1|p2', 'p1|p9']);
  });

  it('believes a decision before the proposal’s own status has followed', () => {
    const past = history('proposed');
    const about = past.proposals[0]!.proposal;
    past.decisions = [{ ...KINDS.decision.example, about, status: 'decided', chosen: 'decline' }];
    expect(openByMember(past).size).toBe(0);
    past.decisions = [{ ...KINDS.decision.example, about, status: 'asked', chosen: null }];
    expect(openByMember(past).get('p2')).toBe(1);
  });

  it('a rule rests from its last proposal on, whatever became of it', () => {
    const past = history('declined');
    past.proposals.push(pastProposal(['p3', 'p4'], { at: '2026-01-10T00:00:00.000Z' }));
    expect(restsUntil(past, 'thin-exchange', WITHIN, 'P30D')).toBe(AFTER);
    expect(restsUntil(past, 'thin-exchange', AFTER, 'P30D')).toBeNull();
    expect(restsUntil(past, 'another-rule', WITHIN, 'P30D')).toBeNull();
  });
});

describe('how often introductions come about is learned from those that ended', () => {
  it.each<[Introduced[], number]>([
    [[], 1 / 2],
    [['met'], 2 / 3],
    [['met', 'refused', 'lapsed'], 2 / 5],
    [['asked', 'agreed'], 1 / 2],
    [['not-met', 'not-met'], 1 / 4],
  ])('%j: %d', (statuses, rate) => {
    const introductions = statuses.map((status) => introductionOf(pastProposal(['p1', 'p2']), status!));
    expect(acceptRate({ ...emptyHistory(), introductions })).toBeCloseTo(rate, 12);
  });
});
