/**
 * Ranks of members by centrality, as ranges: what `measure` gives with `ranks`.
 *
 * Every metric is measured again on the same networks with answers left out. A member's rank is told only where no other's
 * range overlaps with theirs; else it is withheld (null), and the range is all that is said. Where no two can be told
 * apart, words say that there is no order.
 */
import { betweennessJob } from '../graph/betweenness.ts';
import { unionOf } from '../graph/compact.ts';
import {
  RANK_STREAM,
  rankRanges,
  replicatesFor,
  type Scores,
  shareLeftOut,
  shareToldApart,
  standsApart,
  type Thinned,
  thinnedNetworks,
} from '../inference/rank-intervals.ts';
import type { MetricContext } from './context.ts';
import type { Metric, MetricResult } from './metric.ts';
import { lengthsOf } from './strengths.ts';

/** The results with ranks among the details of those whose metric can be ranked by and has figures. */
export function withRanks(
  context: MetricContext,
  metrics: readonly Metric[],
  results: readonly MetricResult[],
): MetricResult[] {
  const asked: Asked[] = [];
  for (const metric of metrics) {
    const result = results.find((one) => one.metric === metric.id && one.scope === 'member');
    if (!metric.options.includes('ranks') || result === undefined || result.reason !== null) continue;
    const replicates = replicatesFor(costOf(metric, context));
    asked.push({ metric, whole: scoresOf(context, result), replicates, drawn: [] });
  }
  draw(context, asked);
  return results.map((result) => {
    const ranked = asked.find(({ metric }) => metric.id === result.metric);
    if (ranked === undefined || result.scope !== 'member') return result;
    return { ...result, details: { ...result.details, ...rankDetails(context, ranked) } };
  });
}

interface Asked {
  metric: Metric;
  whole: Scores;
  /** Null where the network is too large for enough of them. */
  replicates: number | null;
  drawn: Scores[];
}

/** A network with answers left out is the same for all metrics, and so are the distances in it. */
function draw(context: MetricContext, asked: readonly Asked[]): void {
  const networks = thinnedNetworks(context.selected, !context.graph.directed, context.random(RANK_STREAM));
  const most = asked.reduce((high, { replicates }) => Math.max(high, replicates ?? 0), 0);
  for (let at = 0; at < most; at++) {
    const thinned = contextOf(context, networks.next().value);
    for (const { metric, replicates, drawn } of asked) {
      if (at >= (replicates ?? 0)) continue;
      drawn.push(scoresOf(context, metric.compute(thinned).find(({ scope }) => scope === 'member')!));
    }
  }
}

function contextOf(context: MetricContext, { selected, graph }: Thinned): MetricContext {
  const kept = new Map<string, unknown>();
  return {
    ...context,
    selected,
    graph,
    union: unionOf(graph),
    shared<T>(key: string, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
}

function scoresOf({ graph }: MetricContext, { values = {} }: MetricResult): Scores {
  return graph.ids.map((id) => {
    const value = values[id];
    return typeof value === 'number' ? value : null;
  });
}

function rankDetails({ graph, selected }: MetricContext, { whole, replicates, drawn }: Asked): Record<string, unknown> {
  if (replicates === null) {
    const withheld = 'the network is too large for ranges of rank, and ranks without them are not given';
    return { ranks: null, ranking: { replicates: 0, leftOut: null, toldApart: null, withheld } };
  }
  const ranges = rankRanges(whole, drawn);
  const apart = standsApart(ranges);
  const ranks = ranges.map(({ rank, best, worst }, v) =>
    rank === null ? null : { rank: apart[v] ? rank : null, best, worst },
  );
  const toldApart = shareToldApart(ranges);
  return {
    ranks: Object.fromEntries(graph.ids.map((id, v) => [id, ranks[v]!])),
    ranking: {
      replicates,
      leftOut: shareLeftOut(selected),
      toldApart,
      withheld: toldApart === 0 ? 'all ranges overlap: nobody can be told from anybody' : null,
    },
  };
}

/** Nanoseconds for each tie and source, as the kernels of distances state them. */
const SEARCH_NS = { steps: 0.02, lengths: 6 };
/** For each tie: laying the network out anew, and as many steps as spectra and PageRank may take. */
const PER_TIE_NS = 200;
/** For each member: a figure in a result. */
const PER_MEMBER_NS = 2_000;

function costOf({ id }: Metric, context: MetricContext): number {
  const { graph } = context;
  const size = graph.n + graph.out.targets.length;
  const once = size * PER_TIE_NS + graph.n * PER_MEMBER_NS;
  if (id === 'betweenness') return once + betweennessJob(graph, { lengths: lengthsOf(context, graph.out) }).cost;
  if (!id.startsWith('harmonic') && !id.startsWith('closeness')) return once;
  return once + graph.n * size * SEARCH_NS[context.settings.strength ? 'lengths' : 'steps'];
}
