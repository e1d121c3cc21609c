/** Average clustering: how closed the circles are around the typical member. */
import { type CompactGraph, degreeOf, unionOf } from '../../graph/compact.ts';
import { trianglesOf } from '../../graph/triangles.ts';
import { responseBand, type Statistic } from '../../inference/response-band.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const averageClustering: Metric = {
  id: 'average-clustering',
  family: 'structure',
  scopes: ['network'],
  title: 'Average clustering',
  question: 'Around the typical member, do contacts know each other?',
  definition:
    'The mean of local clustering over members with two contacts or more. Details: over all, the others with 0.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'Nobody has two contacts: null. Computed on the ties that were reported; the band shows what missing answers can do.',
  cost: 'O(m·√m); 50,000 ties in 2 ms, 500,000 in 20 ms.',
  reference: 'Watts & Strogatz 1998, doi:10.1038/30918',
  oracle: 'igraph transitivity_avglocal_undirected(mode="nan"), networkx average_clustering for the detail, 1e-9',
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
    'Each member weighs the same, so it leans towards those with few contacts; transitivity leans towards those with many.',
  example: { network: 'a>b b>c c>a c>d e', gives: 7 / 9 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const triangles = context.shared('triangles', () => trianglesOf(union.n, union.out));
    const { sum, members } = closednessOf(union, triangles);
    if (members === 0) return [figure(context, averageClustering, 'network', { reason: 'nobody has two contacts' })];
    const value = sum / members;
    const details = { members, overAll: sum / union.n };
    const band = responseBand(context, value, meanClosedness);
    return [figure(context, averageClustering, 'network', { value }, { details, ...band })];
  },
};

const meanClosedness: Statistic = (graph) => {
  const union = unionOf(graph);
  const { sum, members } = closednessOf(union, trianglesOf(union.n, union.out));
  return members === 0 ? null : sum / members;
};

/** Local clustering, added up over members with two contacts or more. */
function closednessOf(union: CompactGraph, triangles: ArrayLike<number>): { sum: number; members: number } {
  let sum = 0;
  let members = 0;
  for (let v = 0; v < union.n; v++) {
    const contacts = degreeOf(union.out, v);
    if (contacts < 2) continue;
    sum += (2 * triangles[v]!) / (contacts * (contacts - 1));
    members++;
  }
  return { sum, members };
}
