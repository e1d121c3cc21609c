/** Transitivity: how often two contacts of somebody are in contact themselves. */
import { type CompactGraph, degreeOf, unionOf } from '../../graph/compact.ts';
import { trianglesOf } from '../../graph/triangles.ts';
import { responseBand, type Statistic } from '../../inference/response-band.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const transitivity: Metric = {
  id: 'transitivity',
  family: 'structure',
  scopes: ['network'],
  title: 'Transitivity',
  question: 'Are the contacts of my contacts my contacts too?',
  definition: '3·triangles ÷ triples, a triple being a member with two of their contacts.',
  direction: 'Directions are joined; the weak directed form is another number. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'Nobody has two contacts: null. Isolates add nothing. Computed on the ties that were reported; the band shows what missing answers can do.',
  cost: 'O(m·√m); 50,000 ties in 2 ms, 500,000 in 20 ms.',
  reference: 'Holland & Leinhardt 1971, doi:10.1177/104649647100200201; Luce & Perry 1949, doi:10.1007/BF02289146',
  oracle: 'networkx transitivity, igraph transitivity_undirected on the union, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'A high value means closed circles: trust and shared knowledge, and few new ideas. A low one means stars and chains.',
  example: { network: 'a>b b>c c>a c>d', gives: 3 / 5 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const { corners, triples } = closedOf(
      union,
      context.shared('triangles', () => trianglesOf(union.n, union.out)),
    );
    if (triples === 0) return [figure(context, transitivity, 'network', { reason: 'nobody has two contacts' })];
    const value = corners / triples;
    const details = { triangles: corners / 3, triples };
    return [
      figure(context, transitivity, 'network', { value }, { details, ...responseBand(context, value, shareClosed) }),
    ];
  },
};

const shareClosed: Statistic = (graph) => {
  const union = unionOf(graph);
  const { corners, triples } = closedOf(union, trianglesOf(union.n, union.out));
  return triples === 0 ? null : corners / triples;
};

/** Triangles, seen from each of their corners; and triples. */
function closedOf(union: CompactGraph, triangles: ArrayLike<number>): { corners: number; triples: number } {
  let corners = 0;
  let triples = 0;
  for (let v = 0; v < union.n; v++) {
    const contacts = degreeOf(union.out, v);
    corners += triangles[v]!;
    triples += (contacts * (contacts - 1)) / 2;
  }
  return { corners, triples };
}
