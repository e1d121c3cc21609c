/** Core number: how deep inside the network a member is. */
import { coreNumbers } from '../../graph/cores.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const coreNumber: Metric = {
  id: 'core-number',
  family: 'centrality',
  scopes: ['member'],
  title: 'Core number',
  question: 'Who is in the thick of it, and who at the rim?',
  definition: 'The largest k such that v belongs to a set in which everybody has k or more ties to others of the set.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: 'A count from 0; details give the highest.',
  edgeCases:
    'An isolate has 0; self-ties do not count. A member who did not answer has none; for the others missing answers can only lower it.',
  cost: 'O(n + m); 50,000 ties in 1 ms, 500,000 in 8 ms.',
  reference: 'Seidman 1983, doi:10.1016/0378-8733(83)90028-X',
  oracle: 'networkx core_number, igraph coreness, sna kcores on the union, exact',
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
    'Members of the highest core hold each other: one leaving does little harm. Many contacts with people at the rim do not put one there.',
  example: { network: 'a>b b>c c>a c>d e', gives: { a: 2, b: 2, c: 2, d: 1, e: 0 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const numbers = coreNumbers(context.union.n, context.union.out);
    const highest = numbers.reduce((high, number) => Math.max(high, number), 0);
    return memberFigures(context, coreNumber, { of: (v) => numbers[v]!, details: { highest } });
  },
};
