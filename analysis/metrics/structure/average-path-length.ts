/** Average path length: how many steps lie between members who can reach each other. */
import type { Metric } from '../metric.ts';
import { pathFigure } from '../path-figure.ts';

export const averagePathLength: Metric = {
  id: 'average-path-length',
  family: 'structure',
  scopes: ['network'],
  title: 'Average path length',
  question: 'How many introductions away are people from each other?',
  definition: 'The mean of d(v, u) over ordered pairs in which v reaches u.',
  direction: 'Along the direction of naming; undirected: any tie. With strength, a tie has length 1/strength.',
  normalization: 'From 1 without strength; details give the share of pairs it speaks of.',
  edgeCases:
    'Fewer than 2 members, or nobody reaches anybody: null. Pairs out of reach are left out, never infinite. Computed on the ties that were reported: missing answers hide short ways, and hide pairs altogether.',
  cost: 'O(n·m), shared with closeness; 5,000 members and 50,000 ties in seconds.',
  reference: 'Watts & Strogatz 1998, doi:10.1038/30918',
  oracle: 'igraph average_path_length(unconn=True), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'divided',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Low is near only if the share of reachable pairs is high: a network in small pieces has short ways.',
  example: { network: 'a>b b>c d', gives: 4 / 3 },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    pathFigure(context, averagePathLength, {
      of: ({ total, reached }) => (reached === 0 ? null : total / reached),
      banded: true,
    }),
};
