/**
 * How sure a rank is. Who stands in the middle of a network hangs on who happened to answer: a share of the answers is left
 * out at random, as large as the share that is missing already (at least a tenth), everybody is ranked again, and that many
 * times over. A rank is the range that holds the middle 90 % of these (Smith & Moody 2013,
 * doi:10.1016/j.socnet.2013.09.003; Borgatti, Carley & Krackhardt 2006, doi:10.1016/j.socnet.2005.05.001).
 *
 * Two members are told apart where their ranges do not overlap.
 */
import { type CompactGraph, compactSelected } from '../graph/compact.ts';
import type { SelectedTies } from '../graph/select.ts';
import type { Random } from './random.ts';

export interface RankRange {
  /** 1 is the highest; those who are equal share the middle of their ranks. Null for who has no figure. */
  rank: number | null;
  best: number;
  worst: number;
}

/** A network with some of its answers left out. */
export interface Thinned {
  selected: SelectedTies;
  graph: CompactGraph;
}

/** Of each member, or null for who has none in this network. */
export type Scores = readonly (number | null)[];

/** The stream of chance that answers are left out by: one for the report and `measure`, so that both give the same ranges. */
export const RANK_STREAM = 'report/rank-intervals';

const LEAST_LEFT_OUT = 0.1;
const MOST_REPLICATES = 200;
/** No range is better than one from a handful. */
const FEWEST_REPLICATES = 20;
/** About three seconds of one thread, by the kernels' own estimates: larger networks get fewer replicates, then none. */
const MOST_NS = 3e9;

/** @param costNs of ranking everybody once. Null where the network is too large for enough replicates. */
export function replicatesFor(costNs: number): number | null {
  const replicates = Math.min(MOST_REPLICATES, Math.floor(MOST_NS / Math.max(1, costNs)));
  return replicates < FEWEST_REPLICATES ? null : replicates;
}

/** The share of the answers that is left out in each replicate. */
export function shareLeftOut({ response }: SelectedTies): number {
  return Math.max(LEAST_LEFT_OUT, 1 - (response.rate ?? 1));
}

/** Networks with answers left out, without end. The first ones are the same however many are taken. */
export function* thinnedNetworks(selected: SelectedTies, undirected: boolean, random: Random): Generator<Thinned> {
  const { known } = selected.response;
  const leftOut = shareLeftOut(selected);
  for (;;) {
    const isKept = Uint8Array.from(known, (one) => (one === 1 && random.next() >= leftOut ? 1 : 0));
    const thinned = { ...selected, ...tiesOf(selected, isKept), response: { ...selected.response, known: isKept } };
    yield { selected: thinned, graph: compactSelected(thinned, undirected) };
  }
}

function tiesOf(
  { from, to, strength }: SelectedTies,
  isKept: Uint8Array,
): Pick<SelectedTies, 'from' | 'to' | 'strength'> {
  const kept = {
    from: new Int32Array(from.length),
    to: new Int32Array(from.length),
    strength: new Float64Array(from.length),
  };
  let ties = 0;
  for (let at = 0; at < from.length; at++) {
    if (isKept[from[at]!] === 0) continue;
    kept.from[ties] = from[at]!;
    kept.to[ties] = to[at]!;
    kept.strength[ties++] = strength[at]!;
  }
  return { from: kept.from.slice(0, ties), to: kept.to.slice(0, ties), strength: kept.strength.slice(0, ties) };
}

/** @param replicates scores of the same members in networks with answers left out. */
export function rankRanges(whole: Scores, replicates: readonly Scores[]): RankRange[] {
  const observed = ranksOf(whole);
  const ranked = observed.filter((rank) => rank !== null).length;
  const drawn = replicates.map((scores) => ranksAmong(ranked, scores));
  return observed.map((rank, v) => {
    const ranks = drawn
      .map((ranking) => ranking[v]!)
      .filter((one) => one !== null)
      .sort((a, b) => a - b);
    if (rank === null || ranks.length < FEWEST_REPLICATES) return { rank, best: 1, worst: Math.max(1, ranked) };
    const at = (share: number): number => ranks[Math.round(share * (ranks.length - 1))]!;
    return { rank, best: Math.min(rank, at(0.05)), worst: Math.max(rank, at(0.95)) };
  });
}

/** Per member, whether no other's range overlaps with theirs. */
export function standsApart(ranges: readonly RankRange[]): boolean[] {
  const ordered = [...ranges.keys()].filter((v) => ranges[v]!.rank !== null);
  ordered.sort((v, w) => ranges[v]!.best - ranges[w]!.best || v - w);
  const apart = ranges.map(() => false);
  let worstBefore = Number.NEGATIVE_INFINITY;
  for (const [at, v] of ordered.entries()) {
    const { best, worst } = ranges[v]!;
    const next = ordered[at + 1];
    apart[v] = worstBefore < best && (next === undefined || worst < ranges[next]!.best);
    worstBefore = Math.max(worstBefore, worst);
  }
  return apart;
}

/** Of all pairs of members with a rank, the share whose order is told: whose ranges do not overlap. Null without pairs. */
export function shareToldApart(ranges: readonly RankRange[]): number | null {
  const ranked = ranges.filter(({ rank }) => rank !== null);
  if (ranked.length < 2) return null;
  const best = ranked.map((one) => one.best).sort((a, b) => a - b);
  const worst = ranked.map((one) => one.worst).sort((a, b) => a - b);
  let pairs = 0;
  let below = 0;
  for (const from of best) {
    while (below < worst.length && worst[below]! < from) below++;
    pairs += below;
  }
  return pairs / ((ranked.length * (ranked.length - 1)) / 2);
}

/**
 * Ranks in a replicate in which some have no figure, because theirs needs their own answer and it was left out: stretched
 * to as many places as there are in the whole network, to the nearest half.
 */
function ranksAmong(places: number, scores: Scores): (number | null)[] {
  const ranks = ranksOf(scores);
  const ranked = ranks.filter((rank) => rank !== null).length;
  if (ranked === places || ranked < 2) return ranked === places ? ranks : ranks.map(() => null);
  const stretch = (places - 1) / (ranked - 1);
  return ranks.map((rank) => (rank === null ? null : Math.round(2 * (1 + (rank - 1) * stretch)) / 2));
}

/** Ranks from the highest score; equal scores share the mean of their ranks. Scores equal to nine digits are equal. */
function ranksOf(scores: Scores): (number | null)[] {
  const rounded = scores.map((score) => (score === null ? null : Number(score.toPrecision(9))));
  const order = [...rounded.keys()].filter((v) => rounded[v] !== null);
  order.sort((a, b) => rounded[b]! - rounded[a]! || a - b);
  const result: (number | null)[] = rounded.map(() => null);
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    while (end < order.length && rounded[order[end]!] === rounded[order[begin]!]) end++;
    for (const v of order.slice(begin, end)) result[v] = (begin + 1 + end) / 2;
    begin = end;
  }
  return result;
}
