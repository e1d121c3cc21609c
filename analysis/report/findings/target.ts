/**
 * A target that members agreed on beforehand is missed.
 *
 * A target with a review date is looked at from that day on: before it, being short of the target is the plan. A target
 * is a promise rather than a test, so chance has no say; a figure that is not estimable, or that rests on fewer answers
 * than were agreed, neither meets nor misses it.
 */
import type { HealthPolicy } from '../health-policy.ts';
import { comparesGroups, lookUp, readsTies } from './figures.ts';
import { type FindingRule, idOf, type Seen } from './finding-rule.ts';

type Target = HealthPolicy['targets'][number];

export const target: FindingRule = ({ check, asOf, policy, response, figures }) => {
  const seen: Seen = { findings: [], silent: [] };
  for (const [at, entry] of policy.targets.entries()) {
    const rule = targetRule(policy.targets, at);
    if (entry.dropped === true) continue;
    const groupBy = entry.groupBy ?? policy.groupBy;
    if (entry.review !== undefined && asOf.slice(0, entry.review.length) < entry.review) {
      seen.silent.push({ rule, reason: `this target is looked at from ${entry.review} on` });
      continue;
    }
    const { smallestResponse: smallest } = entry;
    if (smallest !== undefined && readsTies(entry.metric) && (response ?? 0) < smallest) {
      const had = response === null ? 'nobody was asked' : `${rounded(response)} have answered`;
      seen.silent.push({ rule, reason: `this target is judged from a response of ${smallest} on; ${had}` });
      continue;
    }
    const figure = lookUp(figures, entry.metric, groupBy);
    if (figure.value === null) {
      seen.silent.push({ rule, reason: figure.reason ?? 'not estimable' });
      continue;
    }
    const missed = boundMissed(entry, figure.value);
    if (missed === null) continue;
    seen.findings.push({
      finding: idOf(check, rule),
      check,
      rule,
      metric: entry.metric,
      groupBy: comparesGroups(entry.metric) ? groupBy : null,
      value: figure.value,
      threshold: missed,
      p: figure.p,
      response,
    });
  }
  return seen;
};

/** `target.density`; a second target on the same metric is `target.density.2`, in the charter's order. */
export function targetRule(targets: readonly Target[], at: number): string {
  const { metric } = targets[at]!;
  const before = targets.slice(0, at).filter((other) => other.metric === metric).length;
  return before === 0 ? idOf('target', metric) : idOf('target', metric, before + 1);
}

function rounded(share: number): number {
  return Number(share.toPrecision(2));
}

function boundMissed({ atLeast, atMost }: Target, value: number): number | null {
  if (atLeast !== undefined && value < atLeast) return atLeast;
  if (atMost !== undefined && value > atMost) return atMost;
  return null;
}
