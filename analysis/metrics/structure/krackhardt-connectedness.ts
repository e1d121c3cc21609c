/** Krackhardt's connectedness: the share of pairs in one piece. */
import { componentCounts, KRACKHARDT } from '../hierarchy.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const krackhardtConnectedness: Metric = {
  id: 'krackhardt-connectedness',
  family: 'structure',
  scopes: ['network'],
  title: 'Connectedness',
  question: 'How many pairs are connected by any chain of contacts?',
  definition: 'Pairs within one weak component ÷ n(n − 1)/2.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: '0 (nobody) to 1 (one piece).',
  edgeCases:
    'Fewer than 2 members: null. Computed on the ties that were reported: missing answers hide ties, so the true figure is no lower.',
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: KRACKHARDT,
  oracle: 'sna connectedness, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x·(n − 1)/(n + 1)' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Below 1 there are members whom no chain of contacts connects. It says nothing of how long the chains are.',
  example: { network: 'a>b c>b d', gives: 0.5 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { n } = context.graph;
    if (n < 2) return [figure(context, krackhardtConnectedness, 'network', { reason: REASONS.fewerThan(2) })];
    const within = componentCounts(context).reduce((sum, { members }) => sum + members * (members - 1), 0);
    return [figure(context, krackhardtConnectedness, 'network', { value: within / (n * (n - 1)) })];
  },
};
