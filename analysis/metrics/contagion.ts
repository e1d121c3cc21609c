/**
 * Adoption handed on: of a member's contacts who adopted on one side of the member's own adoption, the share who did right
 * next to it. Looking ahead that is infectiousness, looking back susceptibility; one formula, two directions of time.
 *
 * With K = 1 period: contacts who adopted one period away ÷ contacts who adopted one period away or further; then ÷ all
 * members who adopted one period away, so that a rush that carried everybody is not credited to a few. With K periods,
 * each of the three counts is a sum over distances k = 1…K, discounted by 1/k.
 * Myers 2000, doi:10.1086/303110; Valente, Dyal, Chu, Wipfli & Fujimoto 2015, doi:10.1016/j.socscimed.2015.10.001.
 */
import type { Adjacency } from '../graph/compact.ts';
import type { Adopters } from './adopters.ts';
import type { MetricContext } from './context.ts';
import type { MetricResult } from './metric.ts';
import { figures, REASONS, type Reporter } from './result.ts';

interface Contagion {
  /** Those through whom it goes: who names the member, or whom the member names. */
  contacts: Adjacency;
  /** 1: after the member's own adoption; −1: before. */
  side: 1 | -1;
  /** The period of adoption on whose side no period is left, as words. */
  atTheEdge: string;
  noContact: string;
  /** True where the figure needs to know whom the member names. */
  needsOwnTies: boolean;
}

/** Periods over which the discounted form in the details looks. */
const DISCOUNTED_PERIODS = 3;

export function contagionFigures(
  context: MetricContext,
  metric: Reporter,
  adopters: Adopters,
  contagion: Contagion,
): MetricResult {
  const { ids } = context.graph;
  const { known } = context.selected.response;
  const adopting = adopters.time.map(() => 0);
  for (const when of adopters.adopted) if (when >= 0) adopting[when]!++;

  const reasonFor = (v: number): string | null => {
    const when = adopters.adopted[v]!;
    if (when === -1) return 'has not adopted while observed';
    if (contagion.needsOwnTies && known[v] === 0) return REASONS.noAnswer;
    const edge = contagion.side === 1 ? adopters.time.length - 1 : 0;
    return when === edge ? contagion.atTheEdge : null;
  };
  const sumsOf = (v: number, periods: number) => discountedSums(adopters, adopting, contagion, v, periods);
  const byMember = (of: (v: number) => number | null) =>
    Object.fromEntries(ids.map((id, v) => [id, reasonFor(v) === null ? of(v) : null]));
  const details = {
    practice: adopters.practice,
    shares: byMember((v) => shareOf(sumsOf(v, 1))),
    discounted: {
      periods: DISCOUNTED_PERIODS,
      values: byMember((v) => normalized(sumsOf(v, DISCOUNTED_PERIODS))),
    },
  };
  return figures(
    context,
    metric,
    'member',
    ids,
    (v) => {
      const reason = reasonFor(v);
      if (reason !== null) return { reason };
      const value = normalized(sumsOf(v, 1));
      return value === null ? { reason: contagion.noContact } : { value };
    },
    { details },
  );
}

interface Sums {
  /** Contacts who adopted k periods away. */
  near: number;
  /** Contacts who adopted k periods away or further. */
  beyond: number;
  /** All members who adopted k periods away. */
  everybody: number;
}

function discountedSums(
  { adopted }: Adopters,
  adopting: number[],
  { contacts, side }: Contagion,
  v: number,
  periods: number,
): Sums {
  const sums: Sums = { near: 0, beyond: 0, everybody: 0 };
  for (let k = 1; k <= periods; k++) {
    const period = adopted[v]! + side * k;
    if (period < 0 || period >= adopting.length) break;
    for (let at = contacts.offsets[v]!; at < contacts.offsets[v + 1]!; at++) {
      const when = adopted[contacts.targets[at]!]!;
      if (when === -1) continue;
      if (when === period) sums.near += 1 / k;
      if (side * (when - period) >= 0) sums.beyond += 1 / k;
    }
    sums.everybody += adopting[period]! / k;
  }
  return sums;
}

/** Null where no contact adopted on that side at all. */
function shareOf({ near, beyond }: Sums): number | null {
  return beyond === 0 ? null : near / beyond;
}

/** Where nobody at all adopted right next to it, no contact did: 0, and nothing to divide by. */
function normalized(sums: Sums): number | null {
  const share = shareOf(sums);
  return share === null || share === 0 ? share : share / sums.everybody;
}
