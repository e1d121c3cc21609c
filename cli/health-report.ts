/**
 * A health report on demand: of files by the rules that a charter has by default, of a network by its own charter and
 * with its own history. Nothing is stored, and nobody is proposed to.
 */
import { basename, extname, resolve } from 'node:path';
import type { HealthCheckInput, HealthPolicy } from '../analysis/report/health-check.ts';
import type { About, Report } from '../analysis/report/report.ts';
import type { NetworkRecords } from '../data/records/index.ts';
import type { Networks } from '../workflows/host/client.ts';
import { instantOf, today } from './dates.ts';
import { WorkSaysNo } from './failures.ts';
import { note } from './output.ts';
import type { FilesRead } from './source.ts';

export interface HealthReport {
  report: Report;
  findings: number;
  proposals: number;
  /** The attribute by which silos are looked for; null where no member has it. */
  groupBy: string | null;
}

export const REPORT_FORMATS = ['markdown', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Leads see codes in the place of people; members see nothing of one person at all. */
export const AUDIENCES = ['leads', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface FilesReportOptions {
  /** How the report is called: the folder or file by default. */
  source: string;
  asOf?: string;
  groupBy?: string;
  names?: boolean;
  for?: Audience;
  /** A charter's, where there is one. */
  policy?: HealthPolicy;
}

export async function reportOfFiles(files: FilesRead, options: FilesReportOptions): Promise<HealthReport> {
  const { filesCheck, usualPolicy } = await import('../analysis/report/files-check.ts');
  const { componentVersions } = await import('../workflows/host/versions.ts');
  const { source, asOf, groupBy, policy = usualPolicy(groupBy) } = options;
  const title = basename(resolve(source), extname(source));
  const day = (asOf ?? today()).slice(0, 10);
  instantOf(day);
  await refuseUnknownGroup(files.records, groupBy, policy.groupBy);
  const names = new Map(files.people.map(({ ref, name }) => [ref, name ?? ref]));
  const check = filesCheck(files.records, { title, day, leaveOutLater: asOf !== undefined, policy });
  const about = { title, challenge: null, phase: null, versions: await componentVersions() };
  if (options.for === 'members') return madeForMembers(check, about);
  return made(check, {
    ...about,
    ...(options.names === true ? { label: (person: string) => names.get(person) ?? person } : {}),
  });
}

/** As of the end of a programme day; today's by default. @throws RefusedError, WorkSaysNo */
export async function reportOfNetwork(
  networks: Networks,
  network: string,
  options: { asOf?: string; groupBy?: string; names?: boolean; for?: Audience },
): Promise<HealthReport> {
  const { now, clock } = await networks.charter(network);
  const asOf = instantOf(options.asOf ?? now.slice(0, 10));
  const began = new Date(clock.startedProgrammeMs).toISOString();
  if (asOf < began)
    throw new WorkSaysNo(`${network} began on ${began.slice(0, 10)}; there is nothing to report before`);
  const { input, about } = await networks.healthQuestion(network, `report-${asOf.slice(0, 10)}`, asOf);
  const { groupBy = input.policy.groupBy } = options;
  await refuseUnknownGroup(input.records, options.groupBy, groupBy);
  const question = { ...input, policy: { ...input.policy, groupBy } };
  if (options.for === 'members') return madeForMembers(question, about);
  const label = options.names === true ? { label: await networks.label(network) } : {};
  return made(question, { ...about, ...label });
}

export async function rendered({ report }: HealthReport, format: ReportFormat): Promise<string> {
  const { renderHtml, renderJson, renderMarkdown } = await import('../analysis/report/render/index.ts');
  if (format === 'html') return renderHtml(report);
  return format === 'json' ? renderJson(report) : renderMarkdown(report);
}

async function made(input: HealthCheckInput, about: About): Promise<HealthReport> {
  const { checkHealth } = await import('../analysis/report/health-check.ts');
  const { buildReport } = await import('../analysis/report/report.ts');
  const check = checkHealth(input);
  const { groupBy } = check.policy;
  return {
    report: buildReport(check, input, about),
    findings: check.findings.length,
    proposals: check.proposals.length,
    groupBy: input.records.members.some(({ attributes }) => Object.hasOwn(attributes, groupBy)) ? groupBy : null,
  };
}

async function madeForMembers(input: HealthCheckInput, about: About): Promise<HealthReport> {
  const { asMark, forMembers } = await import('../analysis/report/for-members.ts');
  const whole = await made(input, { ...about, label: asMark });
  const ids = input.records.members.map(({ member }) => member);
  return { ...whole, report: forMembers(whole.report, ids) };
}

/** An attribute that was asked for must be there; one that is meant by default is only missed. */
async function refuseUnknownGroup(records: NetworkRecords, asked: string | undefined, used: string): Promise<void> {
  const known = [...new Set(records.members.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  if (known.includes(used)) return;
  const { unknownName } = await import('../analysis/measure-error.ts');
  if (asked !== undefined) throw unknownName('attribute for --group-by', asked, known);
  const way = known.length === 0 ? 'members have no attributes' : `name one with --group-by: ${known.join(', ')}`;
  note(`note: no member has the attribute ${used}, so nothing is said on silos; ${way}`);
}
