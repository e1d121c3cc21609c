/** Effective size: how many circles a member's contacts amount to. */
import { degreeOf } from '../../graph/compact.ts';
import { trianglesOf } from '../../graph/triangles.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const effectiveSize: Metric = {
  id: 'effective-size',
  family: 'centrality',
  scopes: ['member'],
  title: 'Effective size',
  question: 'How many different circles does each member reach?',
  definition: 'k − 2t/k, with k the contacts and t the ties among them (Borgatti’s form of Burt’s measure).',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: '1 (all contacts know each other) to k (none do).',
  edgeCases: 'Isolates: null. Missing answers hide ties among contacts and so raise it.',
  cost: 'O(m·√m); 50,000 ties in milliseconds.',
  reference: 'Burt 1992, doi:10.4159/9780674029095; Borgatti 1997, Connections 20(1)',
  oracle: 'networkx effective_size on the union, influenceR ens, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
  },
  reading: 'High: access to circles that do not overlap. It counts circles, not what is in them.',
  example: { network: 'a>b b>c c>a c>d e', gives: { a: 1, b: 1, c: 3 - 2 / 3, d: 1, e: null } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const triangles = context.shared('triangles', () => trianglesOf(union.n, union.out));
    return memberFigures(context, effectiveSize, {
      of: (v) => {
        const contacts = degreeOf(union.out, v);
        return contacts < 1 ? null : contacts - (2 * triangles[v]!) / contacts;
      },
    });
  },
};
