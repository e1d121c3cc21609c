/**
 * Random small networks with everything in them that a metric may read: groups, strengths, two waves, answers, two
 * practices taken up or not, contributions, a hub, self-ties and ties said twice.
 */
import fc from 'fast-check';
import { createRandom, type Random } from '../../../analysis/inference/random.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { tie } from '../metrics/small-networks.ts';

export const WAVES = ['1', '2'] as const;
const PRACTICES = ['peer-review', 'shared-intake'] as const;
const MOST_MEMBERS = 9;

/** What is drawn for each member. */
const person = fc.record({
  /** A number, for what reads it as one. */
  group: fc.constantFrom(1, 2, 3),
  hub: fc.boolean(),
  contributions: fc.nat(3),
  /** Per practice: a period, or not while observed, until the last period or until one before. */
  adoptions: fc.tuple(takenUp(), takenUp()),
  answers: fc.tuple(fc.boolean(), fc.boolean()),
});

function takenUp() {
  return fc.oneof(
    fc.record({ time: fc.integer({ min: 1, max: 6 }), censored: fc.boolean() }),
    fc.constant({ time: null, censored: true }),
  );
}

const row = fc.record({
  from: fc.nat(MOST_MEMBERS - 1),
  to: fc.nat(MOST_MEMBERS - 1),
  // Tenths cannot be written in binary, so their sum hangs on the order in which they are added.
  strength: fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10),
  wave: fc.constantFrom(...WAVES),
});

type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const drawn = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: MOST_MEMBERS, size: 'max' }),
  rows: fc.array(row, { maxLength: 30, size: 'max' }),
});

/** Networks in which everybody answered in both waves. */
export const answeredNetworks: fc.Arbitrary<NetworkRecords> = drawn.map(({ people, rows }) =>
  networkOf(people, rows, () => true),
);

/** Networks in which some did not answer; their rows are not there, and nobody knows what would be in them. */
export const networks: fc.Arbitrary<NetworkRecords> = fc.oneof(
  answeredNetworks,
  drawn.map(({ people, rows }) => networkOf(people, rows, (v, wave) => people[v]!.answers[wave]!)),
);

/** A larger network without any structure: ties laid at random, in both waves. */
export function sparseNetwork(n: number, ties: number, seed: number): NetworkRecords {
  const random = createRandom(seed, 'sparse network');
  const people = Array.from(
    { length: n },
    (): Person => ({
      group: ([1, 2, 3] as const)[random.below(3)]!,
      hub: random.below(8) === 0,
      contributions: random.below(4),
      adoptions: [takenUpBy(random), takenUpBy(random)],
      answers: [true, true],
    }),
  );
  const rows = Array.from(
    { length: ties },
    (): Row => ({
      from: random.below(n),
      to: random.below(n),
      strength: (1 + random.below(50)) / 10,
      wave: WAVES[random.below(2)]!,
    }),
  );
  return networkOf(people, rows, () => true);
}

function takenUpBy(random: Random): Person['adoptions'][0] {
  return random.below(3) === 0 ? { time: null, censored: true } : { time: 1 + random.below(6), censored: false };
}

function networkOf(people: Person[], rows: Row[], answered: (v: number, wave: number) => boolean): NetworkRecords {
  const ids = people.map((_, v) => `m${v}`);
  const at = (number: number): number => number % ids.length;
  return {
    members: people.map(({ group, hub }, v) => ({ member: ids[v]!, status: 'active', hub, attributes: { group } })),
    ties: rows
      .filter(({ from, wave }) => answered(at(from), WAVES.indexOf(wave)))
      .map(({ from, to, strength, wave }, occurrence) =>
        tie(ids[at(from)]!, ids[at(to)]!, { strength, wave, occurrence }),
      ),
    adoptions: people.flatMap(({ adoptions }, v) =>
      adoptions.map((adoption, practice) => ({ member: ids[v]!, practice: PRACTICES[practice]!, ...adoption })),
    ),
    waves: [],
    responses: WAVES.flatMap((wave, number) =>
      ids.map((member, v) => ({ wave, member, status: answered(v, number) ? 'answered' : 'no-answer' }) as const),
    ),
    contributions: people.flatMap(({ contributions }, v) =>
      Array.from({ length: contributions }, (_, step) => ({
        contribution: `c-${v}-${step}`,
        cycle: 1,
        stage: 'exchange' as const,
        member: ids[v]!,
        helped: step === 0 ? ids[0]! : null,
        text: null,
      })),
    ),
  };
}
