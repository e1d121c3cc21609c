/** E-I index: whether contact stays within groups or crosses them, tested against chance. */
import { type CompactGraph, forEachTie } from '../../graph/compact.ts';
import type { Groups } from '../../graph/groups.ts';
import { forEachKnownTie, possibleTies, possibleTiesWithin } from '../../graph/known.ts';
import { permutationP } from '../../inference/permutation-test.ts';
import { NO_BAND } from '../../inference/response-band.ts';
import type { MetricContext } from '../context.ts';
import { type TiesWithinByChance, tiesWithinByChance } from '../e-i-chance.ts';
import type { Metric, MetricResult } from '../metric.ts';
import { type Mixing, mixingBand } from '../mixing.ts';
import { figure, figures, REASONS } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const eIIndex: Metric = {
  id: 'e-i-index',
  family: 'silo',
  scopes: ['network', 'group', 'member'],
  title: 'E-I index',
  question: 'Does contact cross the lines between groups, or stay within them?',
  definition:
    '(E − I)/(E + I), with E the ties between groups and I those within. Expected: the same over possible ties. Min and max: what this number of ties and these group sizes allow; rescaled: linear between them, −1 to 1. p: labels permuted over members (those who answered, and those who did not, apart), group sizes fixed, two-sided, (1 + #)/(1 + R).',
  direction:
    'Directed: each arc counts, and a member’s own index takes the arcs that start from them. Undirected: each pair counts once. A group’s index takes all ties that touch it. With strength, E and I add up strengths.',
  normalization: '−1 (all within) to 1 (all between).',
  edgeCases:
    'No ties: null. Rows that were not answered leave observed and possible ties alike. Rescaled is null when only one value is attainable or strengths are used.',
  nulls: {
    min: 'not told for strengths',
    max: 'not told for strengths',
    rescaled: 'only one value is attainable, or strengths are used',
    p: 'fewer than two groups',
    groups: 'of the ends: no ties start from this group',
  },
  cost: 'O(R·(n + m)) for R permutations; 10,000 on 1,000 members and 25,000 ties in under a second.',
  reference: 'Krackhardt & Stern 1988, doi:10.2307/2786835; test: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585',
  oracle: 'isnar ei and counts by numpy, 1e-9; the test against enumeration of all labellings',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { byScope: { network: 'same', group: 'same', member: { others: 'same', own: null } } },
    reverse: {
      byScope: { network: 'same', group: 'same', member: { changes: 'whom one names become those who name one' } },
    },
    scale: 'same',
    double: 'same',
    noAnswer: { byScope: { network: 'left-out', group: 'left-out', member: 'no-figure' } },
  },
  reading:
    'Near −1: silos. But small groups have few inside to talk to and large ones many: compare with the expected value, and trust the test before the number.',
  example: {
    network: 'a>b b>a a>c d>c',
    groups: { a: 'x', b: 'x', c: 'y', d: 'y' },
    gives: -0.5,
  },
  options: ['groupBy', 'permutations', 'seed', 'strength'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const obstacle = askedStrengthObstacle(context);
    return [
      ofNetwork(context, groups, obstacle),
      ofGroups(context, groups, obstacle),
      ofMembers(context, groups, obstacle),
    ];
  },
};

interface Counts {
  internal: number;
  external: number;
}

function indexOf({ internal, external }: Counts): number | null {
  const all = internal + external;
  return all === 0 ? null : (external - internal) / all;
}

/** Of an undirected network both are counted at either end, which leaves the index as it is. */
function countsIn({ counts, total }: Mixing): Counts {
  const internal = counts.reduce((sum, row, g) => sum + row[g]!, 0);
  return { internal, external: total - internal };
}

function countsOf(graph: CompactGraph, known: Uint8Array, of: Int32Array, weighted: boolean): Counts {
  const counts = { internal: 0, external: 0 };
  forEachKnownTie(graph, known, (from, to, strength) => {
    counts[of[from] === of[to] ? 'internal' : 'external'] += weighted ? strength : 1;
  });
  return counts;
}

function ofNetwork(context: MetricContext, groups: Groups, obstacle: string | null): MetricResult {
  const { graph, settings } = context;
  const { known } = context.selected.response;
  const weighted = settings.strength;
  const counts = countsOf(graph, known, groups.of, weighted);
  const value = obstacle === null ? indexOf(counts) : null;
  if (value === null) return figure(context, eIIndex, 'network', { reason: obstacle ?? REASONS.noTies });

  const within = possibleTiesWithin(graph, known, groups);
  const between = possibleTies(graph, known) - within;
  const range = weighted ? { min: null, max: null, rescaled: null } : attainable(counts, within, between, value);
  const band = weighted ? NO_BAND : mixingBand(context, value, (mixing) => indexOf(countsIn(mixing)));
  const details = {
    groupBy: groups.attribute,
    ...counts,
    expected: (between - within) / (between + within),
    ...range,
    p: groups.names.length < 2 ? null : pOf(tiesWithinByChance(context, groups)),
    permutations: settings.permutations,
  };
  return figure(
    context,
    eIIndex,
    'network',
    { value },
    { details, ...band, strength: weighted ? 'strength' : 'ignored' },
  );
}

/** What the index can be at most and at least, when so many ties are laid on the pairs there are. */
function attainable({ internal, external }: Counts, within: number, between: number, value: number) {
  const ties = internal + external;
  const mostBetween = Math.min(ties, between);
  const mostWithin = Math.min(ties, within);
  const max = (2 * mostBetween - ties) / ties;
  const min = (ties - 2 * mostWithin) / ties;
  return { min, max, rescaled: max === min ? null : (2 * value - max - min) / (max - min) };
}

function pOf({ within, expected, drawn }: TiesWithinByChance): number {
  return permutationP(within, expected, drawn);
}

function ofGroups(context: MetricContext, groups: Groups, obstacle: string | null): MetricResult {
  const weighted = context.settings.strength;
  const counts = groups.names.map((): Counts => ({ internal: 0, external: 0 }));
  const starting = groups.names.map((): Counts => ({ internal: 0, external: 0 }));
  forEachKnownTie(context.graph, context.selected.response.known, (from, to, strength) => {
    const amount = weighted ? strength : 1;
    const [a, b] = [groups.of[from]!, groups.of[to]!];
    const kind = a === b ? 'internal' : 'external';
    counts[a]![kind] += amount;
    if (a !== b) counts[b]![kind] += amount;
    // "Ends": from the side of the members. An undirected tie within a group has two of them in it.
    starting[a]![kind] += amount;
    if (!context.graph.directed) starting[b]![kind] += amount;
  });
  const table = groups.names.map((name, at) => {
    const ends = { ...starting[at]!, value: indexOf(starting[at]!) };
    return [name, { size: groups.sizes[at]!, ...counts[at]!, ends }];
  });
  return figures(
    context,
    eIIndex,
    'group',
    groups.names,
    (at) => {
      const value = obstacle === null ? indexOf(counts[at]!) : null;
      return value === null ? { reason: obstacle ?? 'no ties touch this group' } : { value };
    },
    {
      details: { groupBy: groups.attribute, groups: Object.fromEntries(table) },
      strength: weighted ? 'strength' : 'ignored',
    },
  );
}

function ofMembers(context: MetricContext, groups: Groups, obstacle: string | null): MetricResult {
  const { graph, settings } = context;
  const { known } = context.selected.response;
  const counts = graph.ids.map((): Counts => ({ internal: 0, external: 0 }));
  forEachTie(graph, (from, to, strength) => {
    const kind = groups.of[from] === groups.of[to] ? 'internal' : 'external';
    counts[from]![kind] += settings.strength ? strength : 1;
    if (!graph.directed) counts[to]![kind] += settings.strength ? strength : 1;
  });
  return figures(
    context,
    eIIndex,
    'member',
    graph.ids,
    (v) => {
      if (obstacle !== null) return { reason: obstacle };
      if (known[v] === 0) return { reason: REASONS.noAnswer };
      const value = indexOf(counts[v]!);
      return value === null ? { reason: graph.directed ? 'names nobody' : REASONS.isolate } : { value };
    },
    { details: { groupBy: groups.attribute }, strength: settings.strength ? 'strength' : 'ignored' },
  );
}
