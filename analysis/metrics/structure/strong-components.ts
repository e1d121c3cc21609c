/** Strong components: sets of members who can all reach each other by naming. */
import { strongComponents as findStrong, sizesDescending } from '../../graph/components.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const strongComponents: Metric = {
  id: 'strong-components',
  family: 'structure',
  scopes: ['network'],
  title: 'Strong components',
  question: 'Among whom can a question and its answer travel both ways?',
  definition: 'Sizes of the largest sets in which everybody reaches everybody along the direction of ties.',
  direction: 'Directed; undirected: the same as weak components. Strength is ignored.',
  normalization: 'Sizes, descending; details give their number and the share of members in the largest.',
  edgeCases:
    'No members: an empty list, and no share. A member who is in no circle of ties is a component of 1. Computed on the ties that were reported: who did not answer names nobody that is known, and so stands alone.',
  nulls: { largestShare: 'no members' },
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Tarjan 1972, doi:10.1137/0201010',
  oracle: 'networkx strongly_connected_components, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { appends: 1 },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'A large first size means that influence can circulate. Many of size 1 mean a hierarchy: advice runs down only.',
  example: { network: 'a>b b>a c>b d', gives: [2, 1, 1] },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    const sizes = sizesDescending(findStrong(graph.n, graph.out));
    const details = { count: sizes.length, largestShare: sizes.length === 0 ? null : sizes[0]! / graph.n };
    return [figure(context, strongComponents, 'network', { value: sizes }, { details })];
  },
};
