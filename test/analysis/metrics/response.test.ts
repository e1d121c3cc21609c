import { describe, expect, it } from 'vitest';
import { METRICS, measure } from '../../../analysis/index.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered, fromTies, grouped, network, resultOf, tie } from './small-networks.ts';

describe('no answer is not "no ties"', () => {
  // a and b answered; c and d did not, though c is named.
  const records = grouped(answered(network('a>b b>a a>c d'), ['a', 'b']), { a: 'x', b: 'x', c: 'y', d: 'y' });

  it('density: three arcs of the six that a and b could have named', () => {
    const result = resultOf(records, 'density');
    expect(result.value).toBe(3 / 6);
    expect(result.details).toEqual({ ties: 3, possible: 6 });
    expect(result.response).toBe(0.5);
  });

  it('undirected density: the one pair of which both answered', () => {
    expect(resultOf(records, 'density', { undirected: true }).value).toBe(1);
  });

  it('reciprocity: a→c may be returned or not, so it does not count', () => {
    expect(resultOf(records, 'reciprocity').value).toBe(1);
    expect(resultOf(records, 'dyad-census').value).toEqual({ mutual: 1, asymmetric: 0, null: 0 });
  });

  it('E-I: expected over the pairs that could have been named', () => {
    const { value, details } = resultOf(records, 'e-i-index', { groupBy: 'group' });
    expect(value).toBeCloseTo((1 - 2) / 3, 12);
    expect(details).toMatchObject({ internal: 2, external: 1, expected: (4 - 2) / 6 });
  });

  it('members who did not answer have no figure that needs their own ties', () => {
    for (const id of ['degree', 'out-degree', 'out-strength', 'harmonic-out', 'closeness-out']) {
      const { values, reasons } = resultOf(records, id);
      expect(values!.c, id).toBeNull();
      expect(reasons!.c, id).toBe('did not answer: own ties are unknown');
    }
    expect(resultOf(records, 'in-degree').values).toEqual({ a: 1, b: 1, c: 1, d: 0 });
  });

  it('isolates: who did not answer is told apart', () => {
    const { value, details } = resultOf(records, 'isolates');
    expect(value).toBe(1);
    expect(details).toEqual({ members: [], withoutAnswer: ['d'] });
  });

  it('a wave that asked for other ties says nothing of these', () => {
    const asked = { ...records, waves: [{ wave: '1', types: ['trust'], opens: '', closes: '' }] };
    expect(resultOf(asked, 'density', { types: ['advice'] }).value).toBe(3 / 12);
  });
});

describe('below the smallest response a figure is not estimable, with words and not a number', () => {
  const records = grouped(answered(network('a>b b>a a>c d'), ['a', 'b']), { a: 'x', b: 'x' });

  it('every figure on ties, and only those', () => {
    const withWork: NetworkRecords = {
      ...records,
      contributions: [{ contribution: 'c1', cycle: 1, stage: 'frame', member: 'a', helped: null, text: null }],
      adoptions: [{ member: 'a', practice: 'p', time: 1, censored: false }],
    };
    const { results } = measure(withWork, { groupBy: 'group', smallestResponse: 0.6 });
    const reading = METRICS.filter((metric) => metric.readsTies).map((metric) => metric.id);
    const readTies = results.filter(({ metric }) => reading.includes(metric));
    expect(readTies.length).toBeGreaterThan(40);
    for (const result of readTies) {
      expect(result.reason, result.metric).toBe('not estimable: 50 % answered, at least 60 % are asked for');
      const values = Object.values(result.values ?? { value: result.value });
      expect(
        values.every((value) => value === null),
        result.metric,
      ).toBe(true);
    }
    expect(results.find(({ metric }) => metric === 'adoption-curve')!.value).toBe(0.25);
    expect(results.find(({ metric }) => metric === 'contribution-gini')!.value).toBe(0.75);
  });

  it('at the smallest response it is', () => {
    expect(resultOf(records, 'density', { smallestResponse: 0.5 }).value).toBe(0.5);
  });
});

describe('a band shows how far missing answers could move a figure', () => {
  const random = createRandom(11, 'band');
  const ids = Array.from({ length: 30 }, (_, v) => `m${v}`);
  const ties = ids.flatMap((from, v) =>
    ids
      .filter((to, w) => to !== from && random.next() < (v % 3 === w % 3 ? 0.3 : 0.06))
      .map((to) => tie(from, to, { wave: '1' })),
  );
  const whole = fromTies(ids, ties, (id) => ({ group: `g${Number(id.slice(1)) % 3}` }));
  const structure = ['density', 'reciprocity', 'degree-centralization', 'average-path-length', 'global-efficiency'];
  const silos = ['e-i-index', 'assortativity', 'modularity', 'freeman-segregation', 'gupta-anderson-may'];
  const bands = [...structure, ...silos, 'within-group-odds-ratio'];

  function withShareAnswered(share: number, seed: number): NetworkRecords {
    const order = [...ids];
    createRandom(seed, 'who answers').shuffle(order);
    const known = order.slice(0, Math.round(share * order.length));
    return answered({ ...whole, ties: ties.filter(({ from }) => known.includes(from)) }, known);
  }

  it('is not there when all answered, or nobody knows', () => {
    for (const records of [whole, answered(whole, ids)]) {
      for (const id of bands) {
        const { low, high } = resultOf(records, id, { groupBy: 'group' }, 'network');
        expect([low, high], id).toEqual([null, null]);
      }
    }
  });

  it('holds the figure, is the same for the same seed, and widens as answers go missing', () => {
    for (const id of bands) {
      const widths = [0.9, 0.5].map((share) => {
        const records = withShareAnswered(share, 1);
        const result = resultOf(records, id, { groupBy: 'group' }, 'network');
        expect(result.low, id).toBeLessThanOrEqual(result.value as number);
        expect(result.high, id).toBeGreaterThanOrEqual(result.value as number);
        const again = resultOf(records, id, { groupBy: 'group' }, 'network');
        expect([again.low, again.high]).toEqual([result.low, result.high]);
        return result.high! - result.low!;
      });
      expect(widths[1], id).toBeGreaterThan(widths[0]!);
    }
  });

  it('mostly holds what the figure would have been had everybody answered', () => {
    for (const id of bands) {
      const truth = resultOf(whole, id, { groupBy: 'group' }, 'network').value as number;
      const held = Array.from({ length: 20 }, (_, seed) => {
        const { low, high } = resultOf(withShareAnswered(0.8, seed), id, { groupBy: 'group' }, 'network');
        return low! <= truth && truth <= high!;
      });
      expect(held.filter(Boolean).length, id).toBeGreaterThanOrEqual(15);
    }
  });
});

describe('a band by group', () => {
  const random = createRandom(5, 'bands by group');
  const ids = Array.from({ length: 24 }, (_, v) => `m${v}`);
  const ties = ids.flatMap((from, v) =>
    ids.filter((to, w) => to !== from && random.next() < (v % 2 === w % 2 ? 0.4 : 0.1)).map((to) => tie(from, to)),
  );
  const whole = fromTies(ids, ties, (id) => ({ group: Number(id.slice(1)) % 2 === 0 ? 'even' : 'odd' }));
  const some = answered({ ...whole, ties: ties.map((one) => ({ ...one, wave: '1' })) }, ids.slice(0, 18));
  const metrics = ['coleman-homophily', 'segregation-matrix-index'];

  it('holds the figure of each group, in a network with direction and in one without', () => {
    for (const id of metrics) {
      for (const undirected of [false, true]) {
        const found = measure(some, { metrics: [id], groupBy: 'group', undirected }).results[0];
        if (found === undefined) continue;
        const of = found.details.bands as Record<string, { low: number; high: number }> | undefined;
        for (const [name, value] of Object.entries(found.values ?? {})) {
          if (value === null) continue;
          expect(of![name]!.low, `${id} ${name}`).toBeLessThanOrEqual(value as number);
          expect(of![name]!.high, `${id} ${name}`).toBeGreaterThanOrEqual(value as number);
          expect(of![name]!.high, `${id} ${name}`).toBeGreaterThan(of![name]!.low);
        }
      }
    }
  });

  it('is not there when all answered', () => {
    for (const id of metrics) {
      const { details } = resultOf(whole, id, { groupBy: 'group' });
      expect(details.bands, id).toEqual({ even: { low: null, high: null }, odd: { low: null, high: null } });
    }
  });
});

describe('a contact that was not named because nobody answered is not a lost tie', () => {
  it('tie stability compares those who answered both waves', () => {
    const both = fromTies(
      ['a', 'b', 'c'],
      [
        tie('a', 'b', { wave: '1' }),
        tie('c', 'a', { wave: '1' }),
        tie('a', 'b', { wave: '2' }),
        tie('b', 'c', { wave: '2' }),
      ],
    );
    const records = answered(answered(both, ['a', 'b', 'c'], '1'), ['a', 'b'], '2');
    const { value, details } = resultOf(records, 'tie-stability', { wave: ['1', '2'] });
    expect(details).toMatchObject({ kept: 1, formed: 1, dissolved: 0 });
    expect(value).toBe(0.5);
  });

  it('membership churn: who was asked, and whether the core stayed', () => {
    const first = fromTies(
      ['a', 'b', 'c', 'd'],
      ['ab', 'bc', 'ca', 'cd'].map((pair) => tie(pair[0]!, pair[1]!, { wave: '1' })),
    );
    const asked = (wave: string, ids: string[]) => ids.map((member) => ({ wave, member, status: 'answered' as const }));
    const records: NetworkRecords = {
      ...first,
      members: [
        ...first.members.map((member) => (member.member === 'c' ? { ...member, status: 'left' as const } : member)),
        { member: 'e', status: 'active', hub: false, attributes: {} },
      ],
      responses: [...asked('1', ['a', 'b', 'c', 'd']), ...asked('2', ['a', 'b', 'd', 'e'])],
    };
    const { value, details } = resultOf(records, 'membership-churn', { wave: ['1', '2'] });
    expect(value).toBe(2 / 5);
    expect(details).toEqual({
      before: 4,
      after: 4,
      joined: ['e'],
      left: ['c'],
      core: { members: 3, retained: 2, share: 2 / 3 },
    });
  });

  it('core retained: those who held it together, still active; a core under five is not told of', () => {
    const ring = ['ab', 'bc', 'cd', 'de', 'ea', 'ef'];
    const first = fromTies(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [...ring.map((pair) => tie(pair[0]!, pair[1]!, { wave: '1' })), tie('a', 'b', { wave: '2' })],
    );
    const leaving = (...ids: string[]): NetworkRecords => ({
      ...first,
      members: first.members.map((one) => (ids.includes(one.member) ? { ...one, status: 'left' as const } : one)),
    });
    const wave: [string, string] = ['1', '2'];
    expect(resultOf(leaving('a', 'f'), 'core-retained', { wave })).toMatchObject({
      value: 4 / 5,
      details: { core: 5, retained: 4 },
    });
    const small = fromTies(['a', 'b', 'c'], [tie('a', 'b', { wave: '1' }), tie('a', 'c', { wave: '2' })]);
    expect(resultOf(small, 'core-retained', { wave })).toMatchObject({
      value: null,
      reason: 'the core has fewer than 5 members',
    });
  });
});
