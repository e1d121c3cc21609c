import { describe, expect, it } from 'vitest';
import { type Evidence, judgeOutcome, verdictOf } from '../../../analysis/report/outcome.ts';
import { simulateTies } from '../../../analysis/simulation/simulate-ties.ts';
import { whatIf, withTies } from '../../../analysis/simulation/what-if.ts';
import { type BodyOf, KINDS } from '../../../data/records/index.ts';
import { introductionOf, pastProposal, policy } from '../../support/health.ts';
import { drawn } from '../../support/networks.ts';

type Verdict = BodyOf<'outcome'>['verdict'];

/** Predicted to move from −0.60 to −0.58: half of it is −0.59, half of it the other way −0.61. */
const EVIDENCE: Evidence = { tieFormed: true, met: true, before: -0.6, predicted: -0.58, observed: -0.58 };

describe('the verdict looks at the tie first and at the figure second', () => {
  it.each<[string, Partial<Evidence>, Verdict]>([
    ['tie, all of it', {}, 'worked'],
    ['tie, more than all of it', { observed: -0.3 }, 'worked'],
    ['tie, exactly half of it', { observed: -0.59 }, 'worked'],
    ['tie, less than half of it', { observed: -0.592 }, 'partly'],
    ['tie, nothing moved', { observed: -0.6 }, 'partly'],
    ['tie, the figure fell for other reasons', { observed: -0.8 }, 'partly'],
    ['tie without a meeting on record', { met: false }, 'worked'],
    ['met without a tie, the figure rose for other reasons', { tieFormed: false }, 'no-effect'],
    ['met without a tie, nothing moved', { tieFormed: false, observed: -0.6 }, 'no-effect'],
    ['met without a tie, fell by less than half', { tieFormed: false, observed: -0.609 }, 'no-effect'],
    ['met without a tie, fell by half', { tieFormed: false, observed: -0.61 }, 'worse'],
    ['met, ties unknown', { tieFormed: null }, 'not-estimable'],
    ['neither tie nor meeting', { tieFormed: false, met: false }, 'not-done'],
    ['no meeting, ties unknown', { tieFormed: null, met: false }, 'not-done'],
    ['not done comes before not estimable', { tieFormed: false, met: false, observed: null }, 'not-done'],
    ['figure not estimable now', { observed: null }, 'not-estimable'],
    ['figure not estimable then', { before: null }, 'not-estimable'],
    ['nothing predicted', { predicted: null }, 'not-estimable'],
    ['no change predicted', { predicted: -0.6 }, 'not-estimable'],
  ])('%s: %j → %s', (_, over, verdict) => {
    expect(verdictOf({ ...EVIDENCE, ...over })).toBe(verdict);
  });

  it('a falling figure may be what was predicted', () => {
    expect(verdictOf({ ...EVIDENCE, before: 0.7, predicted: 0.6, observed: 0.62 })).toBe('worked');
    expect(verdictOf({ ...EVIDENCE, tieFormed: false, before: 0.7, predicted: 0.6, observed: 0.76 })).toBe('worse');
  });
});

describe('an outcome is measured as the proposal’s prediction was', () => {
  const records = drawn({ network: 'a1>a2 a2>a1 b1>b2 b2>b1', unanswered: [] });
  const figure = whatIf(records, { metric: 'e-i-index', groupBy: 'region', seed: 1, smallestResponse: 0.5 });
  const proposal = pastProposal(['a1', 'b1'], {
    status: 'approved',
    before: figure([]),
    predicted: figure([['a1', 'b1']]),
  });
  const judge = (given: typeof records, introduction: BodyOf<'introduction'> | null) =>
    judgeOutcome({ proposal, afterDays: 30, policy: policy(), records: given, introduction });

  it('a tie that formed as predicted worked, to the last bit', () => {
    const outcome = judge(withTies(records, [['a1', 'b1']]), introductionOf(proposal, 'met'));
    expect(outcome).toEqual({
      proposal: proposal.proposal,
      afterDays: 30,
      metric: 'e-i-index',
      groupBy: 'region',
      before: -1,
      predicted: proposal.predicted,
      observed: proposal.predicted,
      tieFormed: true,
      verdict: 'worked',
    });
    expect(KINDS.outcome.schema.parse(outcome)).toEqual(outcome);
  });

  it.each<[BodyOf<'introduction'>['status'] | null, Verdict]>([
    [null, 'not-done'],
    ['asked', 'not-done'],
    ['agreed', 'not-done'],
    ['refused', 'not-done'],
    ['lapsed', 'not-done'],
    ['not-met', 'not-done'],
    ['met', 'no-effect'],
  ])('without a tie, introduction %s: %s', (status, verdict) => {
    const introduction = status === null ? null : introductionOf(proposal, status);
    expect(judge(records, introduction)).toMatchObject({ tieFormed: false, observed: -1, verdict });
  });

  it('looks at those who were in fact introduced', () => {
    const introduction = introductionOf(proposal, 'met', ['a2', 'b2']);
    expect(judge(withTies(records, [['a2', 'b2']]), introduction)).toMatchObject({
      tieFormed: true,
      verdict: 'worked',
    });
  });

  it('when few answered nothing is judged; when one of the two was not heard the tie is unknown', () => {
    const few = drawn({ network: 'a1>a2 a2>a1 b1>b2 b2>b1', unanswered: ['a1', 'b1', 'b2'] });
    expect(judge(few, introductionOf(proposal, 'met'))).toMatchObject({
      tieFormed: null,
      observed: null,
      verdict: 'not-estimable',
    });
  });

  it('the band of the simulation holds what was observed', () => {
    const { low, high } = simulateTies(records, [['a1', 'b1']], { figure, seed: 1, runs: 200, acceptRate: 0.5 }).figure;
    const { observed } = judge(withTies(records, [['a1', 'b1']]), introductionOf(proposal, 'met'));
    expect(observed).toBeGreaterThanOrEqual(low!);
    expect(observed).toBeLessThanOrEqual(high!);
  });
});
