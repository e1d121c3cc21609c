/**
 * What had become of an approved proposal some days after it was carried out: predicted against observed.
 *
 * The verdict looks at the tie first and at the metric second, because they differ in what they can show. Whether two
 * people are tied is a fact about them. A single introduction moves an index of a few hundred ties by about a hundredth,
 * and the same index moves by more than that when one member forgets to answer: a figure that rose without the tie being
 * there did not rise because of the proposal, and a figure that fell with the tie there did not fall because of it. So no
 * proposal is said to have worked by its figure alone, and none that led to a tie is said to have made things worse.
 *
 * `moved` is the way that the figure has gone from `before` towards `predicted`: 1 is all of it, half of it counts as
 * there, half of it the other way as gone wrong; between the two lies what noise explains as well.
 *
 *   neither tie nor meeting                       not-done
 *   met, and who is tied to whom is not known     not-estimable
 *   a figure is missing, or nothing was predicted not-estimable
 *   tie, moved ≥ ½                                worked
 *   tie, moved < ½                                partly      the tie is there, the figure has not followed
 *   met without a tie, moved > −½                 no-effect
 *   met without a tie, moved ≤ −½                 worse
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { responseOf } from '../graph/response.ts';
import { figureOf } from '../simulation/what-if.ts';
import { currentPicture } from './current-picture.ts';
import type { HealthPolicy } from './health-policy.ts';

export interface OutcomeInput {
  proposal: BodyOf<'proposal'>;
  afterDays: number;
  policy: HealthPolicy;
  /** The facts that hold now. */
  records: NetworkRecords;
  /** The introduction that the proposal led to; null where it led to none. */
  introduction: BodyOf<'introduction'> | null;
}

export function judgeOutcome({ proposal, afterDays, policy, records, introduction }: OutcomeInput): BodyOf<'outcome'> {
  const picture = currentPicture(records, policy);
  const { metric, groupBy, before, predicted } = proposal;
  const observed = figureOf(picture.records, {
    metric,
    groupBy,
    seed: policy.seed,
    smallestResponse: policy.smallestResponse,
  });
  // An approval may name other people than the proposal did.
  const [a, b] = introduction?.members ?? proposal.parties;
  const tieFormed = a === undefined || b === undefined ? null : areTied(picture.records, a, b);
  const met = introduction?.status === 'met';
  return {
    proposal: proposal.proposal,
    afterDays,
    metric,
    groupBy,
    before,
    predicted,
    observed,
    tieFormed,
    verdict: verdictOf({ tieFormed, met, before, predicted, observed }),
  };
}

export interface Evidence {
  /** Null where it is not known. */
  tieFormed: boolean | null;
  met: boolean;
  before: number | null;
  predicted: number | null;
  observed: number | null;
}

const ENOUGH = 0.5;
/** Figures that are equal in exact arithmetic differ in their last bits. */
const ROUNDING = 1e-9;

export function verdictOf({ tieFormed, met, before, predicted, observed }: Evidence): BodyOf<'outcome'>['verdict'] {
  if (tieFormed !== true && !met) return 'not-done';
  if (tieFormed === null) return 'not-estimable';
  if (before === null || predicted === null || observed === null || predicted === before) return 'not-estimable';
  const moved = (observed - before) / (predicted - before);
  if (tieFormed) return moved >= ENOUGH - ROUNDING ? 'worked' : 'partly';
  return moved <= -ENOUGH + ROUNDING ? 'worse' : 'no-effect';
}

/** In either direction; null where neither names the other and one of the two was not heard. */
function areTied(records: NetworkRecords, a: string, b: string): boolean | null {
  const tied = records.ties.some((tie) => (tie.from === a && tie.to === b) || (tie.from === b && tie.to === a));
  if (tied) return true;
  const heard = responseOf(records, [a, b], {}).known;
  return heard[0] === 1 && heard[1] === 1 ? false : null;
}
