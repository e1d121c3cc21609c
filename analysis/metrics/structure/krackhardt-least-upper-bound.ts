/** Krackhardt's least upper bound: whether any two who disagree have somebody they both turn to in the end. */
import { weakComponents } from '../../graph/components.ts';
import { countBits, hasBit, type Reachability, setBit } from '../../graph/reachability.ts';
import { componentCounts, KRACKHARDT, sharedReachability } from '../hierarchy.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const krackhardtLeastUpperBound: Metric = {
  id: 'krackhardt-least-upper-bound',
  family: 'structure',
  scopes: ['network'],
  title: 'Least upper bound',
  question: 'Do any two have somebody they both turn to in the end?',
  definition:
    '1 − V/M, with V the pairs of a weak component that have no least upper bound, and M = Σ (N − 1)(N − 2)/2. An upper bound of two is whom both can reach by naming, themselves included; it is the least when it can reach all their other upper bounds.',
  direction:
    'Directed: from names to, so whom one turns to is above; undirected: everybody is, so 1. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'No component of 3 members or more: null. Computed on the ties that were reported: whom those turn to who did not answer is not known.',
  cost: 'O(n + m + c³/32) for c strong components; 445 members in milliseconds.',
  reference: KRACKHARDT,
  oracle: 'Krackhardt’s definition by brute force (arcs point from subordinate to superior), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: { changes: 'whom two turn to becomes who turns to both' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Near 1: conflicts find an arbiter. sna’s lubness computes a greatest lower bound by mistake.',
  example: { network: 'a>c b>c c>d b>d e>b', gives: 1 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const most = componentCounts(context).reduce((sum, { members }) => sum + ((members - 1) * (members - 2)) / 2, 0);
    if (most === 0)
      return [figure(context, krackhardtLeastUpperBound, 'network', { reason: 'no piece of 3 members or more' })];
    const piece = context.shared('components/weak', () => weakComponents(union.n, union.out));
    const without = pairsWithoutBound(sharedReachability(context), piece);
    return [
      figure(context, krackhardtLeastUpperBound, 'network', { value: 1 - without / most }, { details: { without } }),
    ];
  },
};

/**
 * Whom k can reach is a subset of the common upper bounds of two whenever k is one of them. So k is their least one when
 * the two numbers are equal, and only the k that reaches most needs to be looked at: with columns in that order, the
 * first bit that two rows share.
 */
function pairsWithoutBound(reachability: Reachability, piece: Int32Array): number {
  const { component, count, sizes, words } = reachability;
  const pieceOf = new Int32Array(count);
  for (const [v, number] of component.entries()) pieceOf[number] = piece[v]!;
  const { rows, reach } = furthestFirst(reachability);
  let without = 0;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      if (pieceOf[a] !== pieceOf[b]) continue;
      let common = 0;
      let furthest = 0;
      for (let word = 0; word < words; word++) {
        const both = rows[a * words + word]! & rows[b * words + word]!;
        if (both !== 0 && common === 0) furthest = reach[word * 32 + 31 - Math.clz32(both & -both)]!;
        common += countBits(both);
      }
      if (common === 0 || furthest < common) without += sizes[a]! * sizes[b]!;
    }
  }
  return without;
}

/** The rows with their columns in order of how many components each reaches, most first; and those numbers. */
function furthestFirst({ count, words, rows }: Reachability): { rows: Int32Array; reach: number[] } {
  const reachOf = Array.from({ length: count }, (_, c) => {
    let bits = 0;
    for (let word = 0; word < words; word++) bits += countBits(rows[c * words + word]!);
    return bits;
  });
  const order = [...reachOf.keys()].sort((a, b) => reachOf[b]! - reachOf[a]! || a - b);
  const reordered = new Int32Array(rows.length);
  for (let c = 0; c < count; c++) {
    for (const [column, d] of order.entries()) if (hasBit(rows, c * words, d)) setBit(reordered, c * words, column);
  }
  return { rows: reordered, reach: order.map((c) => reachOf[c]!) };
}
