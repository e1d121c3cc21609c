/** The changes of a network that laws speak of. Each gives new records and leaves the old ones alone. */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { WAVES } from './random-networks.ts';

type Tie = NetworkRecords['ties'][number];

/** The same people under other names, wherever they are named. */
export function relabelled(records: NetworkRecords, renamed: (id: string) => string): NetworkRecords {
  const member = <T extends { member: string }>(one: T): T => ({ ...one, member: renamed(one.member) });
  return {
    ...records,
    members: records.members.map(member),
    ties: records.ties.map((one) => ({ ...one, from: renamed(one.from), to: renamed(one.to) })),
    adoptions: records.adoptions.map(member),
    responses: records.responses.map(member),
    contributions: records.contributions.map((one) => ({
      ...member(one),
      helped: one.helped === null ? null : renamed(one.helped),
    })),
  };
}

export function reordered(records: NetworkRecords): NetworkRecords {
  return {
    members: records.members.toReversed(),
    ties: records.ties.toReversed(),
    adoptions: records.adoptions.toReversed(),
    waves: records.waves.toReversed(),
    responses: records.responses.toReversed(),
    contributions: records.contributions.toReversed(),
  };
}

/** One more member, who was asked each time and named nobody. */
export function withIsolate(records: NetworkRecords, member: string, group: number): NetworkRecords {
  return {
    ...records,
    members: [...records.members, { member, status: 'active', hub: false, attributes: { group } }],
    responses: [...records.responses, ...WAVES.map((wave) => ({ wave, member, status: 'answered' as const }))],
  };
}

export function turned(records: NetworkRecords): NetworkRecords {
  return mapTies(records, (one) => ({ ...one, from: one.to, to: one.from }));
}

export function scaled(records: NetworkRecords, factor: number): NetworkRecords {
  return mapTies(records, (one) => ({ ...one, strength: one.strength! * factor }));
}

/** Says these ties once more. */
export function doubled(records: NetworkRecords, ties: readonly Tie[]): NetworkRecords {
  const again = ties.map((one) => ({ ...one, occurrence: one.occurrence + records.ties.length }));
  return { ...records, ties: [...records.ties, ...again] };
}

function mapTies(records: NetworkRecords, change: (one: Tie) => Tie): NetworkRecords {
  return { ...records, ties: records.ties.map(change) };
}
