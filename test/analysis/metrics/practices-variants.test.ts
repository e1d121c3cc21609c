import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/inference/random.ts';
import type { VariantCompared } from '../../../analysis/metrics/practice/variant-difference.ts';
import { compareArms } from '../../../analysis/variants/compare-arms.ts';
import type { NetworkRecords, PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

type Variant = PracticeRecords['variant'][number];
type Seat = PracticeRecords['variant-arm'][number];

const words = 't-0123456789abcdef';
const at = '2026-03-02T09:00:00.000Z';
const variant = (more: Partial<Variant> = {}): Variant => ({
  ...{ variant: 'variant-1', question: words, outcomes: ['contributions', 'adoptions'], describedBy: 'a' },
  arms: (['a', 'b'] as const).map((arm) => ({ arm, words })),
  ...{ assign: { by: 'random', seed: 1 }, describedAt: at, status: 'running', decided: null, endedAt: null },
  ...more,
});
const seats = (arm: Seat['arm'], ids: string, more: Partial<Seat> = {}): Seat[] =>
  [...ids].map((member) => ({
    ...{ variant: 'variant-1', member, arm, how: 'drawn', block: null, draw: 'first', at },
    ...{ before: { contributions: 0, adoptions: 0 }, after: null, ...more },
  }));
const given = (ids: string): NetworkRecords['contributions'] =>
  [...ids].map((member, count) => ({
    ...{ contribution: `c-${count}`, cycle: 1, stage: 'exchange' as const, member, helped: null, text: null },
  }));
const members = network('a b c d e f g h i j k l');
const measured = (practices: NetworkRecords['practices'], contributions = given('ffgghhiija')) =>
  resultOf({ ...members, contributions, practices }, 'variant-difference', { permutations: 999 });
const comparedIn = (details: Record<string, unknown>) => details.variants as VariantCompared[];

describe('variant-difference: what members gained since the assignment, by arm', () => {
  const all = [...seats('a', 'abcde'), ...seats('b', 'fghij')];

  it('means and difference are what one adds up by hand; equal gains have no interval', () => {
    const { value, details } = measured({ variant: [variant()], 'variant-arm': all });
    expect(value).toBeCloseTo(9 / 5 - 1 / 5, 12);
    const [one] = comparedIn(details);
    expect(one).toMatchObject({ randomised: true, reason: null, arms: [{ arm: 'a', members: 5 }, { members: 5 }] });
    expect(one?.outcomes[0]).toMatchObject({ means: [0.2, 1.8] });
    // Squares: 0.8 in either arm, over 10 − 2.
    expect(one?.outcomes[0]?.standardised).toBeCloseTo(1.6 / Math.sqrt(1.6 / 8), 12);
    const [low, high] = (one?.outcomes[0]?.interval ?? [0, 9]) as [number, number];
    expect(low).toBeGreaterThan(0.5);
    expect(high).toBeLessThan(2.5);
    expect(one?.outcomes[1]).toMatchObject({ difference: 0, interval: null, standardised: null, p: 1 });
    expect(one?.outcomes[0]?.adjustedP).toBeCloseTo(2 * one!.outcomes[0]!.p, 12);
  });

  it('what was there before does not count, nor what came after the end', () => {
    const before = seats('b', 'fghij', { before: { contributions: 1, adoptions: 0 } });
    expect(measured({ variant: [variant()], 'variant-arm': [...all.slice(0, 5), ...before] }).value).toBeCloseTo(
      0.6,
      12,
    );
    const after = all.map((one) => ({ ...one, after: { contributions: 3, adoptions: 0 } }));
    expect(measured({ variant: [variant()], 'variant-arm': after }).value).toBe(0);
  });

  it('an arm under five is withheld: of two there is nothing to compare, of three no means are shown', () => {
    const small = measured({ variant: [variant()], 'variant-arm': all.slice(0, 9) });
    expect(small).toMatchObject({ value: null, reason: expect.stringContaining('fewer than two arms of variant-1') });
    expect(comparedIn(small.details)[0]?.arms[1]).toEqual({ arm: 'b', members: null });
    const three = variant({ arms: (['a', 'b', 'c'] as const).map((arm) => ({ arm, words })) });
    const { value, details } = measured({ variant: [three], 'variant-arm': [...all, ...seats('c', 'kl')] });
    expect(value).toBeCloseTo(1.6, 12);
    expect(comparedIn(details)[0]?.outcomes[0]?.means).toBeNull();
  });

  it('who was erased is not there, who has left is', () => {
    const unknown = [...all.slice(0, 9), ...seats('b', 'z')];
    expect(measured({ variant: [variant()], 'variant-arm': unknown }).value).toBeNull();
    const left = members.members.map((one) => (one.member === 'j' ? { ...one, status: 'left' as const } : one));
    const records = { ...members, members: left, contributions: given('ffgghhiija') };
    const practices = { variant: [variant()], 'variant-arm': all };
    expect(resultOf({ ...records, practices }, 'variant-difference').value).toBeCloseTo(1.6, 12);
  });

  it('named or by attribute it is no experiment; without any it is not known', () => {
    const { details } = measured({ variant: [variant({ assign: { by: 'naming' } })], 'variant-arm': all });
    expect(comparedIn(details)[0]).toMatchObject({ by: 'naming', randomised: false });
    expect(measured({ variant: [variant()] }).value).toBeNull();
  });

  it('a tie counts for both, once for each other person, and not where a survey asked', () => {
    const tie = { type: 'introduced', strength: null, time: null };
    const ties = [
      { ...tie, from: 'f', to: 'a', wave: null, occurrence: 0 },
      { ...tie, from: 'a', to: 'f', wave: null, occurrence: 0 },
      { ...tie, from: 'f', to: 'f', wave: null, occurrence: 0 },
      { ...tie, from: 'f', to: 'k', wave: null, occurrence: 0 },
      { ...tie, from: 'g', to: 'h', wave: '1', occurrence: 0 },
    ];
    const practices = { variant: [variant({ outcomes: ['ties'] })], 'variant-arm': all };
    expect(resultOf({ ...members, ties, practices }, 'variant-difference').value).toBeCloseTo(2 / 5 - 1 / 5, 12);
  });
});

describe('compareArms: p is that of all assignments that could have been', () => {
  const chance = { permutations: 20_000, random: (stream: string) => createRandom(3, stream) };
  const rows = (arms: string, gained: number[], stratum = (_: number) => '') =>
    [...arms].map((arm, place) => ({ arm, stratum: stratum(place), gained: [gained[place]!] }));
  const gained = [0, 1, 0, 2, 3, 1, 4, 0];

  it.each<[string, (place: number) => string]>([
    ['all together', () => ''],
    ['within two blocks', (place) => (place % 2 === 0 ? 'x' : 'y')],
  ])('%s', (_, stratum) => {
    const assigned = rows('aaaabbbb', gained, stratum);
    const [found] = compareArms(assigned, ['a', 'b'], ['ties'], chance);
    const strata = [...new Set(assigned.map((one) => one.stratum))];
    const fits = (labels: number) =>
      strata.every((name) => {
        const places = assigned.flatMap((one, place) => (one.stratum === name ? [place] : []));
        const own = places.filter((place) => (labels >> place) % 2 === 1).length;
        return own === places.filter((place) => assigned[place]?.arm === 'b').length;
      });
    const differences = Array.from({ length: 2 ** 8 }, (_labels, labels) => labels)
      .filter(fits)
      .map(
        (labels) => gained.reduce((sum, value, place) => sum + ((labels >> place) % 2 === 1 ? value : -value), 0) / 4,
      );
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    const asFar = differences.filter((one) => Math.abs(one - mean) >= Math.abs(found!.difference - mean) - 1e-9);
    expect(Math.abs(found!.p - asFar.length / differences.length)).toBeLessThan(0.015);
  });

  it('drawn one by one, with nobody to change places with, nothing is against chance', () => {
    const [found] = compareArms(rows('aaaabbbb', gained, String), ['a', 'b'], ['ties'], chance);
    expect(found?.p).toBe(1);
  });

  it('of three arms it is highest less lowest, tested upwards, without an interval', () => {
    const [found] = compareArms(rows('aabbcc', [0, 0, 1, 1, 9, 9]), ['a', 'b', 'c'], ['ties'], chance);
    expect(found).toMatchObject({ means: [0, 1, 9], difference: 9, interval: null });
    // Of 90 ways six keep the pairs together; 9 is also reached by 0 0 | 9 9 alone: those six.
    expect(Math.abs(found!.p - 6 / 90)).toBeLessThan(0.01);
  });

  it('the interval holds the truth about as often as it says, in arms of eight', () => {
    const runs = 300;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const random = createRandom(run, 'truth');
      const values = Array.from({ length: 16 }, (_, place) => Math.floor(random.next() * 4) + (place < 8 ? 0 : 1));
      const few = { permutations: 400, random: (stream: string) => createRandom(run, stream) };
      const [found] = compareArms(rows('aaaaaaaabbbbbbbb', values), ['a', 'b'], ['ties'], few);
      const [low, high] = found!.interval as [number, number];
      if (low <= 1 && 1 <= high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThan(0.99);
  });
});
