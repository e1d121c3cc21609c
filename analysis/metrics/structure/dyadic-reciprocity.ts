/** Reciprocity of pairs: the share of tied pairs that name each other. */
import { responseBand, type Statistic } from '../../inference/response-band.ts';
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
  cost: 'O(m·log n); the band 200 times that.',
  reference: 'Butts 2008, doi:10.18637/jss.v024.i06',
  oracle: 'sna grecip(measure="dyadic.nonnull"), igraph reciprocity(mode="ratio"), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'A high value means contacts that both sides see. A low one may also mean that people remember different things.',
  example: { network: 'a>b b>a a>c d', gives: 1 / 2 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    const { known } = context.selected.response;
    const value = shareMutual(context.graph, known);
    if (value === null) return [figure(context, dyadicReciprocity, 'network', { reason: REASONS.noTies })];
    const { mutual, asymmetric } = countDyads(context.graph, known);
    const band = responseBand(context, value, shareMutual);
    return [figure(context, dyadicReciprocity, 'network', { value }, { details: { mutual, asymmetric }, ...band })];
  },
};

const shareMutual: Statistic = (graph, known) => {
  const { mutual, asymmetric } = countDyads(graph, known);
  const pairs = mutual + asymmetric;
  return pairs === 0 ? null : mutual / pairs;
};
