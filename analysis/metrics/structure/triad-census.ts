/** Triad census: all sets of three members by how they name each other. */
import { fromArcs } from '../../graph/compact.ts';
import { forEachKnownTie } from '../../graph/known.ts';
import { triadCensusOf } from '../../graph/triads.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const triadCensus: Metric = {
  id: 'triad-census',
  family: 'structure',
  scopes: ['network'],
  title: 'Triad census',
  question: 'Of what small patterns is the network made: circles, chains, hierarchies?',
  definition:
    'Counts of the 16 types of Holland and Leinhardt, named by their mutual, one-way and empty pairs and a letter (Up, Down, Cyclic, Transitive).',
  direction: 'Directed ties only. Strength is ignored.',
  normalization: 'Counts that add up to n(n − 1)(n − 2)/6 when everybody answered.',
  edgeCases: 'Fewer than 3 members: zeros. Only sets of three who all answered count.',
  cost: 'O(m·√m); 50,000 ties in 5 ms, 500,000 in 110 ms.',
  reference: 'Holland & Leinhardt 1976, doi:10.2307/270703; Batagelj & Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1',
  oracle: 'networkx triadic_census, sna triad.census, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { raises: ['003', '012', '102'] },
    reverse: {
      swaps: [
        ['021D', '021U'],
        ['111D', '111U'],
        ['120D', '120U'],
      ],
    },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    '030T and 300 are closed, 021D one asks two, 021U two ask one. Compare with a random network of the same ties before reading much into it.',
  example: {
    network: 'a>b b>c a>c',
    gives: {
      '003': 0,
      '012': 0,
      '102': 0,
      '021D': 0,
      '021U': 0,
      '021C': 0,
      '111D': 0,
      '111U': 0,
      '030T': 1,
      '030C': 0,
      '201': 0,
      '120D': 0,
      '120U': 0,
      '120C': 0,
      '210': 0,
      '300': 0,
    },
  },
  options: [],
  needs: 'ties',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    return [figure(context, triadCensus, 'network', { value: triadCensusOf(amongAnswers(context)) })];
  },
};

/** The network of those who answered alone. */
function amongAnswers({ graph, selected }: MetricContext) {
  const { known } = selected.response;
  const members = graph.ids.map((_, v) => v).filter((v) => known[v] === 1);
  if (members.length === graph.n) return graph;
  const position = new Map(members.map((v, at) => [v, at]));
  const arcs = { from: [] as number[], to: [] as number[], strength: [] as number[] };
  forEachKnownTie(graph, known, (from, to, strength) => {
    if (known[to] === 0) return;
    arcs.from.push(position.get(from)!);
    arcs.to.push(position.get(to)!);
    arcs.strength.push(strength);
  });
  return fromArcs(
    members.map((v) => graph.ids[v]!),
    arcs,
  );
}
