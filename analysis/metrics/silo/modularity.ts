/** Modularity of the given groups: how much more contact stays within them than ties laid at random would. */
import { NO_BAND } from '../../inference/response-band.ts';
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBand, mixingIn } from '../mixing.ts';
import { figure, REASONS } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const modularity: Metric = {
  id: 'modularity',
  family: 'silo',
  scopes: ['network'],
  title: 'Modularity of the groups',
  question: 'Is the network made of these groups?',
  definition:
    'Q = Σg [e(g, g) − a(g)·b(g)], with e the share of ties from group to group, a and b its row and column sums. Undirected ties have two ends and count at both.',
  direction: 'Directed after Leicht and Newman. With strength, ties count by strength.',
  normalization: 'Below 1; 0 as if ties did not see the groups; negative: contact avoids one’s own group.',
  edgeCases: 'No ties: null. A negative strength: null. One group: 0. Rows that were not answered are left out.',
  cost: 'O(m + G²) for G groups.',
  reference: 'Newman 2006, doi:10.1073/pnas.0601602103; Leicht & Newman 2008, doi:10.1103/PhysRevLett.100.118703',
  oracle: 'networkx modularity, igraph modularity, 1e-9',
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
    'A high value means silos along these groups. It grows with the number of groups: compare the same grouping over time.',
  example: { network: 'a>b b>a c>d', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: 4 / 9 },
  options: ['groupBy', 'strength'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const weighted = context.settings.strength;
    const obstacle = askedStrengthObstacle(context);
    const mixing = mixingIn(context, weighted);
    const value = obstacle === null ? moreThanByChance(mixing) : null;
    if (value === null) return [figure(context, modularity, 'network', { reason: obstacle ?? REASONS.noTies })];
    const details = { groupBy: context.groups!.attribute };
    const strength = weighted ? 'strength' : 'ignored';
    // Nobody can say how strong the ties are that were not reported.
    const band = weighted ? NO_BAND : mixingBand(context, value, moreThanByChance);
    return [figure(context, modularity, 'network', { value }, { details, ...band, strength })];
  },
};

function moreThanByChance({ counts, from, to, total }: Mixing): number | null {
  if (total === 0) return null;
  return counts.reduce((sum, row, g) => sum + row[g]! / total - (from[g]! / total) * (to[g]! / total), 0);
}
