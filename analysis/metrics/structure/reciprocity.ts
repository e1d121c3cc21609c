/** Reciprocity of arcs: the share of namings that are returned. */
import { responseBand, type Statistic } from '../../inference/response-band.ts';
import { countDyads } from '../dyads.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const reciprocity: Metric = {
  id: 'reciprocity',
  family: 'structure',
  scopes: ['network'],
  title: 'Reciprocity',
  question: 'Is help given back, or does it run one way?',
  definition: '2M/(2M + A): arcs that are returned ÷ all arcs, with M mutual and A one-way pairs.',
  direction: 'Directed ties only. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases: 'No ties: null. Only pairs of which both answered count.',
  cost: 'O(m·log n); the band 200 times that.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478; Butts 2008, doi:10.18637/jss.v024.i06',
  oracle: 'networkx overall_reciprocity, sna grecip(measure="edgewise"), 1e-9',
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
    'A high value means exchange among peers. A low one is normal where people turn to experts. Two measures share this name: this one counts arcs; dyadic-reciprocity counts pairs.',
  example: { network: 'a>b b>a a>c d', gives: 2 / 3 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    const { known } = context.selected.response;
    const value = shareReturned(context.graph, known);
    if (value === null) return [figure(context, reciprocity, 'network', { reason: REASONS.noTies })];
    const { mutual, asymmetric } = countDyads(context.graph, known);
    const band = responseBand(context, value, shareReturned);
    return [figure(context, reciprocity, 'network', { value }, { details: { mutual, asymmetric }, ...band })];
  },
};

const shareReturned: Statistic = (graph, known) => {
  const { mutual, asymmetric } = countDyads(graph, known);
  const arcs = 2 * mutual + asymmetric;
  return arcs === 0 ? null : (2 * mutual) / arcs;
};
