/**
 * The E-I index by chance: groups are handed out anew over members, sizes fixed and ties kept, and the index is taken
 * again. Of the whole network it is the silo test; of each group it says how far from it a group of that size may lie
 * without meaning anything.
 *
 * Labels are shuffled among those who answered, and apart from that among those who did not. Shuffled all together, a
 * group of which few answered would count as a silo, or as open, for its answers alone.
 */
import type { Groups } from '../graph/groups.ts';
import { countKnown, countKnownTies, forEachKnownTie } from '../graph/known.ts';
import { tiesWithinShuffled } from '../inference/label-permutations.ts';
import type { MetricContext } from './context.ts';

export interface TiesWithinByChance {
  /** Ties (or strengths) within groups, as they are. */
  within: number;
  /** All ties that count. */
  all: number;
  /** The mean of `within` over all labellings. */
  expected: number;
  /** `within` of each shuffled labelling. */
  drawn: Float64Array;
}

/** The index is linear in the ties within groups, so those are what is counted of each labelling. */
export function tiesWithinByChance(context: MetricContext, groups: Groups): TiesWithinByChance {
  const { settings, execute } = context;
  const { order, first, from, to, weights } = answersFirst(context);
  const labels = Int32Array.from(order, (v) => groups.of[v]!);
  const among = { known: 0, others: 0 };
  let within = 0;
  for (let at = 0; at < from.length; at++) {
    if (labels[from[at]!] === labels[to[at]!]) within += weights[at]!;
    among[to[at]! < first ? 'known' : 'others'] += weights[at]!;
  }
  const drawn = tiesWithinShuffled(
    {
      ...{ labels, groups: groups.names.length, first, from, to },
      weights: settings.strength ? weights : null,
      permutations: settings.permutations,
      seed: settings.seed,
      stream: 'e-i-index/permutation',
    },
    execute,
  );
  const chance = chanceOfOneGroup(labels, first, groups.names.length);
  const expected = among.known * chance.amongKnown + among.others * chance.toOthers;
  return { within, all: among.known + among.others, expected, drawn };
}

/**
 * For each group, the index of the ties that start in it, of each shuffled labelling in ascending order; labellings in
 * which no tie starts in the group are left out.
 */
export function groupIndexByChance(context: MetricContext, groups: Groups, labellings: number): Float64Array[] {
  const { order, first, from, to } = answersFirst(context);
  const random = context.random('e-i-index/groups');
  const answered = order.slice(0, first).map((v) => groups.of[v]!);
  const others = order.slice(first).map((v) => groups.of[v]!);
  const found: number[][] = groups.names.map(() => []);
  for (let labelling = 0; labelling < labellings; labelling++) {
    random.shuffle(answered);
    random.shuffle(others);
    const labelOf = (place: number): number => (place < first ? answered[place]! : others[place - first]!);
    const balance = groups.names.map(() => 0);
    const all = groups.names.map(() => 0);
    for (let at = 0; at < from.length; at++) {
      const [a, b] = [labelOf(from[at]!), labelOf(to[at]!)];
      for (const end of context.graph.directed ? [a] : [a, b]) {
        balance[end]! += a === b ? -1 : 1;
        all[end]!++;
      }
    }
    for (const [g, ends] of all.entries()) if (ends > 0) found[g]!.push(balance[g]! / ends);
  }
  return found.map((values) => Float64Array.from(values).sort());
}

/** Those who answered in the first places, the others after them, and the known ties between places. */
function answersFirst({ graph, selected, settings }: MetricContext) {
  const { known } = selected.response;
  const order = [...known.keys()].sort((v, w) => known[w]! - known[v]! || v - w);
  const place = new Int32Array(graph.n);
  for (const [at, v] of order.entries()) place[v] = at;
  const ties = countKnownTies(graph, known);
  const [from, to, weights] = [new Int32Array(ties), new Int32Array(ties), new Float64Array(ties)];
  let at = 0;
  forEachKnownTie(graph, known, (v, w, strength) => {
    from[at] = place[v]!;
    to[at] = place[w]!;
    weights[at++] = settings.strength ? strength : 1;
  });
  return { order, first: countKnown(known), from, to, weights };
}

/** How often two of the first, or one of the first and one of the others, are of one group, over all labellings. */
function chanceOfOneGroup(labels: Int32Array, first: number, groups: number) {
  const known = new Float64Array(groups);
  const others = new Float64Array(groups);
  for (const [at, group] of labels.entries()) (at < first ? known : others)[group]!++;
  const alike = (of: (group: number) => number): number =>
    known.reduce((sum, count, group) => sum + count * of(group), 0);
  const share = (some: number, all: number): number => (all === 0 ? 0 : some / all);
  return {
    amongKnown: share(
      alike((group) => known[group]! - 1),
      first * (first - 1),
    ),
    toOthers: share(
      alike((group) => others[group]!),
      first * (labels.length - first),
    ),
  };
}
