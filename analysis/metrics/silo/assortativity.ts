/** Assortativity by group: how much likes are tied to likes, from not at all to wholly. */
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBand, mixingIn } from '../mixing.ts';
import { figure, REASONS } from '../result.ts';

export const assortativity: Metric = {
  id: 'assortativity',
  family: 'silo',
  scopes: ['network'],
  title: 'Assortativity',
  question: 'Do people turn to people like themselves?',
  definition:
    'r = (Σ e(g, g) − Σ a(g)·b(g)) ÷ (1 − Σ a(g)·b(g)), with e the share of ties from group to group, a and b its row and column sums.',
  direction: 'Directed: arcs. Undirected: both ends of each tie. Strength is ignored.',
  normalization:
    '1 when all ties stay within groups, 0 as if ties did not see the groups; the minimum lies between −1 and 0.',
  edgeCases: 'No ties, or ties from and to one group only: null. Rows that were not answered are left out.',
  cost: 'O(m + G²) for G groups.',
  reference: 'Newman 2003, doi:10.1103/PhysRevE.67.026126',
  oracle: 'networkx attribute_assortativity_coefficient, igraph assortativity_nominal, isnar assort, 1e-9',
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
    'A high value means silos, whatever the cause: choice, organisation or place. It takes group activity as given; the E-I index takes group size.',
  example: { network: 'a>b b>a c>d', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: 1 },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const mixing = mixingIn(context);
    if (mixing.total === 0) return [figure(context, assortativity, 'network', { reason: REASONS.noTies })];
    const value = likeToLike(mixing);
    if (value === null) {
      return [figure(context, assortativity, 'network', { reason: 'all ties start and end in one group' })];
    }
    const details = { groupBy: context.groups!.attribute };
    const band = mixingBand(context, value, likeToLike);
    return [figure(context, assortativity, 'network', { value }, { details, ...band })];
  },
};

/** In whole counts, so that "only one group" is seen exactly and not through rounding. */
function likeToLike({ counts, from, to, total }: Mixing): number | null {
  const byChance = from.reduce((sum, row, g) => sum + row * to[g]!, 0);
  const within = counts.reduce((sum, row, g) => sum + row[g]!, 0);
  return byChance === total * total ? null : (within * total - byChance) / (total * total - byChance);
}
