/** Freeman's segregation: how many contacts across groups are missing. */
import { type CompactGraph, unionOf } from '../../graph/compact.ts';
import type { Groups } from '../../graph/groups.ts';
import { forEachKnownTie, pairsAmong } from '../../graph/known.ts';
import { responseBand } from '../../inference/response-band.ts';
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
    const observed = contactOf(context.union, context.selected.response.known, groups);
    if (observed.ties === 0) return [figure(context, freemanSegregation, 'network', { reason: REASONS.noTies })];
    const expected = expectedOf(observed);
    const value = missingShare(observed);
    if (value === null) return [figure(context, freemanSegregation, 'network', { reason: REASONS.oneGroup })];
    const details = { groupBy: groups.attribute, cross: observed.cross, expected };
    const band = responseBand(context, value, (graph, known) =>
      missingShare(contactOf(graph.directed ? unionOf(graph) : graph, known, groups)),
    );
    return [figure(context, freemanSegregation, 'network', { value }, { details, ...band })];
  },
};

/** What is known of pairs: those tied, those tied across groups, and how many there are of each. */
interface Contact {
  ties: number;
  cross: number;
  pairs: number;
  between: number;
}

function contactOf(union: CompactGraph, known: Uint8Array, groups: Groups): Contact {
  const rows = groups.names.map(() => 0);
  for (const [v, isKnown] of known.entries()) rows[groups.of[v]!]! += isKnown;
  const pairs = pairsAmong(rows.reduce((sum, one) => sum + one, 0));
  const between = pairs - rows.reduce((sum, one) => sum + pairsAmong(one), 0);
  let ties = 0;
  let cross = 0;
  forEachKnownTie(union, known, (v, w) => {
    ties++;
    if (groups.of[v] !== groups.of[w]) cross++;
  });
  return { ties, cross, pairs, between };
}

function expectedOf({ ties, pairs, between }: Contact): number {
  return (ties * between) / pairs;
}

function missingShare(contact: Contact): number | null {
  const expected = expectedOf(contact);
  return contact.ties === 0 || contact.between === 0 ? null : (expected - contact.cross) / expected;
}
