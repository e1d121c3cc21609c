/** Time to adoption: after how many periods half of the members have taken a practice up. */
import { type LogRank, logRank } from '../../inference/log-rank.ts';
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const timeToAdoption: Metric = {
  id: 'time-to-adoption',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Time to adoption',
  question: 'How long does it take until half of the members have taken it up?',
  definition:
    'The first period at which Kaplan and Meier’s survival S(t) = Π (1 − d/r) is one half or less, with d who adopt in a period and r who are at risk in it. Where members are grouped, the log-rank test of whether groups differ: chi-square, degrees of freedom and p.',
  direction: 'Ties are not read.',
  normalization:
    'Periods, the first adoption being in period 1. Details: time, atRisk, adopting and survival; the median and the log-rank test by group (observed and expected adopters).',
  edgeCases:
    'Fewer than half adopt while observed: null. Who was seen not to have adopted leaves the risk set after that, uncounted. One group, or nobody adopted: no test. Time to impact is the same measure: record the first impact seen of a member as an adoption, under a practice of its own.',
  nulls: {
    medianByGroup: 'members were not grouped; of a group: fewer than half have adopted while observed',
    logRank: 'members were not grouped, or no adoption tells two groups apart',
  },
  cost: 'O(n·T) for T periods.',
  reference:
    'Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; test: Mantel 1966, Cancer Chemotherapy Reports 50, 163–170',
  oracle: 'R survival survfit, survdiff; scipy logrank; 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'no-lower',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'The clock starts with the first adoption, not with the announcement. A small p says that groups differ somewhere in time, not by how much: compare their medians, and correct for the number of practices and groupings that were tried.',
  example: { network: 'a b c d', adoptions: { a: 1, b: 2, c: 4 }, gives: 2 },
  options: ['practice', 'groupBy'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    return adoptersOf(context).map((adopters) => {
      const whole = survivalOf(adopters, () => true);
      const details = {
        practice: adopters.practice,
        time: adopters.time,
        ...whole,
        medianByGroup: byGroup(context, adopters),
        logRank: testOf(context, adopters),
      };
      const median = medianOf(whole.survival);
      const given = median === null ? { reason: 'fewer than half have adopted while observed' } : { value: median };
      return figure(context, timeToAdoption, 'network', given, { details });
    });
  },
};

export interface Survival {
  atRisk: number[];
  adopting: number[];
  survival: number[];
}

/** Kaplan and Meier's curve of the members that count, over all periods. */
export function survivalOf({ time, adopted, observedUntil }: Adopters, counts: (v: number) => boolean): Survival {
  const atRisk = time.map(() => 0);
  const adopting = time.map(() => 0);
  for (const [v, when] of adopted.entries()) {
    if (!counts(v)) continue;
    if (when >= 0) adopting[when]!++;
    const last = when >= 0 ? when : observedUntil[v]!;
    for (let period = 0; period <= last; period++) atRisk[period]!++;
  }
  let left = 1;
  const survival = time.map((_, period) => {
    if (atRisk[period]! > 0) left *= 1 - adopting[period]! / atRisk[period]!;
    return left;
  });
  return { atRisk, adopting, survival };
}

function medianOf(survival: number[]): number | null {
  // Products of fractions that are one half on paper may end a bit above it.
  const period = survival.findIndex((share) => share <= 0.5 + 1e-12);
  return period === -1 ? null : period + 1;
}

function byGroup({ groups }: MetricContext, adopters: Adopters): Record<string, number | null> | null {
  if (groups === null) return null;
  const medians = groups.names.map((_, g) => medianOf(survivalOf(adopters, (v) => groups.of[v] === g).survival));
  return Object.fromEntries(groups.names.map((name, g) => [name, medians[g]!]));
}

function testOf({ groups }: MetricContext, { adopted, observedUntil }: Adopters): Record<string, unknown> | null {
  if (groups === null) return null;
  const until = adopted.map((when, v) => (when >= 0 ? when : observedUntil[v]!));
  const event = Uint8Array.from(adopted, (when) => (when >= 0 ? 1 : 0));
  const test = logRank({ group: groups.of, until, event }, groups.names.length);
  return test === null ? null : { ...test, ...namedBy(groups.names, test) };
}

function namedBy(names: string[], { observed, expected }: LogRank) {
  const byName = (figures: number[]) => Object.fromEntries(names.map((name, g) => [name, figures[g]!]));
  return { observed: byName(observed), expected: byName(expected) };
}
