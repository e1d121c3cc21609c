/** Effective size: how many circles a member's contacts amount to. */
import { effectiveSizesOf } from '../effective-sizes.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const effectiveSize: Metric = {
  id: 'effective-size',
  family: 'centrality',
  scopes: ['member'],
  title: 'Effective size',
  question: 'How many different circles does each member reach?',
  definition:
    'k − 2t/k, with k the contacts and t the ties among them (Borgatti’s form of Burt’s measure). With strength, Burt’s own: Σj (1 − Σq p(i, q)·m(j, q)) over contacts j, with p the share of i’s contact that is with q, and m(j, q) the strength of j and q ÷ the strongest of j’s ties.',
  direction: 'Directions are joined. Strength counts when asked for.',
  normalization: '1 (all contacts know each other) to k (none do).',
  edgeCases:
    'Isolates: null; with strength, a tie of strength 0 is no contact. Missing answers hide ties among contacts and so raise it.',
  cost: 'O(m·√m); 50,000 ties in 2 ms, 500,000 in 20 ms.',
  reference: 'Burt 1992, doi:10.4159/9780674029095; Borgatti 1997, Connections 20(1)',
  oracle:
    'networkx effective_size on the union, influenceR ens, 1e-9; with strength networkx effective_size(nodes=list(G), weight=…), as without nodes version 3.6.1 divides by the wrong member’s strongest tie',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading: 'High: access to circles that do not overlap. It counts circles, not what is in them.',
  example: { network: 'a>b b>c c>a c>d e', gives: { a: 1, b: 1, c: 3 - 2 / 3, d: 1, e: null } },
  options: ['strength'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const strength = context.settings.strength ? 'strength' : 'ignored';
    const obstacle = askedStrengthObstacle(context);
    if (obstacle !== null) return memberFigures(context, effectiveSize, { obstacle, of: () => null, strength });
    const { contacts, sizes } = effectiveSizesOf(context);
    return memberFigures(context, effectiveSize, { of: (v) => (contacts[v] === 0 ? null : sizes[v]!), strength });
  },
};
