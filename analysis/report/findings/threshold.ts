/**
 * A figure is beyond the threshold that the charter sets, and, where the rule asks for a test, chance is no likely reason.
 *
 * Every rule with `atMostP` is a chance to be wrong, so the p-values of a check are adjusted together (Benjamini and
 * Hochberg, see inference/benjamini-hochberg.ts); two rules on the same figure are one test. The test is two-sided, and
 * "below" is meant against what chance gives: a figure beyond the threshold on the other side of its expected value does
 * not fire. `p` of the finding is the adjusted one, which the rule was judged by.
 */
import type { HealthRule } from '../../../data/records/index.ts';
import { benjaminiHochberg } from '../../inference/benjamini-hochberg.ts';
import { comparesGroups, type Figure, figureKey, lookUp } from './figures.ts';
import { type FindingContext, type FindingRule, idOf, type Seen } from './finding-rule.ts';

export const threshold: FindingRule = (context) => {
  const { check, policy, response } = context;
  const adjusted = adjustedP(context);
  const seen: Seen = { findings: [], silent: [] };
  for (const rule of policy.rules) {
    const { groupBy, figure } = figureOf(rule, context);
    if (figure.value === null) {
      seen.silent.push({ rule: rule.id, reason: figure.reason ?? 'not estimable' });
      continue;
    }
    if (!isBeyond(rule, figure.value)) continue;
    const p = adjusted.get(figureKey(rule.metric, groupBy)) ?? null;
    const doubt = rule.atMostP === undefined ? null : doubtOf(rule, rule.atMostP, figure, p);
    if (doubt !== null) {
      seen.silent.push({ rule: rule.id, reason: doubt });
      continue;
    }
    seen.findings.push({
      finding: idOf(check, rule.id),
      check,
      rule: rule.id,
      metric: rule.metric,
      groupBy: comparesGroups(rule.metric) ? groupBy : null,
      value: figure.value,
      threshold: (rule.below ?? rule.above)!,
      p,
      response,
    });
  }
  return seen;
};

function figureOf(rule: HealthRule, { policy, figures }: FindingContext): { groupBy: string; figure: Figure } {
  const groupBy = rule.groupBy ?? policy.groupBy;
  return { groupBy, figure: lookUp(figures, rule.metric, groupBy) };
}

function isBeyond(rule: HealthRule, value: number): boolean {
  return rule.below !== undefined ? value < rule.below : value > rule.above!;
}

/** By figure: the p-values of all rules that ask for one, adjusted for each other. */
function adjustedP(context: FindingContext): Map<string, number> {
  const tests = new Map<string, number>();
  for (const rule of context.policy.rules) {
    const { groupBy, figure } = figureOf(rule, context);
    if (rule.atMostP !== undefined && figure.p !== null) tests.set(figureKey(rule.metric, groupBy), figure.p);
  }
  const keys = [...tests.keys()];
  const adjusted = benjaminiHochberg([...tests.values()]);
  return new Map(keys.map((key, at) => [key, adjusted[at]!]));
}

/** Why the figure does not count though it is beyond the threshold; null where it does. */
function doubtOf(rule: HealthRule, atMostP: number, figure: Figure, p: number | null): string | null {
  if (p === null) return `"${rule.metric}" has no test against chance, which the rule asks for`;
  if (p > atMostP)
    return `beyond the threshold, but chance may explain it: p = ${rounded(p)}, at most ${atMostP} is asked for`;
  if (figure.expected === null) return null;
  const asMeant = rule.below !== undefined ? figure.value! < figure.expected : figure.value! > figure.expected;
  return asMeant ? null : 'beyond the threshold, but on the other side of what chance gives';
}

function rounded(p: number): number {
  return Number(p.toPrecision(2));
}
