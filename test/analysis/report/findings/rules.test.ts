import { describe, expect, it } from 'vitest';
import type { Figure, Figures } from '../../../../analysis/report/findings/figures.ts';
import { type FindingContext, idOf } from '../../../../analysis/report/findings/finding-rule.ts';
import { target, targetRule } from '../../../../analysis/report/findings/target.ts';
import { threshold } from '../../../../analysis/report/findings/threshold.ts';
import { type HealthRule, KINDS } from '../../../../data/records/index.ts';
import { policy } from '../../../support/health.ts';

const RULE = KINDS.charter.example.document.health.rules[0]!;

function figures(given: Record<string, Partial<Figure>>): Figures {
  const entries = Object.entries(given).map(([key, figure]): [string, Figure] => [
    key,
    { value: null, reason: null, p: null, expected: null, ...figure },
  ]);
  return {
    byKey: new Map(entries),
    unknownAttributes: ['concern'],
    skipped: new Map([['tie-stability', 'needs two waves']]),
  };
}

function context(rules: Partial<HealthRule>[], given: Record<string, Partial<Figure>>): FindingContext {
  return {
    check: 'health-2026-03-31',
    asOf: '2026-03-31T00:00:00.000Z',
    policy: policy({ rules: rules.map((rule) => ({ ...RULE, ...rule })) }),
    response: 0.82,
    figures: figures(given),
  };
}

const SILO = { value: -0.6, p: 0.001, expected: 0.3 };

describe('a rule fires when its figure is beyond the threshold and chance is no likely reason', () => {
  it('says what it saw, and how sure that is', () => {
    const { findings, silent } = threshold(context([{}], { 'e-i-index@region': SILO }));
    expect(silent).toEqual([]);
    expect(findings).toEqual([
      {
        finding: 'health-2026-03-31.thin-exchange',
        check: 'health-2026-03-31',
        rule: 'thin-exchange',
        metric: 'e-i-index',
        groupBy: 'region',
        value: -0.6,
        threshold: -0.4,
        p: 0.001,
        response: 0.82,
      },
    ]);
    expect(KINDS.finding.schema.parse(findings[0])).toEqual(findings[0]);
  });

  it.each<[string, Partial<HealthRule>, Partial<Figure>, number, RegExp | null]>([
    ['exactly at the threshold', {}, { ...SILO, value: -0.4 }, 0, null],
    ['on the good side', {}, { ...SILO, value: 0.1 }, 0, null],
    ['not estimable', {}, { value: null, reason: 'not estimable: 31 % answered' }, 0, /31 % answered/],
    ['chance explains it', {}, { ...SILO, p: 0.2 }, 0, /p = 0.2, at most 0.05/],
    ['asked for a test that there is not', {}, { ...SILO, p: null }, 0, /no test/],
    ['p is exactly the limit', {}, { ...SILO, p: 0.05 }, 1, null],
    ['significant, but less silo than chance gives', {}, { value: -0.6, p: 0.001, expected: -0.8 }, 0, /other side/],
    ['no test asked for', { atMostP: undefined }, { value: -0.6 }, 1, null],
    ['above, beyond', { below: undefined, above: -0.7, atMostP: undefined }, { value: -0.6 }, 1, null],
    ['above, not beyond', { below: undefined, above: -0.6, atMostP: undefined }, { value: -0.6 }, 0, null],
  ])('%s', (_, rule, figure, fired, silent) => {
    const seen = threshold(context([rule], { 'e-i-index@region': figure }));
    expect(seen.findings).toHaveLength(fired);
    expect(seen.silent.map(({ reason }) => reason).join()).toMatch(silent ?? /^$/);
  });

  it('says why where there is no such figure at all', () => {
    const rules = [
      { id: 'a', metric: 'e-i-index', groupBy: 'concern' },
      { id: 'b', metric: 'tie-stability' },
      { id: 'c', metric: 'no-such-metric' },
    ];
    expect(threshold(context(rules, {})).silent).toEqual([
      { rule: 'a', reason: 'no member has the attribute "concern"' },
      { rule: 'b', reason: 'needs two waves' },
      { rule: 'c', reason: '"no-such-metric" gives no single figure for the network' },
    ]);
  });

  it('holds a rule on a practice against the only one there is, and says so where there are several', () => {
    const rule = { metric: 'adoption-curve', below: 0.5, atMostP: undefined };
    const one = threshold(context([rule], { 'adoption-curve:intake': { value: 0.2 } }));
    expect(one.findings[0]).toMatchObject({ metric: 'adoption-curve', groupBy: null, value: 0.2 });
    const two = context([rule], { 'adoption-curve:intake': { value: 0.2 }, 'adoption-curve:call': { value: 0.1 } });
    expect(threshold(two)).toMatchObject({
      findings: [],
      silent: [{ reason: expect.stringMatching(/each of 2 practices/) }],
    });
  });

  it('adjusts p-values for the number of tests, worked by hand: .03 and .04 of two, .01 of one', () => {
    const two = { 'e-i-index@region': { ...SILO, p: 0.03 }, 'e-i-index@organisation': { ...SILO, p: 0.04 } };
    const rules = [{ id: 'a' }, { id: 'b', groupBy: 'organisation' }];
    // Ranks 1 and 2 of 2: .03 · 2/1 = .06 and .04 · 2/2 = .04, and never more than what a larger p gets: both .04.
    expect(threshold(context(rules, two)).findings.map(({ p }) => p)).toEqual([0.04, 0.04]);
    const worse = { ...two, 'e-i-index@organisation': { ...SILO, p: 0.6 } };
    expect(threshold(context(rules, worse)).findings).toEqual([]);
  });

  it('counts two rules on the same figure as one test', () => {
    const rules = [{ id: 'a' }, { id: 'b', below: -0.5 }];
    const seen = threshold(context(rules, { 'e-i-index@region': { ...SILO, p: 0.04 } }));
    expect(seen.findings.map(({ rule, p }) => [rule, p])).toEqual([
      ['a', 0.04],
      ['b', 0.04],
    ]);
  });
});

describe('a target that members agreed on is missed, or met, or not yet due', () => {
  const judge = (targets: Parameters<typeof policy>[0] & object, given: Record<string, Partial<Figure>>) =>
    target({ ...context([], given), policy: policy(targets) });

  it.each<[string, object, Partial<Figure>, number | null, RegExp | null]>([
    ['short of it', { atLeast: 0.2 }, { value: 0.1 }, 0.2, null],
    ['exactly there', { atLeast: 0.2 }, { value: 0.2 }, null, null],
    ['over what was meant', { atMost: 0.05 }, { value: 0.1 }, 0.05, null],
    ['within a corridor', { atLeast: 0.05, atMost: 0.15 }, { value: 0.1 }, null, null],
    ['not estimable', { atLeast: 0.2 }, { reason: 'no ties' }, null, /no ties/],
    ['before its review', { atLeast: 0.2, review: '2026-04-01' }, { value: 0.1 }, null, /from 2026-04-01 on/],
    ['on the day of its review', { atLeast: 0.2, review: '2026-03-31' }, { value: 0.1 }, 0.2, null],
  ])('%s', (_, entry, figure, missed, silent) => {
    const seen = judge({ targets: [{ metric: 'density', ...entry }] }, { density: figure });
    expect(seen.findings.map((finding) => finding.threshold)).toEqual(missed === null ? [] : [missed]);
    expect(seen.silent.map(({ reason }) => reason).join()).toMatch(silent ?? /^$/);
  });

  it('names findings by metric, and by number where a metric has several targets', () => {
    const targets = [
      { metric: 'density', atLeast: 0.2 },
      { metric: 'e-i-index', atLeast: 0 },
      { metric: 'density', atLeast: 0.3 },
    ];
    expect(targets.map((_, at) => targetRule(targets, at))).toEqual([
      'target.density',
      'target.e-i-index',
      'target.density.2',
    ]);
    const { findings } = judge({ targets }, { density: { value: 0.1 }, 'e-i-index@region': { value: -0.6 } });
    expect(findings.map(({ finding, groupBy }) => [finding, groupBy])).toEqual([
      ['health-2026-03-31.target.density', null],
      ['health-2026-03-31.target.e-i-index', 'region'],
      ['health-2026-03-31.target.density.2', null],
    ]);
  });
});

describe('ids of findings and proposals are ids, however long their parts are', () => {
  it('joins what fits, and tells apart what does not', () => {
    expect(idOf('health-2026-03-31', 'thin-exchange', 1)).toBe('health-2026-03-31.thin-exchange.1');
    const long = ['a', 'b'].map((last) => idOf('health-2026-03-31', `${'r'.repeat(99)}${last}`));
    expect(new Set(long).size).toBe(2);
    for (const id of long) expect(KINDS.finding.schema.shape.finding.safeParse(id).success).toBe(true);
  });
});
