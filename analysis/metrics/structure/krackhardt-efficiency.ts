/** Krackhardt's efficiency: how few ties more there are than it takes to hold the pieces together. */
import { componentCounts, KRACKHARDT } from '../hierarchy.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const krackhardtEfficiency: Metric = {
  id: 'krackhardt-efficiency',
  family: 'structure',
  scopes: ['network'],
  title: 'Sparseness',
  question: 'Are there more contacts than it takes to hold together?',
  definition:
    '1 − V/M, with V the arcs beyond the N − 1 that hold a component of N members together, and M the most there could be, N(N − 1) − (N − 1); both summed over weak components.',
  direction:
    'Directed: arcs; details give the form over pairs. Undirected: pairs, at most N(N − 1)/2. Strength is ignored.',
  normalization: '0 (everybody names everybody) to 1 (a tree).',
  edgeCases:
    'No component in which there could be more than the least: null. Computed on the ties that were reported: missing answers hide spare ties.',
  nulls: { overPairs: 'no piece in which there could be spare ties' },
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: KRACKHARDT,
  oracle: 'sna efficiency, Krackhardt’s definition by brute force, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'High is lean and fragile: each tie is needed. For learning, spare ties are a strength.',
  example: { network: 'a>b b>a b>c', gives: 0.75 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const counts = componentCounts(context);
    const overPairs = lean(
      counts.map(({ members, pairs }) => ({ members, ties: pairs, most: (members * (members - 1)) / 2 })),
    );
    const overArcs = lean(counts.map(({ members, arcs }) => ({ members, ties: arcs, most: members * (members - 1) })));
    const value = context.graph.directed ? overArcs : overPairs;
    const given = value === null ? { reason: 'no piece in which there could be spare ties' } : { value };
    return [figure(context, krackhardtEfficiency, 'network', given, { details: { overPairs } })];
  },
};

function lean(components: { members: number; ties: number; most: number }[]): number | null {
  let spare = 0;
  let mostSpare = 0;
  for (const { members, ties, most } of components) {
    spare += ties - (members - 1);
    mostSpare += most - (members - 1);
  }
  return mostSpare === 0 ? null : 1 - spare / mostSpare;
}
