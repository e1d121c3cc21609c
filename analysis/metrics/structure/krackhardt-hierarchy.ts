/** Krackhardt's hierarchy: how often the way runs in one direction only. */
import { hasBit, type Reachability } from '../../graph/reachability.ts';
import { KRACKHARDT, sharedReachability } from '../hierarchy.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const krackhardtHierarchy: Metric = {
  id: 'krackhardt-hierarchy',
  family: 'structure',
  scopes: ['network'],
  title: 'Hierarchy',
  question: 'Do the ways run one way only?',
  definition:
    '1 − V/M, with M the pairs of which one can reach the other and V those that can reach each other both ways.',
  direction: 'Along the direction of naming; undirected: all ways lead back, so 0. Strength is ignored.',
  normalization: '0 (all ways lead back) to 1 (none does).',
  edgeCases: 'Nobody reaches anybody: null. Computed on the ties that were reported: missing answers hide ways back.',
  cost: 'O(n + m + c²) for c strong components.',
  reference: KRACKHARDT,
  oracle: 'Krackhardt’s definition by networkx reachability, sna hierarchy(measure="krackhardt"), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'High: advice flows down, and nothing comes back. Density alone brings it to 0.',
  example: { network: 'a>b b>a b>c', gives: 2 / 3 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { mutual, oneWay } = countWays(sharedReachability(context));
    const pairs = mutual + oneWay;
    if (pairs === 0) return [figure(context, krackhardtHierarchy, 'network', { reason: 'nobody reaches anybody' })];
    return [
      figure(context, krackhardtHierarchy, 'network', { value: oneWay / pairs }, { details: { mutual, oneWay } }),
    ];
  },
};

/** Two components never reach each other both ways: they would be one. */
function countWays({ count, sizes, words, rows }: Reachability): { mutual: number; oneWay: number } {
  let mutual = 0;
  let oneWay = 0;
  for (let from = 0; from < count; from++) {
    mutual += (sizes[from]! * (sizes[from]! - 1)) / 2;
    for (let to = 0; to < from; to++) if (hasBit(rows, from * words, to)) oneWay += sizes[from]! * sizes[to]!;
  }
  return { mutual, oneWay };
}
