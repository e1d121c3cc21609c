/** The sum of a member's tie strengths on one side; what the three strength metrics share. */
import type { Adjacency } from '../graph/compact.ts';

export function strengthSum({ offsets, strengths }: Adjacency, v: number): number {
  let sum = 0;
  for (let at = offsets[v]!; at < offsets[v + 1]!; at++) sum += strengths[at]!;
  return sum;
}
