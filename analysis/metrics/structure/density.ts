/** Density: the share of possible ties that are there. */
import { countKnownTies, possibleTies } from '../../graph/known.ts';
import { responseBand, type Statistic } from '../../inference/response-band.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const density: Metric = {
  id: 'density',
  family: 'structure',
  scopes: ['network'],
  title: 'Density',
  question: 'How much of all possible contact is there?',
  definition: 'm/(n(n − 1)) directed, 2m/(n(n − 1)) undirected, with m the ties and n the members.',
  direction: 'Directed: each arc counts. Undirected: each pair counts once. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'Fewer than 2 members: null. Rows of members who did not answer leave m and the divisor alike (undirected: pairs of which one did not answer).',
  cost: 'O(n + m); the band 200 times that.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'networkx density, sna gden, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x·(n − 1)/(n + 1)' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'A high value means that most know most. It falls with size by itself, since nobody keeps up with hundreds: compare networks of like size.',
  example: { network: 'a>b b>a a>c d', gives: 3 / 12 },
  options: ['seed'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    const { known } = context.selected.response;
    const value = share(graph, known);
    if (value === null) return [figure(context, density, 'network', { reason: reasonFor(graph.n) })];
    const details = { ties: countKnownTies(graph, known), possible: possibleTies(graph, known) };
    const band = responseBand(context, value, share);
    return [figure(context, density, 'network', { value }, { details, ...band })];
  },
};

const share: Statistic = (graph, known) => {
  const possible = possibleTies(graph, known);
  return possible === 0 ? null : countKnownTies(graph, known) / possible;
};

function reasonFor(n: number): string {
  return n < 2 ? REASONS.fewerThan(2) : 'fewer answers than it takes to know of one pair';
}
