/** Dyad census: how many pairs name each other, name one way, or not at all. */
import { countDyads } from '../dyads.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const dyadCensus: Metric = {
  id: 'dyad-census',
  family: 'structure',
  scopes: ['network'],
  title: 'Dyad census',
  question: 'How many pairs are in contact both ways, one way, not at all?',
  definition: 'mutual: pairs that name each other; asymmetric: one names the other; null: neither does.',
  direction: 'Directed ties only. Strength is ignored.',
  normalization: 'Counts that add up to n(n − 1)/2 when everybody answered.',
  edgeCases: 'No members: three zeros. Only pairs of which both answered count.',
  cost: 'O(m·log n); 50,000 ties in milliseconds.',
  reference: 'Holland & Leinhardt 1970, doi:10.1086/224954',
  oracle: 'python-igraph dyad_census, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { raises: ['null'] },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading: 'The raw material of density and reciprocity, for those who want to count for themselves.',
  example: { network: 'a>b b>a a>c d', gives: { mutual: 1, asymmetric: 1, null: 4 } },
  options: [],
  needs: 'ties',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    const { mutual, asymmetric, none } = countDyads(context.graph, context.selected.response.known);
    return [figure(context, dyadCensus, 'network', { value: { mutual, asymmetric, null: none } })];
  },
};
