import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairKey } from '../../../analysis/matching/pair.ts';
import { checkHealth, emptyHistory, type HealthCheck } from '../../../analysis/report/health-check.ts';
import { judgeOutcome } from '../../../analysis/report/outcome.ts';
import { withTies } from '../../../analysis/simulation/what-if.ts';
import { readSource } from '../../../data/exchange/index.ts';
import { KINDS } from '../../../data/records/index.ts';
import { checkInput, introductionOf, pastProposal, policy } from '../../support/health.ts';
import { adoption, drawn, noRecords, planted, response, tie } from '../../support/networks.ts';

const SILOS = { members: 60, groups: 3, within: 0.22, across: 0.02, seed: 4, unanswered: 0.18 };

describe('a network with planted silos: the exchange is thin, and four introductions would help most', () => {
  const records = planted(SILOS);
  const check = checkHealth(checkInput(records));

  it('the rule fires, far from chance', () => {
    const [finding] = check.findings;
    expect(check.findings).toHaveLength(1);
    expect(finding).toMatchObject({
      rule: 'thin-exchange',
      metric: 'e-i-index',
      groupBy: 'region',
      response: check.response,
    });
    expect(finding?.value).toBeLessThan(-0.4);
    expect(finding?.p).toBeLessThanOrEqual(0.001);
    expect(check.figures['e-i-index@region']).toBe(finding?.value);
    expect(check.answered / check.asked).toBe(check.response);
  });

  it('four introductions across regions, nobody twice, each of which helps', () => {
    const region = new Map(records.members.map(({ member, attributes }) => [member, attributes.region]));
    expect(check.proposals.map(({ proposal }) => proposal)).toEqual(
      [1, 2, 3, 4].map((rank) => `health-2026-03-31.thin-exchange.${rank}`),
    );
    expect(new Set(check.proposals.flatMap(({ parties }) => parties)).size).toBe(8);
    for (const proposal of check.proposals) {
      const [a, b] = proposal.parties;
      expect(region.get(a!)).not.toBe(region.get(b!));
      expect(records.ties.some(({ from, to }) => pairKey(from, to) === pairKey(a!, b!))).toBe(false);
      expect(proposal.predicted).toBeGreaterThan(proposal.before!);
      expect(proposal.low).toBeLessThanOrEqual(proposal.predicted!);
      expect(proposal.high).toBeGreaterThanOrEqual(proposal.low!);
      const change = proposal.reasons.find(({ code }) => code === 'e-i-change')?.value as number;
      expect(proposal.predicted! - proposal.before!).toBeCloseTo(change, 12);
      expect(KINDS.proposal.schema.parse(proposal)).toEqual(proposal);
    }
  });

  it('all of them together move the index further than any alone, and the band says how sure that is', () => {
    const [outlook] = check.outlooks;
    const { doingNothing, expected, low, high } = outlook!.figure;
    expect(outlook!.ifAllDone).toBeGreaterThan(Math.max(...check.proposals.map(({ predicted }) => predicted!)));
    expect(doingNothing).toBe(check.figures['e-i-index@region']);
    expect(expected).toBeGreaterThan(doingNothing!);
    expect(low).toBeLessThanOrEqual(expected!);
    expect(high).toBeGreaterThanOrEqual(expected!);
    expect(high).toBeLessThanOrEqual(outlook!.ifAllDone!);
  });

  it('says what it would do for a practice that spreads', () => {
    const withPractice = {
      ...records,
      adoptions: ['p001', 'p004', 'p007'].map((id, at) => adoption(id, 'shared-intake', at)),
    };
    const { proposals, outlooks } = checkHealth(checkInput(withPractice));
    expect(proposals[0]?.reasons.map(({ code }) => code)).toContain('expected-extra-adopters');
    expect(outlooks[0]?.adopters?.doingNothing).toBe(0);
  });

  it('fits the records it becomes, and JSON gives it back unchanged', () => {
    for (const finding of check.findings) expect(KINDS.finding.schema.parse(finding)).toEqual(finding);
    const figures = KINDS.snapshot.schema.shape.figures.parse(check.figures);
    expect(figures).toEqual(check.figures);
    expect(JSON.parse(JSON.stringify(check))).toEqual(check);
  });
});

describe('the same input gives the same bytes', () => {
  it('twice, and whatever order the records come in', () => {
    const records = planted(SILOS);
    const turned = { ...records, members: records.members.toReversed(), ties: records.ties.toReversed() };
    const bytes = JSON.stringify(checkHealth(checkInput(records)));
    expect(JSON.stringify(checkHealth(checkInput(records)))).toBe(bytes);
    expect(JSON.stringify(checkHealth(checkInput(turned)))).toBe(bytes);
  });

  it('done again after it was interrupted, with its own findings and proposals in the store', () => {
    const input = checkInput(planted(SILOS));
    const first = checkHealth(input);
    const history = {
      ...emptyHistory(),
      findings: first.findings,
      proposals: first.proposals.map((proposal) => ({ ...proposal, at: input.asOf })),
    };
    expect(JSON.stringify(checkHealth({ ...input, history }))).toBe(JSON.stringify(first));
  });

  it('its digest changes with the records, the policy, the date and the history', () => {
    const input = checkInput(planted(SILOS));
    const digests = [
      input,
      { ...input, records: planted({ ...SILOS, seed: 5 }) },
      { ...input, policy: policy({ seed: 2 }) },
      { ...input, asOf: '2026-04-30T00:00:00.000Z' },
      { ...input, history: { ...emptyHistory(), proposals: [pastProposal(['p001', 'p002'])] } },
    ].map((given) => checkHealth(given).inputDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('what earlier proposals came to is heeded', () => {
  const records = planted(SILOS);
  const first = checkHealth(checkInput(records)).proposals;
  const asPast = (at: string, status: 'proposed' | 'approved' | 'declined') =>
    first.map((proposal) => ({ ...proposal, proposal: `earlier.${proposal.proposal}`, status, at }));
  const pairs = (check: HealthCheck): string[] => check.proposals.map(({ parties: [a, b] }) => pairKey(a!, b!));
  const earlier = first.map(({ parties: [a, b] }) => pairKey(a!, b!));

  it('a rule that has proposed rests for its cooldown; its finding is still told', () => {
    const history = { ...emptyHistory(), proposals: asPast('2026-03-02T00:00:00.000Z', 'declined') };
    const check = checkHealth(checkInput(records, { history }));
    expect(check.findings).toHaveLength(1);
    expect(check.proposals).toEqual([]);
    expect(check.notProposed).toEqual([
      { rule: 'thin-exchange', reason: 'the rule has proposed lately and rests until 2026-04-01' },
    ]);
  });

  it('a pair that another rule proposed and a person declined is left alone within the cooldown, but its people are not', () => {
    const proposals = asPast('2026-03-02T00:00:00.000Z', 'declined').map((proposal) => ({
      ...proposal,
      rule: 'other-rule',
    }));
    const now = pairs(checkHealth(checkInput(records, { history: { ...emptyHistory(), proposals } })));
    expect(now).toHaveLength(4);
    for (const pair of now) expect(earlier).not.toContain(pair);
    const later = checkInput(records, { history: { ...emptyHistory(), proposals }, asOf: '2026-04-01T00:00:00.000Z' });
    expect(pairs(checkHealth(later))).toEqual(earlier);
  });

  it('who is busy with an open proposal is not asked again, however long ago it was made', () => {
    const history = { ...emptyHistory(), proposals: asPast('2025-11-01T00:00:00.000Z', 'approved') };
    const check = checkHealth(checkInput(records, { history }));
    const busy = new Set(first.flatMap(({ parties }) => parties));
    expect(check.proposals).toHaveLength(4);
    for (const person of check.proposals.flatMap(({ parties }) => parties)) expect(busy.has(person)).toBe(false);
  });

  it('who has met is not introduced again, and its experience moves the accept rate', () => {
    const proposals = asPast('2025-11-01T00:00:00.000Z', 'approved');
    const introductions = proposals.map((proposal) => introductionOf(proposal, 'met'));
    const check = checkHealth(checkInput(records, { history: { ...emptyHistory(), proposals, introductions } }));
    for (const pair of pairs(check)) expect(earlier).not.toContain(pair);
    expect(check.proposals[0]?.reasons).toContainEqual({ code: 'accept-rate', value: 5 / 6 });
  });

  it('the switch stops every proposal and no finding', () => {
    const check = checkHealth(checkInput(records, { proposalsAllowed: false }));
    expect(check.findings).toHaveLength(1);
    expect(check.proposals).toEqual([]);
    expect(check.notProposed).toEqual([{ rule: 'thin-exchange', reason: 'proposals are switched off' }]);
  });

  it('who named whom in an earlier wave knows them already', () => {
    const [a, b] = first[0]!.parties as [string, string];
    const before = { ...records, ties: [...records.ties, tie(a, b, { wave: '0' })] };
    expect(pairs(checkHealth(checkInput(before)))).not.toContain(pairKey(a, b));
  });

  it('two rules of one check share the cap per person', () => {
    const rule = policy().rules[0]!;
    const rules = [rule, { ...rule, id: 'thinner-exchange', below: -0.3 }];
    const check = checkHealth(checkInput(records, { policy: policy({ rules }) }));
    expect(check.proposals).toHaveLength(8);
    expect(new Set(check.proposals.flatMap(({ parties }) => parties)).size).toBe(16);
  });
});

describe('what cannot be known is not acted on', () => {
  const silent = (check: HealthCheck): string => check.notProposed.map(({ reason }) => reason).join(' · ');

  it('few answered: no finding, no proposal, and the reason', () => {
    const check = checkHealth(checkInput(planted({ ...SILOS, unanswered: 0.7 })));
    expect(check.figures['e-i-index@region']).toBeNull();
    expect([check.findings, check.proposals]).toEqual([[], []]);
    expect(silent(check)).toMatch(/not estimable: [\d.]+ % answered, at least 50 % are asked for/);
  });

  it.each([
    ['nothing at all', noRecords()],
    ['members without ties', drawn({ network: 'a b c' })],
    ['one group', drawn({ network: 'a1>a2 a2>a3' })],
    ['nobody answered', drawn({ network: 'a b c', unanswered: ['a', 'b', 'c'] })],
  ])('%s: a check all the same, that says why it is silent', (_, records) => {
    const check = checkHealth(checkInput(records));
    expect([check.findings, check.proposals]).toEqual([[], []]);
    expect(check.notProposed).toHaveLength(1);
    expect(check.notProposed[0]?.reason).not.toBe('');
  });

  it('nobody has the attribute that silos are looked for by', () => {
    const records = planted({ ...SILOS, members: 6 });
    for (const member of records.members) member.attributes = { team: 'x' };
    expect(silent(checkHealth(checkInput(records)))).toBe('no member has the attribute "region"');
  });

  it('a rule on another attribute is measured by that attribute', () => {
    const records = planted(SILOS);
    for (const [at, member] of records.members.entries()) member.attributes.concern = at < 30 ? 'x' : 'y';
    const rule = { ...policy().rules[0]!, id: 'by-concern', groupBy: 'concern', below: 1, atMostP: undefined };
    const check = checkHealth(checkInput(records, { policy: policy({ rules: [rule] }) }));
    expect(check.findings[0]).toMatchObject({ groupBy: 'concern', value: check.figures['e-i-index@concern'] });
    const concern = new Map(records.members.map(({ member, attributes }) => [member, attributes.concern]));
    for (const { parties } of check.proposals) expect(concern.get(parties[0]!)).not.toBe(concern.get(parties[1]!));
  });

  it('introductions that would move the figure the wrong way are not proposed', () => {
    const rule = { ...policy().rules[0]!, below: undefined, above: -0.9, atMostP: undefined };
    const check = checkHealth(checkInput(planted(SILOS), { policy: policy({ rules: [rule] }) }));
    expect(check.findings).toHaveLength(1);
    expect(check.proposals).toEqual([]);
    expect(silent(check)).toMatch(/would not move e-i-index the right way/);
  });

  it('two waves: the check measures the newer, and what changed since the one before', () => {
    const older = planted({ ...SILOS, unanswered: 0 });
    const newer = planted({ ...SILOS, seed: 9, unanswered: 0 });
    const records = {
      ...older,
      ties: [...older.ties, ...newer.ties.map((body) => ({ ...body, wave: '2' }))],
      responses: [...older.responses, ...older.members.map(({ member }) => response(member, true, '2'))],
    };
    const check = checkHealth(checkInput(records));
    const alone = checkHealth(checkInput(newer));
    expect(check.wave).toBe('2');
    expect(check.figures['e-i-index@region']).toBe(alone.figures['e-i-index@region']);
    const changed = check.measurement.results.filter(({ metric }) => metric === 'tie-stability');
    expect(changed).toHaveLength(1);
    expect(check.measurement.skipped.map(({ metric }) => metric)).not.toContain('tie-stability');
    expect(alone.measurement.skipped.map(({ metric }) => metric)).toContain('tie-stability');
  });
});

describe('the example of three regions tells its story', async () => {
  const folder = fileURLToPath(new URL('../../../data/examples/three-regions', import.meta.url));
  const { records } = await readSource(folder);
  const first = {
    ...records,
    waves: records.waves.filter(({ wave }) => wave === '1'),
    responses: records.responses.filter(({ wave }) => wave === '1'),
    ties: records.ties.filter(({ wave }) => wave !== '2'),
  };

  it('after the first survey: E-I by region −0.60 with 82 % answered, p < .001, and four introductions', () => {
    const check = checkHealth(checkInput(first, { policy: policy({ permutations: 1999 }) }));
    expect(check.figures['e-i-index@region']).toBeCloseTo(-0.6, 2);
    expect(check.response).toBeCloseTo(49 / 60, 12);
    expect(check.findings[0]?.p).toBeLessThan(0.001);
    expect(check.proposals).toHaveLength(4);
    expect(check.outlooks[0]?.adopters?.expected).toBeGreaterThanOrEqual(0);
  });

  it('one of them met and tied moves the index as predicted; the other, refused, was not done', () => {
    const [one, other] = checkHealth(checkInput(first)).proposals;
    const tied = withTies(first, [one!.parties as [string, string]]);
    const judge = (proposal: typeof one & object, status: 'met' | 'refused') =>
      judgeOutcome({
        proposal,
        afterDays: 30,
        policy: policy(),
        records: tied,
        introduction: introductionOf({ ...proposal, at: '2026-03-31T00:00:00.000Z' }, status),
      });
    expect(judge(one!, 'met')).toMatchObject({ tieFormed: true, verdict: 'worked' });
    expect(judge(one!, 'met').observed).toBeCloseTo(one!.predicted!, 12);
    expect(judge(other!, 'refused').verdict).toBe('not-done');
  });

  it('after the second survey the exchange is less thin: −0.52, and what changed is measured', () => {
    const check = checkHealth(checkInput(records));
    expect(check.wave).toBe('2');
    expect(check.figures['e-i-index@region']).toBeCloseTo(-0.52, 2);
    expect(check.figures['tie-stability']).toBeGreaterThan(0.5);
  });
});

describe('a network without silos raises an alarm no more often than the charter allows', () => {
  it('400 networks without silos, two-sided at 5 %: 20 expected, at most 34 (+3.2 sd) and at least 6', () => {
    const rule = { ...policy().rules[0]!, propose: 'nothing' as const };
    const rules = [
      { ...rule, id: 'too-little', below: 1 },
      { ...rule, id: 'too-much', below: undefined, above: -1 },
    ];
    let alarms = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const records = planted({ members: 18, groups: 3, within: 0.15, across: 0.15, seed });
      const { findings } = checkHealth(checkInput(records, { policy: policy({ rules, seed }) }));
      alarms += findings.length;
    }
    expect(alarms).toBeGreaterThanOrEqual(6);
    expect(alarms).toBeLessThanOrEqual(34);
  }, 120_000);
});

describe('a check says something true of any network', () => {
  it('never throws, never proposes beyond the cap, and gives every silence a reason', () => {
    const networks = fc.record({
      members: fc.integer({ min: 0, max: 12 }),
      groups: fc.integer({ min: 1, max: 3 }),
      within: fc.constantFrom(0, 0.3, 1),
      across: fc.constantFrom(0, 0.1, 1),
      seed: fc.nat(100),
      unanswered: fc.constantFrom(0, 0.3, 1),
    });
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 2 }), (given, capPerPerson) => {
        const check = checkHealth(checkInput(planted(given), { policy: policy({ capPerPerson }) }));
        const load = new Map<string, number>();
        for (const person of check.proposals.flatMap(({ parties }) => parties))
          load.set(person, (load.get(person) ?? 0) + 1);
        for (const count of load.values()) expect(count).toBeLessThanOrEqual(capPerPerson);
        for (const { reason } of check.notProposed) expect(reason.length).toBeGreaterThan(3);
      }),
      { numRuns: 60 },
    );
  });
});
