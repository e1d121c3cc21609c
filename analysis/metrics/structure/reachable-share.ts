/** Reachable share: how many pairs can reach each other at all. */
import type { Metric } from '../metric.ts';
import { pathFigure } from '../path-figure.ts';

export const reachableShare: Metric = {
  id: 'reachable-share',
  family: 'structure',
  scopes: ['network'],
  title: 'Reachable pairs',
  question: 'Can everybody find a way to everybody?',
  definition: 'Ordered pairs in which v reaches u ÷ n(n − 1).',
  direction: 'Along the direction of naming; undirected: any tie. With strength, a tie has length 1/strength.',
  normalization: '0 to 1.',
  edgeCases:
    'Fewer than 2 members: null. No ties: 0. Computed on the ties that were reported: missing answers hide ways, so the true figure is no lower.',
  cost: 'O(n·m), shared with closeness; 5,000 members and 50,000 ties in seconds.',
  reference: 'Krackhardt 1994, in Carley & Prietula (eds.), Computational Organization Theory',
  oracle: 'networkx descendants, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x·(n − 1)/(n + 1)' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: '1 means that no question is stranded, however long the way.',
  example: { network: 'a>b b>c d', gives: 3 / 12 },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    pathFigure(context, reachableShare, { of: ({ reached, pairs }) => reached / pairs, banded: true }),
};
