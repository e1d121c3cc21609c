/** Draws the largest groups by themselves and all others as one, so that a table of groups stays a table. */
import { byCodePoint } from '../../code-point.ts';
import { JOINT_GROUP } from '../../suppression.ts';

export interface GroupTable {
  names: string[];
  /** Members by group. */
  sizes: number[];
  /** From row to column. */
  counts: number[][];
}

/** @returns with how many groups went into the last one; 0 where all are drawn. */
export function joinSmallest({ names, sizes, counts }: GroupTable, most: number): GroupTable & { joined: number } {
  if (names.length <= most) return { names, sizes, counts, joined: 0 };
  // Groups that are hidden stay with those that are only left out, or the total would give them away.
  const bySize = [...names.keys()]
    .filter((g) => names[g] !== JOINT_GROUP)
    .sort((a, b) => sizes[b]! - sizes[a]! || byCodePoint(names[a]!, names[b]!));
  const kept = bySize.slice(0, most - 1).sort((a, b) => byCodePoint(names[a]!, names[b]!));
  const last = kept.length;
  const placeOf = names.map((_, g) => (kept.includes(g) ? kept.indexOf(g) : last));
  const joinedCounts = Array.from({ length: last + 1 }, () => new Array<number>(last + 1).fill(0));
  const joinedSizes = new Array<number>(last + 1).fill(0);
  for (const [a, row] of counts.entries()) {
    joinedSizes[placeOf[a]!]! += sizes[a]!;
    for (const [b, ties] of row.entries()) joinedCounts[placeOf[a]!]![placeOf[b]!]! += ties;
  }
  const joined = names.length - kept.length;
  return { names: [...kept.map((g) => names[g]!), JOINT_GROUP], sizes: joinedSizes, counts: joinedCounts, joined };
}
