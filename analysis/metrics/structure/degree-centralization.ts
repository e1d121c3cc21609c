/** Degree centralization: whether contact runs through a few. */
import { type CompactGraph, degreeOf } from '../../graph/compact.ts';
import { responseBand } from '../../inference/response-band.ts';
import { centralization } from '../centralization.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const degreeCentralization: Metric = {
  id: 'degree-centralization',
  family: 'structure',
  scopes: ['network'],
  title: 'Degree centralization',
  question: 'Does contact run through a few people?',
  definition:
    'Σ (max − c(v)) ÷ 2(n − 1)(n − 2) directed, with c = in-degree + out-degree; ÷ (n − 1)(n − 2) undirected, with c = degree.',
  direction:
    'Directed: arcs in and out both count; details give the value on the union as `union`. Strength is ignored.',
  normalization: '0 (all alike) to 1 (a star whose ties are mutual).',
  edgeCases:
    'Fewer than 3 members: null. Computed on the ties that were reported; the band shows what missing answers can do.',
  cost: 'O(n); the band 200 times O(n + m).',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7',
  oracle: 'sna centralization(degree, cmode="freeman"), igraph centr_degree(mode="all", loops=FALSE), 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'one more with nothing is set against the highest, and the divisor grows' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Near 1: one person holds it together, and could be missed badly. Near 0: contact is spread, or there is little of it.',
  example: { network: 'a>b b>a a>c c>a a>d d>a', gives: 1 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph, union } = context;
    if (graph.n < 3) return [figure(context, degreeCentralization, 'network', { reason: REASONS.fewerThan(3) })];
    const value = ofDegrees(graph);
    const details = graph.directed ? { union: ofDegrees(union) } : {};
    const band = responseBand(context, value, ofDegrees);
    return [figure(context, degreeCentralization, 'network', { value }, { details, ...band })];
  },
};

function ofDegrees(graph: CompactGraph): number {
  const pairs = (graph.n - 1) * (graph.n - 2);
  if (!graph.directed)
    return centralization(
      graph.ids.map((_, v) => degreeOf(graph.out, v)),
      pairs,
    );
  return centralization(
    graph.ids.map((_, v) => degreeOf(graph.out, v) + degreeOf(graph.in, v)),
    2 * pairs,
  );
}
