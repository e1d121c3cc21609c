/** Who is matched, and by which rules: what every matching of people takes, and what it says beside its matches. */
import type { Attributes, Instant } from '../../data/records/index.ts';
import { createRandom } from '../inference/random.ts';

export interface Candidate {
  member: string;
  attributes: Attributes;
  /** Level of what they claim, by skill: 1 has done it, 2 does it often, 3 could teach it. */
  skills: ReadonlyMap<string, number>;
  /** What they carry already: matches that run, what they are asked for. */
  load: number;
  /** IANA name or UTC+03:00; null where it is not known. */
  timeZone: string | null;
  /** Whom they said they would like to be matched with, the dearest first. */
  prefers?: readonly string[];
}

/** How much each term counts beside the others; 0 leaves it out. */
export interface MatchWeights {
  /** In how many of the attributes `across` the two differ. */
  distance: number;
  /** What one knows and the other does not; for a mentee with a wish, how well the mentor knows it. */
  complement: number;
  /** Pairs of members who would come within two steps by a tie between the two. */
  bridging: number;
  /** How little the two carry already. */
  lightness: number;
}

export interface MatchRules {
  /** The date for which zones are looked up. */
  at: Instant;
  /** The attributes in which the two should differ. */
  across: readonly string[];
  /** Those in which they have to. */
  mustDiffer: readonly string[];
  weights: MatchWeights;
  /** Fewer hours of a working day in common than this, where both zones are known: not matched. */
  leastHoursTogether: number;
  /** Keys (pair.ts) of pairs who are not to be matched, whatever else. */
  blocked: ReadonlySet<string>;
  /** Keys of pairs who were matched before. */
  past: ReadonlySet<string>;
  /** Whether a pair may come again where nothing else is left; each that does says so. */
  repeat: 'never' | 'if-unavoidable';
  /** Ties as they are, without direction. */
  ties: readonly (readonly [string, string])[];
  /** Draws the order by which equals are told apart. */
  seed: number;
}

export interface Without {
  member: string;
  why: string;
}

/** How the matches are shared out: their points, from 0 to 1000, as each member has them. */
export interface Fairness {
  least: number;
  median: number;
  most: number;
}

/** What every matching says of itself. */
export interface Account {
  /** All points together, and what none can exceed. */
  points: number;
  bound: number;
  /** Whether they are the same, so that nothing better exists. */
  isBest: boolean;
  /** Null where nobody is matched. */
  fairness: Fairness | null;
  /** Everybody who stays without, and why. */
  without: Without[];
  /** Pairs who would both rather have each other, by what they said they prefer; null where nobody said anything. */
  blockingPairs: number | null;
  /** How many were matched before. */
  repeats: number;
  seed: number;
}

/** In an order that the seed draws, whatever order they came in: so that equals are told apart by no name. */
export function drawnOrder<Some extends { member: string }>(
  some: readonly Some[],
  seed: number,
  stream: string,
): Some[] {
  const inOrder = [...some].sort((a, b) => (a.member < b.member ? -1 : 1));
  createRandom(seed, `matching/${stream}`).shuffle(inOrder);
  return inOrder;
}

export function fairnessOf(points: readonly number[]): Fairness | null {
  if (points.length === 0) return null;
  const ascending = [...points].sort((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  const median = (ascending[Math.floor(middle)]! + ascending[Math.ceil(middle)]!) / 2;
  return { least: ascending[0]!, median, most: ascending.at(-1)! };
}
