/** What the three figures on introductions share: shares of introductions, not shown while they are those of a few people. */
import type { IntroductionBody } from '../../../data/records/introduction.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import type { MetricContext } from '../context.ts';
import type { Metric, MetricResult } from '../metric.ts';
import { figure } from '../result.ts';

const LEAST_PEOPLE = 5;

export function introductionsOf({ records }: MetricContext): IntroductionBody[] {
  return records.practices?.introduction ?? [];
}

/** Of `all` the share that is in `those`; `none` says why there is no share of nothing. */
export function introductionShare(
  context: MetricContext,
  metric: Metric,
  { all, those, none }: { all: IntroductionBody[]; those: IntroductionBody[]; none: string },
  more: Record<string, unknown> = {},
): MetricResult[] {
  const people = new Set(all.flatMap(({ members }) => members)).size;
  const common = { introductions: all.length, ...more };
  if (all.length === 0) return [figure(context, metric, 'network', { reason: none }, { details: common })];
  if (people < LEAST_PEOPLE) {
    const reason = `these are introductions of fewer than ${LEAST_PEOPLE} members: it is shown from ${LEAST_PEOPLE} on`;
    return [figure(context, metric, 'network', { reason }, { details: common })];
  }
  const details = { ...common, those: those.length, people, interval: wilsonInterval(those.length, all.length) };
  return [figure(context, metric, 'network', { value: those.length / all.length }, { details })];
}

/** For the examples: three introductions of six members, the first `met` of them met on 2 March. */
export function exampleIntroductions(statuses: readonly IntroductionBody['status'][]): IntroductionBody[] {
  return statuses.map((status, at) => ({
    introduction: `introduction-${at + 1}`,
    proposal: `proposal-${at + 1}`,
    members: [`a${at}`, `b${at}`],
    status,
    consented: [],
    ...(status === 'met' ? { metAt: '2026-03-02T09:00:00.000Z' } : {}),
  }));
}
