/** Reciprocity of pairs: the share of tied pairs that name each other. */
import { countDyads } from '../dyads.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const dyadicReciprocity: Metric = {
  id: 'dyadic-reciprocity',
  family: 'structure',
  scopes: ['network'],
  title: 'Reciprocity of pairs',
  question: 'Of the pairs in contact, how many say so on both sides?',
  definition: 'M/(M + A), with M mutual and A one-way pairs.',
  direction: 'Directed ties only. Strength is ignored.',
  normalization: '0 to 1; never more than reciprocity, which counts a mutual pair twice.',
  edgeCases: 'No ties: null. Only pairs of which both answered count.',
  cost: 'O(m·log n); 50,000 ties in milliseconds.',
  reference: 'Butts 2008, doi:10.18637/jss.v024.i06',
  oracle: 'sna grecip(measure="dyadic.nonnull"), igraph reciprocity(mode="ratio"), 1e-9',
  laws: { relabel: 'same', reorder: 'same', isolate: 'same', reverse: 'same', scale: 'same', double: 'same' },
  reading:
    'A high value means contacts that both sides see. A low one may also mean that people remember different things.',
  example: { network: 'a>b b>a a>c d', gives: 1 / 2 },
  options: [],
  needs: 'ties',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    const { mutual, asymmetric } = countDyads(context.graph, context.selected.response.known);
    const pairs = mutual + asymmetric;
    if (pairs === 0) return [figure(context, dyadicReciprocity, 'network', { reason: REASONS.noTies })];
    return [
      figure(context, dyadicReciprocity, 'network', { value: mutual / pairs }, { details: { mutual, asymmetric } }),
    ];
  },
};
