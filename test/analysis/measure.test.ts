import { describe, expect, it } from 'vitest';
import { MeasureError, type MeasureOptions, measure } from '../../analysis/index.ts';
import type { NetworkRecords } from '../../data/records/index.ts';
import { fromTies, grouped, measured, network, resultOf, tie } from './metrics/small-networks.ts';

const records = grouped(network('a>b b>a a>c'), { a: 'x', b: 'x', c: 'y' });

describe('what is asked for wrongly is refused with the way out', () => {
  const refusals: [string, unknown, RegExp][] = [
    ['an unknown option', { permutatoins: 99 }, /unknown option "permutatoins"; did you mean "permutations"\?/],
    ['an unknown metric', { metrics: ['densty'] }, /unknown metric "densty"; did you mean "density"\?/],
    ['an unknown type', { types: ['trust'] }, /unknown type of tie "trust"; expected one of advice/],
    ['an unknown wave', { wave: '3' }, /unknown wave "3"; there are none/],
    ['an unknown attribute', { groupBy: 'gruop' }, /unknown attribute for groupBy "gruop"; did you mean "group"\?/],
    ['both directions', { directed: true, undirected: true }, /contradict/],
    ['a seed that is not whole', { seed: 1.5 }, /option seed is 1.5; give a whole number/],
    ['no permutations', { permutations: 0 }, /permutations is 0/],
    ['a response above 1', { smallestResponse: 60 }, /smallestResponse is 60; give a share from 0 to 1/],
  ];
  for (const [what, options, words] of refusals) {
    it(what, () => {
      const attempt = () => measure(records, options as MeasureOptions);
      expect(attempt).toThrow(MeasureError);
      expect(attempt).toThrow(words);
    });
  }

  it('a strength that is a text, or not finite', () => {
    for (const strength of ['3', Number.NaN, Number.POSITIVE_INFINITY]) {
      const wrong = { ...records, ties: [tie('a', 'b', { strength: strength as number })] };
      expect(() => measure(wrong)).toThrow(/ties\[0\]\.strength is not a number/);
    }
  });

  it('a tie to nobody known, and a member twice, without naming them', () => {
    const stranger = { ...records, ties: [tie('a', 'secret')] };
    expect(() => measure(stranger)).toThrow(/ties\[0\] names somebody who is not among the members/);
    expect(() => measure(stranger)).not.toThrow(/secret/);
    expect(() => measure({ ...records, members: [...records.members, records.members[0]!] })).toThrow(/members\[3\]/);
  });
});

describe('strengths that cannot be used give null with a reason, not a guess', () => {
  it('0 has no distance, but is a tie', () => {
    const zero = network('a>b=0 b>c=1');
    expect(resultOf(zero, 'betweenness', { strength: true }).reasons!.a).toBe(
      'a strength of 0 or less has no distance',
    );
    expect(measured(zero, 'degree')).toEqual({ a: 1, b: 2, c: 1 });
    expect(measured(zero, 'strength')).toEqual({ a: 0, b: 1, c: 1 });
  });

  it('negative ones, and some that are unknown', () => {
    expect(resultOf(network('a>b=-1 b>c'), 'strength').reasons!.a).toMatch(/some ties state no strength/);
    expect(resultOf(network('a>b=-1 b>c=2'), 'strength').reasons!.a).toBe('some strengths are negative');
    expect(() => measure(network('a>b=1 b>c'), { minStrength: 1 })).toThrow(/minStrength/);
  });

  it('stronger is nearer: distance = 1/strength', () => {
    const detour = network('a>b=1 a>c=4 c>b=4', {});
    expect(measured(detour, 'betweenness', { strength: true })).toEqual({ a: 0, b: 0, c: 0.5 });
    expect(measured(detour, 'harmonic-out', { strength: true })).toEqual({ a: (4 + 2) / 2, b: 0, c: 4 / 2 });
  });
});

describe('the network that is measured is the one that was asked for', () => {
  it('self-ties are dropped and counted, parallel ties collapsed with strengths added', () => {
    const doubled = network('a>a=1 a>b=1 a>b=2 b>c=1');
    const { input } = measure(doubled);
    expect(input).toMatchObject({ members: 3, ties: 2, selfTiesDropped: 1, parallelTiesCollapsed: 1, isolates: 0 });
    expect(measured(doubled, 'out-strength')).toEqual({ a: 3, b: 1, c: 0 });
  });

  it('undirected: a pair is tied if either names the other; strengths add', () => {
    const pair = network('a>b=1 b>a=2 c>b=4');
    expect(measure(pair, { undirected: true }).input).toMatchObject({ ties: 2, directed: false });
    expect(measured(pair, 'strength', { directed: false })).toEqual({ a: 3, b: 7, c: 4 });
  });

  it('min-strength judges what a member gave to another, before directions are joined', () => {
    expect(measure(network('a>b=2 b>a=2 a>c=1 a>c=2'), { minStrength: 3, undirected: true }).input.ties).toBe(1);
  });

  it('types and waves choose ties; as of a date later ones do not count', () => {
    const ties = [
      tie('a', 'b', { wave: '1', time: '2026-01-05' }),
      tie('b', 'c', { wave: '2', time: '2026-03-05T09:00' }),
      tie('c', 'a', { type: 'trust', wave: '2' }),
    ];
    const dated = fromTies(['a', 'b', 'c'], ties);
    const count = (options: MeasureOptions) => measure(dated, options).input.ties;
    expect(count({})).toBe(3);
    expect(count({ types: ['trust'] })).toBe(1);
    expect(count({ wave: '2' })).toBe(2);
    expect(count({ asOf: '2026-03-05' })).toBe(3);
    expect(count({ asOf: '2026-03-04' })).toBe(2);
    expect(() => count({ asOf: '2026-03-04', types: ['advice'], wave: '3' })).toThrow(/unknown wave "3"/);
  });

  it('who has left, or was only invited, is no member; ties to them are left out and counted', () => {
    const left: NetworkRecords = {
      ...records,
      members: records.members.map((member) => (member.member === 'c' ? { ...member, status: 'left' } : member)),
    };
    expect(measure(left).input).toMatchObject({ members: 2, ties: 2, outsideTiesDropped: 1 });
  });

  it('a missing group is shown as such', () => {
    const missing = {
      ...records,
      members: records.members.map((member, at) => (at === 0 ? member : { ...member, attributes: { group: '' } })),
    };
    expect(measure(missing, { groupBy: 'group', metrics: ['density'] }).input.groups).toEqual(['(missing)', 'x']);
  });

  it('two waves: the later is the network, the earlier what it is compared with', () => {
    const ties = [tie('a', 'b', { wave: '1' }), tie('b', 'a', { wave: '2' }), tie('c', 'a', { wave: '2' })];
    const measurement = measure(fromTies(['a', 'b', 'c'], ties), { wave: ['1', '2'], metrics: ['ties-formed'] });
    expect(measurement.input.ties).toBe(2);
    expect(measurement.results[0]!.value).toBe(2);
  });
});

describe('a measurement says what it did and what it left out', () => {
  it('with all: what makes no sense is left out, and said', () => {
    const { results, skipped } = measure(network('a>b b>c'));
    expect(skipped).toContainEqual({ metric: 'e-i-index', reason: 'needs groups: give an attribute to group by' });
    expect(results.some(({ metric }) => metric === 'e-i-index')).toBe(false);
  });

  it('asked for by name: null with the reason, in every scope', () => {
    const { results } = measure(network('a>b b>c'), {
      metrics: ['e-i-index', 'tie-stability', 'exposure', 'contribution-gini'],
    });
    expect(results.map(({ reason }) => reason)).not.toContain(null);
    expect(results.filter(({ scope }) => scope === 'network').map(({ value }) => value)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('shows every option as used, and a digest that follows records and options', () => {
    const first = measure(records, { metrics: ['density'] });
    expect(first.options).toMatchObject({
      seed: 1,
      permutations: 10_000,
      undirected: false,
      directed: true,
      groupBy: null,
    });
    expect(first.input.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(measure(records, { metrics: ['density'], seed: 2 }).input.digest).not.toBe(first.input.digest);
    const other = { ...records, ties: records.ties.slice(1) };
    expect(measure(other, { metrics: ['density'] }).input.digest).not.toBe(first.input.digest);
  });

  it('half a surrogate pair in an attribute is odd, but no reason to fail', () => {
    const odd = {
      ...records,
      members: records.members.map((member) => ({ ...member, attributes: { group: '\ud800' } })),
    };
    expect(measure(odd, { groupBy: 'group', metrics: ['density'] }).input.groups).toEqual(['\ud800']);
  });

  it('every result carries the whole contract', () => {
    const [result] = measure(records, { metrics: ['density'] }).results;
    expect(Object.keys(result!).sort()).toEqual([
      'details',
      'directed',
      'high',
      'inputDigest',
      'isolates',
      'low',
      'm',
      'metric',
      'n',
      'normalization',
      'parallelTies',
      'reason',
      'response',
      'scope',
      'seed',
      'selfTies',
      'strength',
      'value',
      'version',
    ]);
  });

  it('member ids that are properties of objects are ids like any other', () => {
    const odd = fromTies(['__proto__', 'constructor', 'x'], [tie('__proto__', 'constructor'), tie('x', 'constructor')]);
    const { values } = resultOf(odd, 'in-degree');
    expect(JSON.stringify(values)).toBe('{"__proto__":0,"constructor":2,"x":0}');
  });
});
