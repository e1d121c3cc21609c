/** Freeman's segregation: how many contacts across groups are missing. */
import { forEachKnownTie, pairsAmong } from '../../graph/known.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const freemanSegregation: Metric = {
  id: 'freeman-segregation',
  family: 'silo',
  scopes: ['network'],
  title: 'Segregation',
  question: 'How many of the contacts across groups that chance would give are not there?',
  definition:
    '(X − c)/X, with c the ties between groups and X their expected number, m · pairs between groups ÷ all pairs.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization:
    '1 (none across) through 0 (as many as by chance); below 0: more than chance. Freeman himself said 0 there.',
  edgeCases: 'No ties, or one group: null. Pairs of which one did not answer are left out.',
  cost: 'O(n + m).',
  reference: 'Freeman 1978, doi:10.1177/004912417800600401',
  oracle: 'netseg (isnar) freeman on the union, 1e-9 where it is not cut off at 0',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'pairs within and between groups grow unequally' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'It is the E-I index against chance: how much of the contact across groups that could be expected is missing.',
  example: { network: 'a>b c>d', groups: { a: 'x', b: 'x', c: 'y', d: 'y' }, gives: 1 },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const { known } = context.selected.response;
    const rows = groups.names.map(() => 0);
    for (const [v, isKnown] of known.entries()) rows[groups.of[v]!]! += isKnown;
    const pairs = pairsAmong(rows.reduce((sum, one) => sum + one, 0));
    const between = pairs - rows.reduce((sum, one) => sum + pairsAmong(one), 0);
    let ties = 0;
    let cross = 0;
    forEachKnownTie(context.union, known, (v, w) => {
      ties++;
      if (groups.of[v] !== groups.of[w]) cross++;
    });
    if (ties === 0) return [figure(context, freemanSegregation, 'network', { reason: REASONS.noTies })];
    if (between === 0) return [figure(context, freemanSegregation, 'network', { reason: REASONS.oneGroup })];
    const expected = (ties * between) / pairs;
    const value = (expected - cross) / expected;
    const details = { groupBy: groups.attribute, cross, expected };
    return [figure(context, freemanSegregation, 'network', { value }, { details })];
  },
};
