/**
 * Triad census: all sets of three members by how they name each other, in the sixteen types of Holland and Leinhardt.
 *
 * Walks pairs in contact and their surroundings, so that the many empty triads are counted and not visited:
 * O(m·k) with k the largest degree. Batagelj & Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1.
 */
import { type CompactGraph, hasTie, unionOf } from './compact.ts';

export const TRIAD_TYPES = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const;

export type TriadType = (typeof TRIAD_TYPES)[number];

/** The type of a triad by the six bits of its arcs (v→u, u→v, v→w, w→v, u→w, w→u), from the lowest; after the paper. */
const TYPE_OF_CODE = [
  1, 2, 2, 3, 2, 4, 6, 8, 2, 6, 5, 7, 3, 8, 7, 11, 2, 6, 4, 8, 5, 9, 9, 13, 6, 10, 9, 14, 7, 14, 12, 15, 2, 5, 6, 7, 6,
  9, 10, 14, 4, 9, 9, 12, 8, 13, 14, 15, 3, 7, 8, 11, 7, 12, 14, 15, 8, 14, 13, 15, 11, 15, 15, 16,
];

export function triadCensusOf(graph: CompactGraph): Record<TriadType, number> {
  const { n } = graph;
  const union = unionOf(graph).out;
  const census = new Array<number>(16).fill(0);
  const near = new Float64Array(n).fill(-1);
  for (let v = 0; v < n; v++) {
    for (let at = union.offsets[v]!; at < union.offsets[v + 1]!; at++) {
      const u = union.targets[at]!;
      if (u <= v) continue;
      const pair = v * n + u;
      const around = [...neighbours(union.offsets, union.targets, v), ...neighbours(union.offsets, union.targets, u)];
      let others = 0;
      for (const w of around) {
        if (w === v || w === u || near[w] === pair) continue;
        near[w] = pair;
        others++;
        // Each triad is counted at its first pair in contact, in order of numbers.
        const first = u < w || (v < w && w < u && !hasTie(union, v, w));
        if (first) census[TYPE_OF_CODE[codeOf(graph, v, u, w)]! - 1]!++;
      }
      const mutual = hasTie(graph.out, v, u) && hasTie(graph.out, u, v);
      census[mutual ? 2 : 1]! += n - others - 2;
    }
  }
  const all = n < 3 ? 0 : (n * (n - 1) * (n - 2)) / 6;
  census[0] = all - census.reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(TRIAD_TYPES.map((type, at) => [type, census[at]!])) as Record<TriadType, number>;
}

function neighbours(offsets: Int32Array, targets: Int32Array, v: number): Int32Array {
  return targets.subarray(offsets[v]!, offsets[v + 1]!);
}

function codeOf({ out }: CompactGraph, v: number, u: number, w: number): number {
  const arc = (from: number, to: number, bit: number): number => (hasTie(out, from, to) ? bit : 0);
  return arc(v, u, 1) + arc(u, v, 2) + arc(v, w, 4) + arc(w, v, 8) + arc(u, w, 16) + arc(w, u, 32);
}
