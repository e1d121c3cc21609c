/**
 * Open ways through each member: a → v → b where a does not name b. Who mediates, and between whom.
 *
 * Never listed, since a well connected member has millions of them: each is seen once while the marks of whom a names are
 * up. O(Σ over arcs a → v of the degrees of a and v).
 */
import type { Overlaps } from '../inference/roles-by-chance.ts';
import { type CompactGraph, hasTie } from './compact.ts';

export interface OpenWays {
  /** Called for each way, grouped by v. */
  visit: (a: number, v: number, b: number) => void;
  /** Called when all ways through v have been seen, with how pairs of them overlap. */
  done: (v: number, overlaps: Overlaps) => void;
  /** Whether a member may stand on a way. */
  counts: (v: number) => boolean;
}

export function forEachOpenWay(graph: CompactGraph, { visit, done, counts }: OpenWays): void {
  const { n, out, in: incoming } = graph;
  /** Who a names, and who names a: marked with the number of the arc a → v. */
  const named = new Int32Array(n).fill(-1);
  const naming = new Int32Array(n).fill(-1);
  const ends = new Float64Array(n);
  const starts = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const overlaps = { ways: 0, sameStart: 0, sameEnd: 0, chained: 0, returned: 0 };
    if (counts(v)) {
      for (let arc = incoming.offsets[v]!; arc < incoming.offsets[v + 1]!; arc++) {
        const a = incoming.targets[arc]!;
        if (!counts(a)) continue;
        for (let tie = out.offsets[a]!; tie < out.offsets[a + 1]!; tie++) named[out.targets[tie]!] = arc;
        for (let tie = incoming.offsets[a]!; tie < incoming.offsets[a + 1]!; tie++)
          naming[incoming.targets[tie]!] = arc;
        const returns = hasTie(out, v, a);
        for (let tie = out.offsets[v]!; tie < out.offsets[v + 1]!; tie++) {
          const b = out.targets[tie]!;
          if (b === a || named[b] === arc || !counts(b)) continue;
          visit(a, v, b);
          overlaps.ways++;
          starts[a]!++;
          ends[b]!++;
          if (returns && naming[b] !== arc && hasTie(incoming, v, b)) overlaps.returned++;
        }
      }
      for (let arc = incoming.offsets[v]!; arc < incoming.offsets[v + 1]!; arc++) {
        const a = incoming.targets[arc]!;
        overlaps.sameStart += starts[a]! * (starts[a]! - 1);
        overlaps.chained += starts[a]! * ends[a]!;
      }
      for (let tie = out.offsets[v]!; tie < out.offsets[v + 1]!; tie++) {
        const b = out.targets[tie]!;
        overlaps.sameEnd += ends[b]! * (ends[b]! - 1);
      }
      // The end of one is the start of the other, in either order; a way and its return are counted apart.
      overlaps.chained = 2 * (overlaps.chained - overlaps.returned);
      for (let arc = incoming.offsets[v]!; arc < incoming.offsets[v + 1]!; arc++) starts[incoming.targets[arc]!] = 0;
      for (let tie = out.offsets[v]!; tie < out.offsets[v + 1]!; tie++) ends[out.targets[tie]!] = 0;
    }
    done(v, overlaps);
  }
}
