/** Gupta, Anderson and May's Q: how much groups keep to themselves, each group counting the same. */
import { MISSING_GROUP } from '../../graph/groups.ts';
import type { Metric } from '../metric.ts';
import { type Mixing, mixingBand, mixingIn } from '../mixing.ts';
import { figure, REASONS } from '../result.ts';

export const guptaAndersonMay: Metric = {
  id: 'gupta-anderson-may',
  family: 'silo',
  scopes: ['network'],
  title: 'Within-group mixing',
  question: 'Does the typical group keep to itself, whatever its size?',
  definition:
    'Q = (Σg e(g, g)/a(g) − 1)/(G − 1), with e(g, g)/a(g) the share of the group’s contact that is within, G the groups.',
  direction: 'Directed: ties that start from the group. Undirected: ends of ties. Strength is ignored.',
  normalization: '1 (all within) through 0 (evenly to all groups) to −1/(G − 1) (none within).',
  edgeCases: `One group, or a group without any tie: null. ${MISSING_GROUP} counts as a group. Rows that were not answered are left out.`,
  cost: 'O(m + G²) for G groups.',
  reference:
    'Gupta, Anderson & May 1989, AIDS 3, 807–817; reviewed in Bojanowski & Corten 2014, doi:10.1016/j.socnet.2014.04.001',
  oracle: 'worked by hand; netseg gamix differs on directed networks, where it is wrong',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: { changes: 'ties that start from a group become those that end in it' },
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading: 'A small group weighs as much as a large one: a silo of three shows here and drowns in the E-I index.',
  example: { network: 'a>b b>a c>d d>a', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: 0.5 },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    if (groups.names.length < 2) return [figure(context, guptaAndersonMay, 'network', { reason: REASONS.oneGroup })];
    const value = keptToThemselves(mixingIn(context));
    if (value === null) return [figure(context, guptaAndersonMay, 'network', { reason: 'a group has no ties' })];
    const details = { groupBy: groups.attribute };
    const band = mixingBand(context, value, keptToThemselves);
    return [figure(context, guptaAndersonMay, 'network', { value }, { details, ...band })];
  },
};

function keptToThemselves({ counts, from }: Mixing): number | null {
  if (from.includes(0)) return null;
  const shares = counts.map((row, g) => row[g]! / from[g]!);
  return (shares.reduce((sum, share) => sum + share, 0) - 1) / (counts.length - 1);
}
