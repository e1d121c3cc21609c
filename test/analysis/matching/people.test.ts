import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, MatchRules } from '../../../analysis/matching/candidate.ts';
import { formCircles, sizesOf } from '../../../analysis/matching/circles.ts';
import { type Mentee, type Mentor, matchMentors } from '../../../analysis/matching/mentors.ts';
import { pairKey } from '../../../analysis/matching/pair.ts';
import { matchPairs } from '../../../analysis/matching/pairs.ts';
import { planRota } from '../../../analysis/matching/rota.ts';
import { termsAmong } from '../../../analysis/matching/terms.ts';
import { hoursTogether, offsetHours } from '../../../analysis/matching/working-hours.ts';

const AT = '2026-07-01T09:00:00.000Z';

function rules(more: Partial<MatchRules> = {}): MatchRules {
  return {
    ...{ at: AT, across: ['organisation', 'region'], mustDiffer: [], leastHoursTogether: 2, blocked: new Set() },
    weights: { distance: 2, complement: 2, bridging: 1, lightness: 1 },
    ...{ past: new Set(), repeat: 'if-unavoidable', ties: [], seed: 1, ...more },
  };
}

function person(member: string, organisation: string, more: Partial<Candidate> = {}): Candidate {
  const attributes = { organisation, region: organisation < 'C' ? 'North' : 'South' };
  return { member, attributes, skills: new Map(), load: 0, timeZone: null, ...more };
}

const mentor = (member: string, organisation: string, more: Partial<Mentor> = {}): Mentor => ({
  ...person(member, organisation),
  ...{ capacity: 1, kinds: ['mentoring'], offers: ['grants'], skills: new Map([['grants', 3]]), ...more },
});
const mentee = (member: string, organisation: string, more: Partial<Mentee> = {}): Mentee => ({
  ...person(member, organisation),
  ...{ kind: 'mentoring', wish: 'grants', ...more },
});

describe('working hours: nine to five here and there', () => {
  it('knows summer time, fixed offsets, and the short way around the globe', () => {
    expect(offsetHours('Europe/Berlin', AT)).toBe(2);
    expect(offsetHours('Europe/Berlin', '2026-01-01T09:00:00.000Z')).toBe(1);
    expect(offsetHours('Asia/Kathmandu', AT)).toBe(5.75);
    expect(offsetHours('UTC-03:30', AT)).toBe(-3.5);
    expect(offsetHours('UTC', AT)).toBe(0);
    expect(offsetHours('Middle/Earth', AT)).toBeNull();
    expect(hoursTogether(2, 5.75)).toBe(4.25);
    expect(hoursTogether(-10, 12)).toBe(6);
    expect(hoursTogether(0, 12)).toBe(0);
  });
});

describe('mentors: who gets one, who does not and why, in a sentence each', () => {
  it('prefers another organisation, fills room, and says why somebody stays without', () => {
    const result = matchMentors(
      [mentor('m1', 'A', { capacity: 2 }), mentor('m2', 'D')],
      [
        mentee('e1', 'A'),
        mentee('e2', 'D'),
        mentee('e3', 'D', { wish: 'x-ray' }),
        mentee('e4', 'A', { kind: 'pairing' }),
      ],
      rules(),
    );
    expect(result.matches.map(({ mentor: of, mentee: to }) => `${of}>${to}`)).toEqual(['m2>e1', 'm1>e2']);
    expect(result.matches[0]?.sentence).toBe(
      'The two differ in organisation and region; one wishes for grants, which the other knows; knowing each other would bring 1 pair of members within two steps.',
    );
    expect(result.without).toEqual([
      { member: 'e3', why: 'nobody offers x-ray' },
      { member: 'e4', why: 'nobody offers pairing' },
    ]);
    expect(result).toMatchObject({ isBest: true, points: result.bound, blockingPairs: null, repeats: 0 });
    expect(result.fairness).toEqual({ least: 1000, median: 1000, most: 1000 });
  });

  it('never the same pair again where that is the rule; else only where nothing is left, and says so', () => {
    const past = new Set([pairKey('e1', 'm1')]);
    const never = matchMentors([mentor('m1', 'A')], [mentee('e1', 'B')], rules({ past, repeat: 'never' }));
    expect(never).toMatchObject({
      matches: [],
      without: [{ member: 'e1', why: 'every mentor left was theirs before' }],
    });
    const again = matchMentors([mentor('m1', 'A')], [mentee('e1', 'B')], rules({ past }));
    expect(again).toMatchObject({ matches: [{ mentor: 'm1', mentee: 'e1', isRepeat: true }], repeats: 1 });
    expect(again.matches[0]?.sentence).toContain('were matched before, and nobody else was left');
    // The other one suits far worse, and is new.
    const other = matchMentors(
      [mentor('m1', 'A'), mentor('m2', 'D', { skills: new Map([['grants', 1]]), load: 9 })],
      [mentee('e1', 'D')],
      rules({ past }),
    );
    expect(other).toMatchObject({ matches: [{ mentor: 'm2', isRepeat: false }], repeats: 0 });
  });

  it('keeps night and day apart, blocked pairs too, and counts who would rather have each other', () => {
    const far = mentor('m1', 'A', { timeZone: 'Asia/Tokyo' });
    const result = matchMentors([far], [mentee('e1', 'B', { timeZone: 'America/New_York' })], rules());
    expect(result.without).toEqual([{ member: 'e1', why: 'no mentor left shares enough hours of a working day' }]);
    const blocked = matchMentors(
      [mentor('m1', 'A')],
      [mentee('e1', 'B')],
      rules({ blocked: new Set([pairKey('m1', 'e1')]) }),
    );
    expect(blocked.matches).toEqual([]);
    // By points each would go across; by their own word they belong together, both of them.
    const wishing = matchMentors(
      [mentor('m1', 'A', { prefers: ['e1'] }), mentor('m2', 'D')],
      [mentee('e1', 'A', { prefers: ['m1'] }), mentee('e2', 'D')],
      rules(),
    );
    expect(wishing.blockingPairs).toBe(1);
  });
});

describe('Law: the same people in any order are matched the same, to the byte; another seed draws among equals', () => {
  it('pairs, circles and mentors', () => {
    const people = Array.from({ length: 12 }, (_, at) => person(`p${at}`, 'ABCD'[at % 4]!));
    const turned = [...people].reverse();
    expect(JSON.stringify(matchPairs(turned, rules()))).toBe(JSON.stringify(matchPairs(people, rules())));
    expect(JSON.stringify(formCircles(turned, 3, rules()))).toBe(JSON.stringify(formCircles(people, 3, rules())));
    const other = matchPairs(people, rules({ seed: 2 }));
    expect(other.points).toBe(matchPairs(people, rules()).points);
    expect(JSON.stringify(other.matches)).not.toBe(JSON.stringify(matchPairs(people, rules()).matches));
  });
});

describe('pairs across organisations', () => {
  it('as many as can be, none within one organisation where they have to differ', () => {
    const people = ['A', 'A', 'A', 'B', 'C'].map((organisation, at) => person(`p${at}`, organisation));
    const result = matchPairs(people, rules({ mustDiffer: ['organisation'] }));
    expect(result.matches).toHaveLength(2);
    expect(result.without).toEqual([
      { member: expect.stringMatching(/^p[012]$/), why: 'everybody who would do has a partner' },
    ]);
    expect(result.isBest).toBe(true);
    expect(matchPairs(people.slice(0, 3), rules({ mustDiffer: ['organisation'] })).without[0]?.why).toBe(
      'everybody else is of the same',
    );
    expect(matchPairs(people.slice(0, 1), rules()).without).toEqual([{ member: 'p0', why: 'there is nobody else' }]);
  });
});

describe('circles: even in size, formed for difference, as good as they are said to be', () => {
  it('sizes', () => {
    expect(sizesOf(7, 3)).toEqual([4, 3]);
    expect(sizesOf(5, 3)).toEqual([3, 2]);
    expect(sizesOf(4, 3)).toEqual([4]);
    expect(sizesOf(2, 3)).toEqual([2]);
    expect(sizesOf(1, 3)).toEqual([]);
    expect(sizesOf(9, 2)).toEqual([3, 2, 2, 2]);
  });

  it('groups of two are the best pairs there are', () => {
    const skills = ['x', 'y', 'z'];
    const people = Array.from({ length: 20 }, (_, at) =>
      person(`p${at}`, 'ABCDE'[(at * 7) % 5]!, {
        load: at % 4,
        skills: new Map([
          [skills[at % 3]!, 1],
          [skills[(at * 5) % 2]!, 2],
        ]),
      }),
    );
    const found = formCircles(people, 2, rules());
    expect(found).toMatchObject({ points: matchPairs(people, rules()).points, isBest: true, gapAtMost: 0 });
    expect(
      formCircles(people.slice(1), 2, rules())
        .circles.map(({ members }) => members.length)
        .sort(),
    ).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 3]);
  });

  it('nobody blocked is put together, and past partners only where it cannot be avoided, which is said', () => {
    const people = Array.from({ length: 6 }, (_, at) => person(`p${at}`, 'AB'[at % 2]!));
    const past = new Set([pairKey('p0', 'p1'), pairKey('p0', 'p2'), pairKey('p1', 'p2')]);
    expect(formCircles(people, 3, rules({ past })).repeats).toBe(1);
    expect(formCircles(people, 2, rules({ past })).repeats).toBe(0);
    const blocked = new Set(people.slice(1).map(({ member }) => pairKey('p0', member)));
    const { without, circles } = formCircles(people, 3, rules({ blocked }));
    expect(without).toEqual([{ member: 'p0', why: 'is not to be in one group with those who are left' }]);
    expect(circles.map(({ members }) => members.length).sort()).toEqual([2, 3]);
  });

  it('against every grouping of six to nine members into threes: how far from the best', () => {
    const gaps: number[] = [];
    const people = fc.array(
      fc.record({ organisation: fc.constantFrom('A', 'B', 'C', 'D'), skills: fc.subarray(['x', 'y', 'z']) }),
      {
        minLength: 6,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(people, (drawn) => {
        const candidates = drawn.map(({ organisation, skills }, at) =>
          person(`p${at}`, organisation, { load: at % 3, skills: new Map(skills.map((skill) => [skill, 2])) }),
        );
        const found = formCircles(candidates, 3, rules());
        const terms = termsAmong(candidates, rules());
        const value = (group: number[]): number =>
          group.reduce(
            (sum, a, at) =>
              sum +
              group.slice(at + 1).reduce((inner, b) => inner + terms.of(candidates[a]!, candidates[b]!).points, 0),
            0,
          );
        const best = bestGrouping(
          candidates.map((_, at) => at),
          sizesOf(candidates.length, 3),
          value,
        );
        expect(found.bound).toBeGreaterThanOrEqual(best);
        expect(found.points).toBeLessThanOrEqual(best);
        expect(found.points).toBe(found.circles.reduce((sum, { points }) => sum + points, 0));
        gaps.push(1 - found.points / best);
      }),
      { numRuns: 60, seed: 5 },
    );
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    process.stdout.write(
      `circles: ${(100 * mean).toFixed(2)} % from the best on average, ${(100 * Math.max(...gaps)).toFixed(1)} % at worst\n`,
    );
    expect(mean).toBeLessThan(0.01);
    expect(Math.max(...gaps)).toBeLessThan(0.1);
  });
});

function bestGrouping(left: number[], sizes: number[], value: (group: number[]) => number): number {
  const [size, ...rest] = sizes;
  if (size === undefined) return 0;
  let best = 0;
  // Groups of the same size in any order are the same grouping: the first member left leads; sizes fall, so take each in turn.
  const [first, ...others] = left;
  for (const leading of new Set(sizes)) {
    const remaining = leading === size ? rest : sizes.filter((_, at) => at !== sizes.indexOf(leading));
    for (const chosen of choose(others, leading - 1)) {
      const group = [first!, ...chosen];
      best = Math.max(
        best,
        value(group) +
          bestGrouping(
            left.filter((one) => !group.includes(one)),
            remaining,
            value,
          ),
      );
    }
  }
  return best;
}

function* choose(from: number[], count: number): Generator<number[]> {
  if (count === 0) yield [];
  else
    for (const [at, one] of from.entries())
      for (const rest of choose(from.slice(at + 1), count - 1)) yield [one, ...rest];
}

describe('rota: loads as even as can be, no two in a row where that can be', () => {
  const people = (helds: number[]) =>
    helds.map((held, at) => ({
      member: `f${at}`,
      held,
      lastAt: held === 0 ? null : `2026-0${at + 1}-01T09:00:00.000Z`,
    }));
  const turns = (count: number, notFor: Record<number, string[]> = {}) =>
    Array.from({ length: count }, (_, at) => ({ turn: `t${at}`, notFor: notFor[at] ?? [] }));

  it('levels what was carried before, and parts runs', () => {
    const rota = planRota(turns(5), people([0, 2]), { before: 'f0', seed: 1 });
    expect(rota.loads).toEqual({ least: 3, most: 4 });
    expect(rota.longestRun).toBeLessThanOrEqual(3);
    expect(rota.isMostEven).toBe(true);
    expect(rota.turns[0]?.sentence).toContain('loads run from 3 to 4');
  });

  it('leaves open what nobody can take, and hands a single turn on where others can', () => {
    expect(planRota(turns(1, { 0: ['f0', 'f1'] }), people([0, 0]), { before: null, seed: 1 }).open).toEqual(['t0']);
    expect(planRota(turns(1), people([0, 4]), { before: 'f0', seed: 1 }).turns[0]?.facilitator).toBe('f1');
    expect(planRota(turns(1), people([0]), { before: 'f0', seed: 1 })).toMatchObject({
      longestRun: 2,
      isMostEven: true,
    });
    expect(planRota(turns(2), [], { before: null, seed: 1 })).toMatchObject({
      turns: [],
      open: ['t0', 't1'],
      loads: null,
    });
  });

  it('is as even as the most even of all rotas that are tried', () => {
    const problem = fc.record({
      helds: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
      barred: fc.array(fc.subarray(['f0', 'f1', 'f2', 'f3']), { minLength: 2, maxLength: 5 }),
    });
    fc.assert(
      fc.property(problem, ({ helds, barred }) => {
        const facilitators = people(helds);
        const slots = barred.map((notFor, at) => ({ turn: `t${at}`, notFor }));
        const rota = planRota(slots, facilitators, { before: null, seed: 1 });
        const loads = new Map(facilitators.map(({ member, held }) => [member, held]));
        for (const { turn, facilitator } of rota.turns) {
          expect(slots.find((slot) => slot.turn === turn)?.notFor).not.toContain(facilitator);
          loads.set(facilitator, loads.get(facilitator)! + 1);
        }
        const square = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one * one, 0);
        expect(square(loads.values())).toBe(
          leastSquares(
            slots.map(({ notFor }) => notFor),
            new Map(facilitators.map(({ member, held }) => [member, held])),
          ),
        );
        expect(rota.isMostEven).toBe(true);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

/** All ways to hand turns out that leave open only what nobody can take. */
function leastSquares([notFor, ...rest]: string[][], loads: Map<string, number>): number {
  if (notFor === undefined) return [...loads.values()].reduce((sum, one) => sum + one * one, 0);
  const able = [...loads.keys()].filter((member) => !notFor.includes(member));
  if (able.length === 0) return leastSquares(rest, loads);
  return Math.min(...able.map((member) => leastSquares(rest, new Map(loads).set(member, loads.get(member)! + 1))));
}
