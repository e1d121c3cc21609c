/** Weak components: the pieces the network is in, whoever names whom. */
import { weakComponents as findWeak, sizesDescending } from '../../graph/components.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const weakComponents: Metric = {
  id: 'weak-components',
  family: 'structure',
  scopes: ['network'],
  title: 'Components',
  question: 'Is it one network, or several that do not touch?',
  definition:
    'Sizes of the largest sets of members in which everybody is connected to everybody by some chain of ties.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: 'Sizes, descending; details give their number and the share of members in the largest.',
  edgeCases:
    'No members: an empty list, and no share. Each isolate is a component of 1. Computed on the ties that were reported: a missing answer may join pieces.',
  nulls: { largestShare: 'no members' },
  cost: 'O(n + m); 50,000 ties in milliseconds.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'networkx connected_components on the union, exact',
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
    'More than one size above 1 means groups without any contact. One component does not mean good exchange: see bridges.',
  example: { network: 'a>b c>b d', gives: [3, 1] },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const sizes = sizesDescending(context.shared('components/weak', () => findWeak(union.n, union.out)));
    const details = { count: sizes.length, largestShare: sizes.length === 0 ? null : sizes[0]! / union.n };
    return [figure(context, weakComponents, 'network', { value: sizes }, { details })];
  },
};
