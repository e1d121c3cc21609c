/**
 * What introductions are for: an aim as data, and an aim pursued on a network.
 *
 * To add an aim: its id below, a file here and a line in index.ts. Whatever it counts has to be told of a whole set of ties, so that the
 * gains of a set, added up in any order, are the same: only then can sets be compared, and a greedy choice be judged.
 */
import type { Field } from '../field.ts';

export const AIM_IDS = ['e-i', 'cut-points', 'reach', 'hub'] as const;
export type AimId = (typeof AIM_IDS)[number];

export interface Aim {
  id: AimId;
  title: string;
  /** The figure that the aim moves, and what it counts. */
  figure: string;
  definition: string;
  better: 'higher' | 'lower';
  /** Whether only members of different groups are brought together, so that groups are needed. */
  acrossGroups: boolean;
  /** Whether a tie that gains nothing is left out, however few there are. */
  onlyIfItHelps: boolean;
  /** @throws MeasureError where the network has nothing to pursue it on. */
  begin(field: Field): Pursuit;
}

export interface Gain {
  points: number;
  /** Decides between equal points. */
  second: number;
}

/** An aim on a network to which ties are being added. */
export interface Pursuit {
  /** The aim's figure now; null where it is undefined. */
  value(): number | null;
  /** What a tie a–b would add; the two are not tied. */
  gain(a: number, b: number): Gain;
  /** No gain has more points; what is cheaper to know than the gain. */
  ceiling(a: number, b: number): number;
  add(a: number, b: number): void;
  /** Why this tie, for people: the rest of a sentence that begins with the two. */
  because(a: number, b: number): string;
}

export function pairsInWords(count: number): string {
  return count === 1 ? '1 pair of members' : `${count} pairs of members`;
}
