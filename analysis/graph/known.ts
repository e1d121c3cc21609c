/**
 * The part of the network of which answers say whether a tie is there: rows of those who answered.
 *
 * Directed: an arc is known when the one who would name has answered. Undirected: a pair is known when both have, because
 * "either names the other" needs both answers. What is not known is neither a tie nor the absence of one, so it leaves
 * the numerator and the denominator alike.
 */
import { type CompactGraph, forEachTie } from './compact.ts';
import type { Groups } from './groups.ts';

export function forEachKnownTie(
  graph: CompactGraph,
  known: Uint8Array,
  visit: (from: number, to: number, strength: number) => void,
): void {
  forEachTie(graph, (from, to, strength) => {
    if (known[from] === 1 && (graph.directed || known[to] === 1)) visit(from, to, strength);
  });
}

export function countKnownTies(graph: CompactGraph, known: Uint8Array): number {
  let ties = 0;
  forEachKnownTie(graph, known, () => ties++);
  return ties;
}

/** How many ties could be there among what is known. */
export function possibleTies(graph: CompactGraph, known: Uint8Array): number {
  const rows = countKnown(known);
  if (rows === 0) return 0;
  return graph.directed ? rows * (graph.n - 1) : pairsAmong(rows);
}

/** How many of those would be within a group. */
export function possibleTiesWithin(
  graph: CompactGraph,
  known: Uint8Array,
  groups: Pick<Groups, 'of' | 'sizes'>,
): number {
  const rowsOf = new Float64Array(groups.sizes.length);
  for (const [v, isKnown] of known.entries()) if (isKnown === 1) rowsOf[groups.of[v]!]!++;
  let possible = 0;
  for (const [group, rows] of rowsOf.entries()) {
    possible += graph.directed ? rows * (groups.sizes[group]! - 1) : pairsAmong(rows);
  }
  return possible;
}

/** Pairs among so many members; 0 among none, and not −0. */
export function pairsAmong(members: number): number {
  return members < 2 ? 0 : (members * (members - 1)) / 2;
}

export function countKnown(known: Uint8Array): number {
  let rows = 0;
  for (const isKnown of known) rows += isKnown;
  return rows;
}
