/**
 * The stage of its growth that a network is in, and what its charter leaves out of reports in that stage: whole sections,
 * or single metrics wherever they would be shown. What is left out is measured all the same, and kept.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import type { About } from './about.ts';
import type { HealthCheck } from './health-check.ts';
import { metricOf } from './sections/figure-words.ts';

export interface StageOfGrowth {
  stage: BodyOf<'maturity'>['stage'];
  since: string;
  rests: readonly string[];
  hides: readonly string[];
}

/** Null where the charter knows no stages, or none is recorded yet. */
export function stageOf({ practices }: NetworkRecords, about: About): StageOfGrowth | null {
  const stages = about.practices?.['theory-of-change']?.stages;
  const [known] = practices?.maturity ?? [];
  if (stages === undefined || known === undefined) return null;
  const { stage, since } = known;
  const { rests = [], hides = [] } = stages.find(({ name }) => name === stage) ?? {};
  return { stage, since, rests, hides };
}

/** The check with the metrics that the stage hides taken out, each with the reason. */
export function shownInStage(check: HealthCheck, stage: StageOfGrowth | null): HealthCheck {
  if (stage === null || stage.hides.length === 0) return check;
  const hidden = new Set(stage.hides);
  const { measurement, figures } = check;
  const results = measurement.results.filter(({ metric }) => !hidden.has(metric));
  const taken = [...new Set(measurement.results.map(({ metric }) => metric))].filter((metric) => hidden.has(metric));
  const reason = `not shown while the network is ${stage.stage}`;
  return {
    ...check,
    figures: Object.fromEntries(Object.entries(figures).filter(([key]) => !hidden.has(metricOf(key)))),
    measurement: {
      ...measurement,
      results,
      skipped: [...measurement.skipped, ...taken.map((metric) => ({ metric, reason }))],
    },
  };
}
