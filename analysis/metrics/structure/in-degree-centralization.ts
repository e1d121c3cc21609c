/** In-degree centralization: whether everybody turns to the same few. */
import { type CompactGraph, degreeOf } from '../../graph/compact.ts';
import { responseBand } from '../../inference/response-band.ts';
import { centralization } from '../centralization.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const inDegreeCentralization: Metric = {
  id: 'in-degree-centralization',
  family: 'structure',
  scopes: ['network'],
  title: 'Centralization of being named',
  question: 'Does everybody turn to the same few people?',
  definition: 'Σ (max − c(v)) ÷ (n − 1)² directed, with c the in-degree; undirected ÷ (n − 1)(n − 2).',
  direction: 'Ties that point to a member. Strength is ignored.',
  normalization: '0 (all alike) to 1 (a star).',
  edgeCases:
    'Fewer than 3 members: null. Computed on the ties that were reported; the band shows what missing answers can do.',
  cost: 'O(n); the band 200 times O(n + m).',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'sna centralization(degree, cmode="indegree"), igraph centr_degree(mode="in", loops=FALSE), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'one more with nothing is set against the highest, and the divisor grows' },
    reverse: { swapsWith: 'out-degree-centralization' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Near 1: one person is asked by all: fast, and fragile. Near 0: questions are spread.',
  example: { network: 'b>a c>a d>a', gives: 1 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    if (graph.n < 3) return [figure(context, inDegreeCentralization, 'network', { reason: REASONS.fewerThan(3) })];
    const value = ofInDegrees(graph);
    const band = responseBand(context, value, ofInDegrees);
    return [figure(context, inDegreeCentralization, 'network', { value }, band)];
  },
};

function ofInDegrees(graph: CompactGraph): number {
  const scores = graph.ids.map((_, v) => degreeOf(graph.in, v));
  return centralization(scores, (graph.n - 1) * (graph.n - (graph.directed ? 1 : 2)));
}
