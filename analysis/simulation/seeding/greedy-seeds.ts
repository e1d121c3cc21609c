/**
 * The seeds from which a practice is expected to reach most, greedily, with how close to the best that is.
 *
 * Seeds are chosen to meet as many reverse sets as can be (coverage.ts), and judged on as many others that they were not
 * chosen by: on their own sets they would look better than they are. Sets are doubled until more of them could show little
 * more, or the work would become too much. What is shown holds with 99 % confidence, chance
 * included: a lower bound on what the seeds reach, from the sets they were judged on, over an upper bound on what any k
 * could, from the sets they were chosen by (Tang et al. 2018, "OPIM-C", doi:10.1145/3183713.3183749).
 */
import type { CompactGraph } from '../../graph/compact.ts';
import { createRandom } from '../../inference/random.ts';
import { MeasureError } from '../../measure-error.ts';
import { isSubmodular, type Model } from '../model.ts';
import { lazyCover, metBy } from './coverage.ts';
import { noSets, reverseSetsOf } from './reverse-sets.ts';

export interface GreedySeeds {
  members: number[];
  bound: GreedyBound;
}

export interface GreedyBound {
  /** Members expected to be reached, the seeds among them, with its standard error from the draws. */
  reach: number;
  reachError: number;
  /** No seeds, so many, are expected to reach more: with 99 % confidence. */
  bestAtMost: number;
  /** The seeds reach at least this share of what the best would: with 99 % confidence. */
  shareOfBest: number;
  /** What greedy choosing has in any case, before chance: 1 − 1/e. */
  shareInAnyCase: number;
  /** Reverse sets by which they were chosen; as many again to judge them. */
  sets: number;
  /** How often a member's gain was worked out, and how often it would have been without laziness. */
  looks: number;
  looksOfPlainGreedy: number;
}

const FEWEST_SETS = 1_000;
const DOUBLINGS = 8;
/** Of the best: what more sets could still show. */
const LITTLE = 0.05;
/** Entries of all sets together: some hundred megabytes, some seconds. */
const MOST_ENTRIES = 8_000_000;
const DOUBT = 0.01;

/** @param eligible members who can begin and be reached, as positions, ascending. @throws MeasureError */
export function greedySeeds(
  graph: CompactGraph,
  model: Model,
  eligible: readonly number[],
  k: number,
  seed: number,
): GreedySeeds {
  if (!isSubmodular(model)) {
    throw new MeasureError(
      'choosing seeds greedily has its bound only where thresholds are drawn; leave the threshold out, or choose by degree, bridge or key-players',
    );
  }
  const random = createRandom(seed, 'simulation/greedy-seeds');
  const draw = reverseSetsOf(graph, model, eligible, random);
  const [choose, judge] = [noSets(), noSets()];
  // A doubt for each of the two bounds each time that they are looked at.
  const doubt = Math.log((2 * (DOUBLINGS + 1)) / DOUBT);
  for (let doubling = 0, missing = FEWEST_SETS; ; doubling++, missing = choose.count) {
    draw(choose, missing);
    draw(judge, missing);
    const { chosen, met, mostPossible, looks } = lazyCover(graph.n, choose, eligible, k);
    const judged = metBy(chosen, judge);
    const each = eligible.length / choose.count;
    const atLeast = ((Math.sqrt(judged + (2 * doubt) / 9) - Math.sqrt(doubt / 2)) ** 2 - doubt / 18) * each;
    const atMost = (Math.sqrt(mostPossible + doubt / 2) + Math.sqrt(doubt / 2)) ** 2 * each;
    const bestAtMost = Math.min(eligible.length, atMost);
    const shareOfBest = Math.min(1, Math.max(0, atLeast / bestAtMost));
    const withoutChance = met === 0 ? 1 : met / mostPossible;
    if (
      withoutChance - shareOfBest > LITTLE &&
      doubling < DOUBLINGS &&
      choose.members.length + judge.members.length < MOST_ENTRIES / 2
    )
      continue;
    const share = judged / judge.count;
    return {
      members: chosen,
      bound: {
        reach: share * eligible.length,
        reachError: eligible.length * Math.sqrt((share * (1 - share)) / judge.count),
        bestAtMost,
        shareOfBest,
        shareInAnyCase: 1 - 1 / Math.E,
        sets: choose.count,
        looks,
        looksOfPlainGreedy: eligible.length * chosen.length,
      },
    };
  }
}
