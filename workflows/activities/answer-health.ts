/** From the question of a health check to its answer: measured, worded, written in three forms. Pure. */
import { checkHealth, type HealthCheck } from '../../analysis/report/health-check.ts';
import { renderHtml, renderJson, renderMarkdown } from '../../analysis/report/render/index.ts';
import { buildReport } from '../../analysis/report/report.ts';
import type { HealthQuestion } from './health-input.ts';

export interface HealthAnswer {
  outcome: Pick<HealthCheck, 'inputDigest' | 'response' | 'figures' | 'findings' | 'proposals'>;
  html: string;
  markdown: string;
  json: string;
}

export async function answerHealth({ input, about }: HealthQuestion): Promise<HealthAnswer> {
  const check = checkHealth(input);
  const report = buildReport(check, input, about);
  const { inputDigest, response, figures, findings, proposals } = check;
  return {
    outcome: { inputDigest, response, figures, findings, proposals },
    html: await renderHtml(report),
    markdown: renderMarkdown(report),
    json: renderJson(report),
  };
}
