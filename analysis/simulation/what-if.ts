/**
 * What a metric of the network would be if some pairs were tied in both directions.
 *
 * The E-I index is counted, because a check asks for it hundreds of times: each further tie adds the arcs of those who
 * answered to E or to I, exactly as the metric counts them. Any other metric is measured again with the ties added. A
 * test holds the two ways against each other.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { INTRODUCED } from '../../data/records/tie.ts';
import { compactSelected, hasTie } from '../graph/compact.ts';
import { groupsBy } from '../graph/groups.ts';
import { forEachKnownTie } from '../graph/known.ts';
import { select } from '../graph/select.ts';
import type { Pair } from '../matching/pair.ts';
import { measure } from '../measure.ts';

export interface WhatIfOptions {
  metric: string;
  /** For metrics that compare groups. */
  groupBy: string | null;
  seed: number;
  /** Below this share of answers the figure is not estimable. */
  smallestResponse: number;
}

/** The figure with pairs tied; null where it is undefined or not estimable. */
export type WhatIf = (pairs: readonly Pair[]) => number | null;

export function whatIf(records: NetworkRecords, options: WhatIfOptions): WhatIf {
  if (options.metric === 'e-i-index' && options.groupBy !== null) return countedEI(records, options.groupBy, options);
  return (pairs) => figureOf(withTies(records, pairs), options);
}

/**
 * The figure of a metric for the whole network, as `measure` gives it; null where it has none, also where no member has
 * the attribute to group by (any more).
 */
export function figureOf(records: NetworkRecords, options: WhatIfOptions): number | null {
  const { groupBy } = options;
  if (groupBy !== null && !records.members.some((body) => Object.hasOwn(body.attributes, groupBy))) return null;
  const { results } = measure(records, {
    metrics: [options.metric],
    groupBy: groupBy ?? undefined,
    seed: options.seed,
    smallestResponse: options.smallestResponse,
    // The value is wanted, not its test.
    permutations: 1,
  });
  const value = results.find((result) => result.scope === 'network')?.value;
  return typeof value === 'number' ? value : null;
}

/** The records with pairs tied in both directions, as an introduction leaves them. */
export function withTies(records: NetworkRecords, pairs: readonly Pair[]): NetworkRecords {
  const added = pairs.flatMap(([a, b]) => [arc(a, b), arc(b, a)]);
  return { ...records, ties: [...records.ties, ...added] };
}

function arc(from: string, to: string): BodyOf<'tie'> {
  return { from, to, type: INTRODUCED, strength: null, wave: null, time: null, occurrence: 0 };
}

function countedEI(records: NetworkRecords, groupBy: string, { smallestResponse }: WhatIfOptions): WhatIf {
  const ties = select(records);
  const { known, rate } = ties.response;
  const graph = compactSelected(ties, false);
  const groups = groupsBy(records, graph.ids, groupBy);
  const position = new Map(graph.ids.map((id, at) => [id, at]));
  const now = { internal: 0, external: 0 };
  forEachKnownTie(graph, known, (from, to) => {
    now[groups.of[from] === groups.of[to] ? 'internal' : 'external']++;
  });

  return (pairs) => {
    if (rate !== null && rate < smallestResponse) return null;
    const counts = { ...now };
    const added = new Set<string>();
    for (const [first, second] of pairs) {
      for (const [from, to] of [
        [first, second],
        [second, first],
      ] as const) {
        const [a, b] = [position.get(from)!, position.get(to)!];
        if (known[a] === 0 || hasTie(graph.out, a, b) || added.has(`${a}>${b}`)) continue;
        added.add(`${a}>${b}`);
        counts[groups.of[a] === groups.of[b] ? 'internal' : 'external']++;
      }
    }
    const all = counts.internal + counts.external;
    return all === 0 ? null : (counts.external - counts.internal) / all;
  };
}
