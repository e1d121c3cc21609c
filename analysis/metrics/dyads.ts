/**
 * Pairs of members by how they name each other: mutually, one way, not at all. Only pairs of which both answered are
 * counted: of the others one direction is unknown, and would pass for a tie that is not returned.
 */
import { type CompactGraph, hasTie } from '../graph/compact.ts';
import { countKnown, pairsAmong } from '../graph/known.ts';

export interface Dyads {
  mutual: number;
  asymmetric: number;
  none: number;
}

export function countDyads(graph: CompactGraph, known: Uint8Array): Dyads {
  let arcs = 0;
  let returned = 0;
  const { offsets, targets } = graph.out;
  for (let v = 0; v < graph.n; v++) {
    if (known[v] === 0) continue;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const w = targets[at]!;
      if (known[w] === 0) continue;
      arcs++;
      if (hasTie(graph.out, w, v)) returned++;
    }
  }
  const mutual = returned / 2;
  const asymmetric = arcs - returned;
  return { mutual, asymmetric, none: pairsAmong(countKnown(known)) - mutual - asymmetric };
}
