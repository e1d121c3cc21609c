/**
 * How sure a rank is. Who stands in the middle of a network hangs on who happened to answer: a share of the answers is left
 * out at random, as large as the share that is missing already (at least a tenth), everybody is ranked again, and that many
 * times over. A rank is the range that holds the middle 90 % of these (Smith & Moody 2013,
 * doi:10.1016/j.socnet.2013.09.003; Borgatti, Carley & Krackhardt 2006, doi:10.1016/j.socnet.2005.05.001).
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { betweennessByPairs } from '../graph/betweenness.ts';
import { type CompactGraph, fromArcs } from '../graph/compact.ts';
import { distanceSums } from '../graph/distances.ts';
import { select } from '../graph/select.ts';
import { createRandom } from '../inference/random.ts';
import { createExecute } from '../kernels/execute.ts';
import type { Execute } from '../kernels/job.ts';

export interface RankInterval {
  member: string;
  /** 1 is the highest; those who are equal share the middle of their ranks. */
  rank: number;
  best: number;
  worst: number;
}

export interface RankIntervals {
  /** By harmonic closeness, inbound: reached most easily by those who turn to somebody. */
  reached: RankInterval[];
  /** By betweenness: most shortest ways of others run through them. */
  between: RankInterval[];
  replicates: number;
  /** Share of the answers left out in each. */
  leftOut: number;
}

const LEAST_LEFT_OUT = 0.1;
const REPLICATES = 200;
/** A search from every member, in every replicate: fewer of them in large networks, or a report would take minutes. */
const MOST_STEPS = 400_000_000;
const FEWEST_REPLICATES = 20;

/** Null where the network is too large for enough replicates: no interval is better than one from a handful. */
export function rankIntervals(
  records: NetworkRecords,
  seed: number,
  execute: Execute = createExecute(),
): RankIntervals | null {
  const selected = select(records);
  const n = selected.ids.length;
  const stepsEach = Math.max(1, 2 * n * (n + selected.from.length));
  const replicates = Math.min(REPLICATES, Math.floor(MOST_STEPS / stepsEach));
  if (replicates < FEWEST_REPLICATES) return null;

  const { known, rate } = selected.response;
  const leftOut = Math.max(LEAST_LEFT_OUT, 1 - (rate ?? 1));
  const random = createRandom(seed, 'report/rank-intervals');
  const whole = ranksOf(fromArcs(selected.ids, selected), execute);
  const drawn = Array.from({ length: replicates }, () => {
    const isKept = Uint8Array.from(known, (one) => (one === 1 && random.next() >= leftOut ? 1 : 0));
    const kept = [...selected.from.keys()].filter((at) => isKept[selected.from[at]!] === 1);
    const pick = (list: ArrayLike<number>): number[] => kept.map((at) => list[at]!);
    return ranksOf(
      fromArcs(selected.ids, { from: pick(selected.from), to: pick(selected.to), strength: pick(selected.strength) }),
      execute,
    );
  });
  const intervals = (kind: 'reached' | 'between'): RankInterval[] =>
    selected.ids.map((member, v) => {
      const rank = whole[kind][v]!;
      const ranks = drawn.map((ranking) => ranking[kind][v]!).sort((a, b) => a - b);
      const at = (share: number): number => ranks[Math.round(share * (ranks.length - 1))]!;
      return { member, rank, best: Math.min(rank, at(0.05)), worst: Math.max(rank, at(0.95)) };
    });
  return { reached: intervals('reached'), between: intervals('between'), replicates, leftOut };
}

function ranksOf(graph: CompactGraph, execute: Execute): { reached: number[]; between: number[] } {
  return {
    reached: ranks(distanceSums(graph, 'in', execute).harmonic),
    between: ranks(betweennessByPairs(graph, execute)),
  };
}

/** Ranks from the highest score; equal scores share the mean of their ranks. Scores equal to nine digits are equal. */
function ranks(scores: Float64Array): number[] {
  const rounded = Array.from(scores, (score) => Number(score.toPrecision(9)));
  const order = rounded.map((_, v) => v).sort((a, b) => rounded[b]! - rounded[a]! || a - b);
  const result = rounded.map(() => 0);
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    while (end < order.length && rounded[order[end]!] === rounded[order[begin]!]) end++;
    for (const v of order.slice(begin, end)) result[v] = (begin + 1 + end) / 2;
    begin = end;
  }
  return result;
}
