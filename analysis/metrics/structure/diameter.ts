/** Diameter: the longest of the shortest ways. */
import type { Metric } from '../metric.ts';
import { pathFigure } from '../path-figure.ts';

export const diameter: Metric = {
  id: 'diameter',
  family: 'structure',
  scopes: ['network'],
  title: 'Diameter',
  question: 'How far apart are the two who are furthest apart?',
  definition: 'The largest d(v, u) over pairs in which v reaches u.',
  direction: 'Along the direction of naming; undirected: any tie. With strength, a tie has length 1/strength.',
  normalization: 'A number of steps from 1 without strength.',
  edgeCases:
    'Fewer than 2 members, or nobody reaches anybody: null. Never infinite. Computed on the ties that were reported: missing answers hide short ways, and hide pairs altogether.',
  cost: 'O(n·m), shared with closeness; 5,000 members and 50,000 ties in seconds.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'igraph diameter(unconn=True), exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'divided',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'One remote pair sets it: read the average beside it.',
  example: { network: 'a>b b>c d', gives: 2 },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    pathFigure(context, diameter, { of: ({ longest, reached }) => (reached === 0 ? null : longest), banded: false }),
};
