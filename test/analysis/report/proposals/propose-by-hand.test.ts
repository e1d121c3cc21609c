import { describe, expect, it } from 'vitest';
import type { HealthCheckInput } from '../../../../analysis/report/health-check.ts';
import { type HandRequest, proposeByHand } from '../../../../analysis/report/proposals/propose-by-hand.ts';
import { figureOf, withTies } from '../../../../analysis/simulation/what-if.ts';
import { KINDS } from '../../../../data/records/index.ts';
import { checkInput, introductionOf, pastProposal } from '../../../support/health.ts';
import { planted } from '../../../support/networks.ts';

/** Three regions by turns: p001 and p002 are of different ones. */
const records = planted({ members: 30, groups: 3, within: 0.4, across: 0.02, seed: 3, unanswered: 0.1 });
const PAIR = untied(records.ties);
const RULE = { ...KINDS.charter.example.document.health.rules[0]!, groupBy: 'region' };

function request(over: Partial<HandRequest> = {}): HandRequest {
  return { proposal: 'by-hand-1', parties: PAIR, metric: null, groupBy: null, because: null, madeIn: null, ...over };
}

function input(over: Partial<HealthCheckInput> = {}): HealthCheckInput {
  const base = checkInput(records, over);
  return { ...base, policy: { ...base.policy, groupBy: 'region', rules: [RULE], ...over.policy } };
}

describe('a person’s own proposal carries the figures that the engine’s have, and keeps to the same bounds', () => {
  it('is a proposal as the store keeps them, of no rule and no finding', () => {
    const answer = proposeByHand(request({ because: 't-0123456789abcdef', madeIn: 'notebook' }), input());
    if (!('filed' in answer)) throw new Error(JSON.stringify(answer));
    expect(KINDS.proposal.schema.parse(answer.filed)).toEqual(answer.filed);
    expect(answer.filed).toMatchObject({
      finding: null,
      rule: null,
      parties: PAIR,
      status: 'proposed',
      metric: 'e-i-index',
    });
    const reasons = Object.fromEntries(answer.filed.reasons.map(({ code, value }) => [code, value]));
    expect(Object.keys(reasons)).toEqual(
      expect.arrayContaining([
        'reach-gained',
        'distance-now',
        'common-contacts',
        'members',
        'response',
        'p',
        'accept-rate',
      ]),
    );
    expect(reasons).toMatchObject({ members: 30, 'made-in': 'notebook', because: 't-0123456789abcdef' });
    expect(reasons.p).toBeLessThan(0.05);
  });

  it('before and after are what the metric gives, without and with the tie', () => {
    for (const metric of ['e-i-index', 'density', 'modularity']) {
      const answer = proposeByHand(request({ metric }), input());
      if (!('filed' in answer)) throw new Error(JSON.stringify(answer));
      const groupBy = metric === 'density' ? null : 'region';
      const asked = { metric, groupBy, seed: 1, smallestResponse: 0.5 };
      expect(answer.filed.groupBy).toBe(groupBy);
      expect(answer.filed.before).toBeCloseTo(figureOf(records, asked)!, 12);
      expect(answer.filed.predicted).toBeCloseTo(figureOf(withTies(records, [PAIR]), asked)!, 12);
    }
  });

  it('the same question has the same answer, whichever of the two is named first', () => {
    const [a, b] = PAIR;
    expect(proposeByHand(request({ parties: [b, a] }), input())).toEqual(proposeByHand(request(), input()));
  });

  it('is refused in words where it cannot be, with the way out where there is one', () => {
    const tied = records.ties[0]!;
    const inactive = records.members.map((body, at) => (at === 0 ? { ...body, status: 'left' as const } : body));
    const refusals: [RegExp, Partial<HandRequest>, Partial<HealthCheckInput>][] = [
      [/stopped/, {}, { proposalsAllowed: false }],
      [/two different people/, { parties: ['p001', 'p001'] }, {}],
      [/p001 is no active member/, { parties: ['p001', PAIR[1]] }, { records: { ...records, members: inactive } }],
      [/p999 is no active member/, { parties: ['p999', PAIR[1]] }, {}],
      [/tied already/, { parties: [tied.from, tied.to] }, {}],
      [/did you mean "density"/, { metric: 'densty' }, {}],
      [/unknown metric of a whole network "betweenness"/, { metric: 'betweenness' }, {}],
      [/unknown attribute "regoin"; did you mean "region"/, { groupBy: 'regoin' }, {}],
    ];
    for (const [words, asked, given] of refusals) {
      const answer = proposeByHand(request(asked), input(given));
      expect('refused' in answer ? answer.refused : answer).toMatch(words);
    }
  });

  it('the cap per person counts what is open, and what came to nothing rests', () => {
    const [a, b] = PAIR;
    const busy = pastProposal([a, 'p030'] as [string, string], { status: 'proposed' });
    const withHistory = (
      proposals: HealthCheckInput['history']['proposals'],
      introductions = [] as ReturnType<typeof introductionOf>[],
    ) => proposeByHand(request(), input({ history: { ...input().history, proposals, introductions } }));
    expect(withHistory([busy])).toEqual({ refused: expect.stringContaining(`${a} has as many open introductions`) });
    expect('filed' in withHistory([{ ...busy, status: 'declined' }])).toBe(true);

    const same = pastProposal([a, b] as [string, string], { proposal: 'by-hand-0', status: 'proposed' });
    expect(withHistory([same])).toEqual({ open: 'by-hand-0' });
    expect(withHistory([{ ...same, status: 'approved' }], [introductionOf(same, 'asked')])).toEqual({
      open: 'by-hand-0',
    });
    const lately = { ...same, status: 'declined' as const, at: '2026-03-20T00:00:00.000Z' };
    expect(withHistory([lately])).toEqual({ refused: expect.stringContaining('rests for P30D') });
    expect('filed' in withHistory([{ ...lately, at: '2026-01-20T00:00:00.000Z' }])).toBe(true);
    expect(withHistory([{ ...same, status: 'approved' }], [introductionOf(same, 'met')])).toEqual({
      refused: expect.stringContaining('for good once they met'),
    });
  });

  it('where the figure cannot be known it is filed all the same, and says nothing it does not know', () => {
    const nobody = {
      ...records,
      responses: records.responses.map((body) => ({ ...body, status: 'no-answer' as const })),
    };
    const answer = proposeByHand(request(), input({ records: nobody }));
    if (!('filed' in answer)) throw new Error(JSON.stringify(answer));
    expect(answer.filed).toMatchObject({ before: null, predicted: null, low: null, high: null });
  });
});

/** Two of different regions whom no tie binds. */
function untied(ties: typeof records.ties): [string, string] {
  const tied = new Set(ties.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  for (const { member } of records.members) {
    if (Number(member.slice(1)) % 3 !== 1 && !tied.has(`p001 ${member}`)) return ['p001', member];
  }
  throw new Error('everybody is tied to p001');
}
