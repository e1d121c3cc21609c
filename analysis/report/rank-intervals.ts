/** Ranges of rank for the report: whom others reach most easily, and through whom their shortest ways run. */
import type { NetworkRecords } from '../../data/records/index.ts';
import { betweennessByPairs, betweennessJob } from '../graph/betweenness.ts';
import { compactSelected } from '../graph/compact.ts';
import { distanceSums } from '../graph/distances.ts';
import { select } from '../graph/select.ts';
import { createRandom } from '../inference/random.ts';
import {
  RANK_STREAM,
  rankRanges,
  replicatesFor,
  type Scores,
  shareLeftOut,
  type Thinned,
  thinnedNetworks,
} from '../inference/rank-intervals.ts';
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

/** Null where the network is too large for enough replicates. */
export function rankIntervals(
  records: NetworkRecords,
  seed: number,
  execute: Execute = createExecute(),
): RankIntervals | null {
  const selected = select(records);
  const graph = compactSelected(selected, false);
  // Distances cost a fortieth of betweenness, and less.
  const replicates = replicatesFor(betweennessJob(graph).cost);
  if (replicates === null) return null;

  const whole = scoresOf({ selected, graph }, execute);
  const thinned = thinnedNetworks(selected, false, createRandom(seed, RANK_STREAM));
  const drawn = Array.from({ length: replicates }, () => scoresOf(thinned.next().value, execute));
  const intervals = (kind: 'reached' | 'between'): RankInterval[] =>
    rankRanges(
      whole[kind],
      drawn.map((scores) => scores[kind]),
    ).flatMap(({ rank, best, worst }, v) => (rank === null ? [] : [{ member: selected.ids[v]!, rank, best, worst }]));
  return {
    reached: intervals('reached'),
    between: intervals('between'),
    replicates,
    leftOut: shareLeftOut(selected),
  };
}

/** As the metrics have it: through whom ways run is unknown of those who did not answer, since their ways on are. */
function scoresOf({ selected, graph }: Thinned, execute: Execute): { reached: Scores; between: Scores } {
  const { known } = selected.response;
  return {
    reached: [...distanceSums(graph, 'in', execute).harmonic],
    between: Array.from(betweennessByPairs(graph, execute), (score, v) => (known[v] === 1 ? score : null)),
  };
}
