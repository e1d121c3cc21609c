/** Coleman's homophily: each group's own leaning to itself. */
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBands, mixingIn } from '../mixing.ts';
import { figures } from '../result.ts';

export const colemanHomophily: Metric = {
  id: 'coleman-homophily',
  family: 'silo',
  scopes: ['group'],
  title: 'Homophily by group',
  question: 'Which groups turn to their own more than chance would have it?',
  definition:
    'With m the ties within the group, d all that start from it, and x = d·(N − 1)/(n − 1) what chance gives within, N the group’s size: (m − x)/(d − x) if m ≥ x, else (m − x)/x.',
  direction: 'Directed: ties that start from the group’s members. Strength is ignored.',
  normalization: '−1 (never to their own) through 0 (chance) to 1 (only to their own).',
  edgeCases:
    'A group from which no tie starts, or of one member, or of all: null. Rows that were not answered are left out.',
  nulls: { bands: 'the group has no figure, or no answer is known to be missing' },
  cost: 'O(m + G²) for G groups.',
  reference: 'Coleman 1958, doi:10.17730/humo.17.4.q5604m676260q8n7',
  oracle: 'netseg (isnar) coleman, 1e-9, where it gives a number',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'chance gives more within the newcomer’s group, less within others' },
    reverse: { changes: 'ties that start from a group become those that end in it' },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'Tells which group keeps to itself, where the E-I index tells how the network does. Small groups swing widely.',
  example: { network: 'a>b b>a c>a d>c', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: { x: 1, y: 0.25 } },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  directedOnly: true,
  compute(context) {
    const groups = context.groups!;
    const mixing = mixingIn(context);
    const homophily = ({ counts, from }: Mixing, g: number): number | null => {
      if (from[g] === 0) return null;
      const chance = (from[g]! * (groups.sizes[g]! - 1)) / (context.graph.n - 1);
      const excess = counts[g]![g]! - chance;
      return excess / (excess >= 0 ? from[g]! - chance : chance);
    };
    const given = (g: number) => {
      const size = groups.sizes[g]!;
      if (size === 1) return { reason: 'a group of one has nobody within' };
      if (size === context.graph.n) return { reason: 'the only group' };
      const value = homophily(mixing, g);
      return value === null ? { reason: 'no ties start from this group' } : { value };
    };
    const observed = (g: number) => given(g).value ?? null;
    const details = { groupBy: groups.attribute, bands: mixingBands(context, observed, homophily) };
    return [figures(context, colemanHomophily, 'group', groups.names, given, { details })];
  },
};
