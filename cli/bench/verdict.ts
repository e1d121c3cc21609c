/** From repetitions to a verdict: medians with what they range over, and whether a goal is met. */
import type { Goal, Limit, Quantity } from './row.ts';

export interface Spread {
  median: number;
  least: number;
  most: number;
}

export type Verdict = 'yes' | 'no' | 'not compared' | 'shown';

/** One peer and one quantity: seconds, or bytes. */
export interface Comparison {
  tool: string;
  version: string | null;
  quantity: Quantity;
  repetitions: number;
  ours: Spread | null;
  theirs: Spread | null;
  /** Theirs ÷ ours, taken within each repetition. */
  ratio: Spread | null;
  goal: number | null;
  verdict: Verdict;
  /** Why it is not compared, or why it is no. */
  reason: string | null;
}

/** What Weft has to stay below. */
export interface Held {
  quantity: Quantity;
  /** The first call of a fresh process. */
  cold: boolean;
  repetitions: number;
  ours: Spread;
  atMost: number | null;
  verdict: Verdict;
}

/** The same amounts of both, in the order in which they were measured in turn. */
export interface Measured {
  ours: readonly number[];
  theirs: readonly number[];
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

export function compare(
  { tool, version }: Pick<Comparison, 'tool' | 'version'>,
  quantity: Quantity,
  goal: Goal | undefined,
  { ours, theirs }: Measured,
): Comparison {
  const ratio = spreadOf(ours.map((own, at) => theirs[at]! / own));
  const atLeast = goal?.atLeast ?? null;
  return {
    tool,
    version,
    quantity,
    repetitions: ours.length,
    ours: spreadOf(ours),
    theirs: spreadOf(theirs),
    ratio,
    goal: atLeast,
    verdict: atLeast === null ? 'shown' : ratio.median >= atLeast ? 'yes' : 'no',
    reason: null,
  };
}

export function hold({ quantity, atMost, cold = false }: Limit, ours: readonly number[]): Held {
  const spread = spreadOf(ours);
  const verdict = atMost === null ? 'shown' : spread.median <= atMost ? 'yes' : 'no';
  return { quantity, cold, repetitions: ours.length, ours: spread, atMost, verdict };
}

/** A comparison that did not come about: `no` where the peer is there and something is wrong. */
export function unmeasured(
  { tool, version }: Pick<Comparison, 'tool' | 'version'>,
  quantity: Quantity,
  goal: Goal | undefined,
  verdict: Verdict,
  reason: string,
): Comparison {
  const nothing = { ours: null, theirs: null, ratio: null };
  return { tool, version, quantity, repetitions: 0, ...nothing, goal: goal?.atLeast ?? null, verdict, reason };
}
