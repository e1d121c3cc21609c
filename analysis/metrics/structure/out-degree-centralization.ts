/** Out-degree centralization: whether a few do most of the reaching out. */
import { degreeOf } from '../../graph/compact.ts';
import { responseBand, type Statistic } from '../../inference/response-band.ts';
import { centralization } from '../centralization.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const outDegreeCentralization: Metric = {
  id: 'out-degree-centralization',
  family: 'structure',
  scopes: ['network'],
  title: 'Centralization of naming',
  question: 'Do a few people do most of the reaching out?',
  definition:
    'Σ (max − c(v)) ÷ (n − 1)² directed, with c the out-degree, over those who answered; undirected ÷ (n − 1)(n − 2).',
  direction: 'Ties that start from a member. Strength is ignored.',
  normalization: '0 (all alike) to 1 (a star).',
  edgeCases:
    'Fewer than 3 members: null. Only those who answered are compared, so n − 1 factors of the divisor: answers − 1 and n − 1.',
  cost: 'O(n); the band 200 times O(n + m).',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'sna centralization(degree, cmode="outdegree"), igraph centr_degree(mode="out", loops=FALSE), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'one more with nothing is set against the highest, and the divisor grows' },
    reverse: { swapsWith: 'in-degree-centralization' },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'Near 1: one person reaches out to all. It also rises when a few fill in the form more fully than the others.',
  example: { network: 'a>b a>c a>d', gives: 1 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    if (graph.n < 3) return [figure(context, outDegreeCentralization, 'network', { reason: REASONS.fewerThan(3) })];
    const { known } = context.selected.response;
    const value = ofOutDegrees(graph, known);
    if (value === null)
      return [figure(context, outDegreeCentralization, 'network', { reason: 'fewer than 3 answers' })];
    const band = responseBand(context, value, ofOutDegrees);
    return [figure(context, outDegreeCentralization, 'network', { value }, band)];
  },
};

const ofOutDegrees: Statistic = (graph, known) => {
  const scores = graph.ids
    .map((_, v) => v)
    .filter((v) => known[v] === 1)
    .map((v) => degreeOf(graph.out, v));
  if (scores.length < 3) return null;
  return centralization(scores, (scores.length - 1) * (graph.n - (graph.directed ? 1 : 2)));
};
