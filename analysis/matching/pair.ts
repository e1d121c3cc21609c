/** Two members, and one key for them whichever is named first. */
import { byCodePoint } from '../code-point.ts';

export type Pair = readonly [string, string];

export function pairOf(a: string, b: string): [string, string] {
  return byCodePoint(a, b) <= 0 ? [a, b] : [b, a];
}

/** Ids hold no `|`, so that no two pairs share a key. */
export function pairKey(a: string, b: string): string {
  return pairOf(a, b).join('|');
}
