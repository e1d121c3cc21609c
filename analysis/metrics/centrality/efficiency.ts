/** Efficiency: the effective size for each contact. */
import { degreeOf } from '../../graph/compact.ts';
import { trianglesOf } from '../../graph/triangles.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const efficiency: Metric = {
  id: 'efficiency',
  family: 'centrality',
  scopes: ['member'],
  title: 'Efficiency of contacts',
  question: 'How many of a member’s contacts bring something of their own?',
  definition: '(k − 2t/k) ÷ k, with k the contacts and t the ties among them.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: '1/k (all contacts know each other) to 1 (none do).',
  edgeCases: 'Isolates: null.',
  cost: 'O(m·√m); 50,000 ties in milliseconds.',
  reference: 'Burt 1992, doi:10.4159/9780674029095; Borgatti 1997, Connections 20(1)',
  oracle: 'effective size ÷ degree, as networkx effective_size, 1e-9',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
  },
  reading: 'Low is no fault: ties among contacts are what support is made of.',
  example: { network: 'a>b b>c c>a c>d e', gives: { a: 0.5, b: 0.5, c: 7 / 9, d: 1, e: null } },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const triangles = context.shared('triangles', () => trianglesOf(union.n, union.out));
    return memberFigures(context, efficiency, {
      of: (v) => {
        const contacts = degreeOf(union.out, v);
        return contacts < 1 ? null : (contacts - (2 * triangles[v]!) / contacts) / contacts;
      },
    });
  },
};
