/** Degree: to how many others a member is tied, whoever names whom. */
import { degreeOf } from '../../graph/compact.ts';
import { memberFigures, possibleTo } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const degree: Metric = {
  id: 'degree',
  family: 'centrality',
  scopes: ['member'],
  title: 'Degree',
  question: 'How many people is each member in contact with?',
  definition: 'k(v) = the number of other members who name v or whom v names.',
  direction: 'Directions are joined: a pair counts once, whoever names whom. Strength is ignored.',
  normalization:
    'A count from 0 to n − 1, which is `possible` in the details: the count ÷ possible is Freeman’s normalized degree, undefined for one member.',
  edgeCases: 'An isolate has 0. Self-ties and parallel ties do not count. A member who did not answer has none.',
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'networkx Graph.degree on the union, exact',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: 0 },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'A high value means many contacts, so also much to answer. It does not mean influence: contacts may all be in one corner.',
  example: { network: 'a>b b>a a>c d', gives: { a: 2, b: 1, c: 1, d: 0 } },
  options: ['ranks'],
  needs: 'ties',
  readsTies: true,
  compute: (context) =>
    memberFigures(context, degree, {
      details: possibleTo(context),
      of: (v) => degreeOf(context.union.out, v),
    }),
};
