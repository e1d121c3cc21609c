/**
 * Work that takes seconds, by name: done in a thread, so that the notebook draws meanwhile and an interrupted cell stops.
 * Plain data in, plain data out.
 */
import { drawChart } from '../../../analysis/charts/gallery/draw.ts';
import type { ChartOptions } from '../../../analysis/charts/gallery/entry.ts';
import { type IntroductionOptions, introductions } from '../../../analysis/matching/introductions.ts';
import { checkHealth, type HealthCheckInput } from '../../../analysis/report/health-check.ts';
import { renderHtml, renderJson, renderMarkdown } from '../../../analysis/report/render/index.ts';
import { type About, buildReport } from '../../../analysis/report/report.ts';
import { type SimulateOptions, simulate } from '../../../analysis/simulation/simulate.ts';
import type { MeasurableRecords, NetworkRecords } from '../../../data/records/index.ts';
import { measuredWith } from '../report/measured-with.ts';

export const JOBS = {
  chart: ({ records, id, options }: { records: NetworkRecords; id: string; options: ChartOptions }) =>
    drawChart(records, id, options),

  introductions: ({ records, options }: { records: NetworkRecords; options: IntroductionOptions }) =>
    introductions(records, options),

  report: async ({ input, about, names }: ReportJob) => {
    const check = checkHealth(input);
    const label = names === null ? {} : { label: (member: string) => names.get(member) ?? member };
    const report = buildReport(check, input, { ...about, ...label });
    const { figures, findings, proposals, notProposed } = check;
    return {
      ...{ report, figures, findings, proposals, notProposed },
      ...measuredWith(input),
      html: await renderHtml(report),
      markdown: renderMarkdown(report),
      json: renderJson(report),
    };
  },

  simulate: ({ records, options }: { records: MeasurableRecords; options: SimulateOptions }) =>
    simulate(records, options),
};

export interface ReportJob {
  input: HealthCheckInput;
  about: Omit<About, 'label'>;
  /** Names in the place of ids; null: ids. */
  names: ReadonlyMap<string, string> | null;
}

export type JobName = keyof typeof JOBS;
export type InputOf<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[0];
export type OutputOf<Name extends JobName> = Awaited<ReturnType<(typeof JOBS)[Name]>>;

/** What the thread is given. */
export interface Task {
  name: JobName;
  input: unknown;
}

/** What it answers. */
export type Answer = { done: unknown } | { refused: { name: string; message: string } };
