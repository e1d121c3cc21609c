/** Global efficiency: how near members are to each other, with those out of reach counted as infinitely far. */
import type { Metric } from '../metric.ts';
import { pathFigure } from '../path-figure.ts';

export const globalEfficiency: Metric = {
  id: 'global-efficiency',
  family: 'structure',
  scopes: ['network'],
  title: 'Global efficiency',
  question: 'How near is everybody to everybody, the unreachable included?',
  definition: 'The mean of 1/d(v, u) over all ordered pairs; out of reach adds 0.',
  direction: 'Along the direction of naming; undirected: any tie. With strength, a tie has length 1/strength.',
  normalization: '0 to 1 without strength.',
  edgeCases:
    'Fewer than 2 members: null. No ties: 0. Computed on the ties that were reported: missing answers hide ways, so the true figure is no lower.',
  cost: 'O(n·m), shared with closeness; 5,000 members and 50,000 ties in seconds.',
  reference: 'Latora & Marchiori 2001, doi:10.1103/PhysRevLett.87.198701',
  oracle: 'networkx global_efficiency on the union, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x·(n − 1)/(n + 1)' },
    reverse: 'same',
    scale: 'times',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Fit to compare networks in pieces, where the average path length misleads.',
  example: { network: 'a>b b>c d', gives: 2.5 / 12 },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    pathFigure(context, globalEfficiency, { of: ({ harmonic, pairs }) => harmonic / pairs, banded: true }),
};
