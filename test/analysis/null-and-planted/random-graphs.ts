/** Networks drawn from a stated chance of each tie: without structure, or with the one that is planted. */
import { createRandom, type Random } from '../../../analysis/inference/random.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { fromTies, tie } from '../metrics/small-networks.ts';

export interface Drawn {
  records: NetworkRecords;
  random: Random;
}

/** @param chance of a tie from one member to another, both by number. */
export function drawn(
  n: number,
  seed: number,
  chance: (from: number, to: number) => number,
  groupOf: (v: number) => string = (v) => `g${v % 3}`,
): Drawn {
  const random = createRandom(seed, 'drawn network');
  const ids = Array.from({ length: n }, (_, v) => idOf(v));
  const ties = ids.flatMap((from, v) =>
    ids.filter((_, w) => w !== v && random.next() < chance(v, w)).map((to) => tie(from, to)),
  );
  return { records: fromTies(ids, ties, (id) => ({ group: groupOf(Number(id.slice(1))) })), random };
}

export function idOf(v: number): string {
  return `m${String(v).padStart(2, '0')}`;
}

/** Who takes a practice up when, regardless of contacts; some not while observed. */
export function adoptingAtRandom({ records, random }: Drawn, periods: number, never: number): NetworkRecords {
  const adoptions = records.members.map(({ member }) => {
    const time = random.next() < never ? null : 1 + random.below(periods);
    return { member, practice: 'peer-review', time, censored: time === null };
  });
  return { ...records, adoptions };
}

/** Who takes it up once two of those whom they name have: from the given on, period by period. */
export function adoptingFromContacts({ records }: Drawn, first: readonly string[], periods: number): NetworkRecords {
  const when = new Map(first.map((id) => [id, 1]));
  for (let period = 2; period <= periods; period++) {
    for (const { member } of records.members) {
      if (when.has(member)) continue;
      const named = records.ties.filter((one) => one.from === member).map((one) => one.to);
      if (named.filter((id) => (when.get(id) ?? period) < period).length >= 2) when.set(member, period);
    }
  }
  const adoptions = records.members.map(({ member }) => {
    const time = when.get(member) ?? null;
    return { member, practice: 'peer-review', time, censored: time === null };
  });
  return { ...records, adoptions };
}
