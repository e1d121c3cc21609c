import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, whatIf, withTies } from '../../../analysis/simulation/what-if.ts';
import { drawn, planted } from '../../support/networks.ts';

const EI = { metric: 'e-i-index', groupBy: 'region', seed: 1, smallestResponse: 0 };

describe('what would be is what would be measured', () => {
  it('the counted E-I index agrees with the measured one on any network, answered or not', () => {
    const ids = fc.integer({ min: 1, max: 9 }).map((at) => `p00${at}`);
    const pairs = fc.array(fc.tuple(ids, ids), { maxLength: 5 });
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(0, 0.4), pairs, (seed, unanswered, all) => {
        const records = planted({ members: 9, groups: 3, within: 0.3, across: 0.1, seed, unanswered });
        const ties = all.filter(([a, b]) => a !== b);
        const counted = whatIf(records, EI)(ties);
        const measured = figureOf(withTies(records, ties), EI);
        if (counted === null || measured === null) expect(counted).toBe(measured);
        else expect(counted).toBeCloseTo(measured, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('measures any other metric again: two further arcs among the six of three members', () => {
    const records = drawn({ network: 'a>b c' });
    const density = whatIf(records, { metric: 'density', groupBy: null, seed: 1, smallestResponse: 0 });
    expect(density([])).toBeCloseTo(1 / 6, 12);
    expect(density([['a', 'c']])).toBeCloseTo(3 / 6, 12);
  });

  it('is null below the smallest response, without ties, and where nobody has the attribute', () => {
    const silent = drawn({ network: 'a1>a2 b1>b2', unanswered: ['a2', 'b1', 'b2'] });
    expect(whatIf(silent, { ...EI, smallestResponse: 0.5 })([['a1', 'b1']])).toBeNull();
    expect(whatIf(silent, { ...EI, smallestResponse: 0.25 })([['a1', 'b1']])).toBeCloseTo(0, 12);
    expect(whatIf(drawn({ network: 'a b' }), EI)([])).toBeNull();
    expect(figureOf(silent, { ...EI, groupBy: 'organisation' })).toBeNull();
  });

  it('changes nothing of the records it is given', () => {
    const records = drawn({ network: 'a>b c' });
    const before = JSON.stringify(records);
    withTies(records, [['a', 'c']]);
    expect(JSON.stringify(records)).toBe(before);
  });
});
