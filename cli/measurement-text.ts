/** A measurement for people (tables) and for spreadsheets (a row a figure). */
import type { Measurement, MetricResult, Value } from '../analysis/index.ts';
import { writeCsvTable } from '../data/exchange/csv.ts';
import { shortNumber, textTable } from '../data/exchange/text-table.ts';

/** Members beyond these are counted, not shown: a terminal is no spreadsheet. */
const MEMBERS_SHOWN = 25;
/** Metrics side by side. */
const COLUMNS_SHOWN = 8;
/** A value of more characters stands beside its column, not in it. */
const LONG = 24;
const COLUMNS = ['metric', 'scope', 'subject', 'value', 'reason', 'low', 'high', 'practice'];
/** Where ranks were asked for. */
const RANK_COLUMNS = ['rank', 'rank_best', 'rank_worst'];

export function measurementCsv({ results }: Measurement): string {
  const rows = results.flatMap((result) => {
    const { metric, scope, low, high } = result;
    const practice = practiceOf(result);
    if (result.values === undefined) {
      return [[metric, scope, null, cell(result.value), result.reason, low, high, practice, null, null, null]];
    }
    const ranks = ranksOf(result);
    return Object.entries(result.values).map(([subject, value]) => {
      const { rank = null, best = null, worst = null } = ranks?.[subject] ?? {};
      const reason = result.reasons?.[subject] ?? result.reason;
      return [metric, scope, subject, cell(value), reason, null, null, practice, rank, best, worst];
    });
  });
  const isRanked = results.some((result) => ranksOf(result) !== null);
  if (isRanked) return writeCsvTable([...COLUMNS, ...RANK_COLUMNS], rows);
  return writeCsvTable(
    COLUMNS,
    rows.map((row) => row.slice(0, COLUMNS.length)),
  );
}

export function measurementText({ input, results, skipped }: Measurement): string {
  const { members, ties, directed, isolates, response, groups } = input;
  const head = [
    `${members} members, ${ties} ties ${directed ? '(from one who names to one who is named)' : 'without direction'}, ${isolates} without ties`,
    ...(input.selfTiesDropped > 0 ? [`${input.selfTiesDropped} ties to oneself dropped`] : []),
    ...(input.parallelTiesCollapsed > 0 ? [`${input.parallelTiesCollapsed} parallel ties collapsed`] : []),
    ...(input.outsideTiesDropped > 0
      ? [`${input.outsideTiesDropped} ties to somebody who does not take part dropped`]
      : []),
    ...(response === null ? [] : [`${Math.round(response * 100)} % of those asked answered`]),
    ...(groups.length === 0 ? [] : [`groups: ${groups.join(', ')}`]),
  ];
  const left = skipped.length === 0 ? [] : [`Not measured: ${reasons(skipped)}`];
  return [
    head.join('\n'),
    wholes(results.filter(({ values }) => values === undefined)),
    subjects('group', results),
    subjects('member', results),
    ...left,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function wholes(results: readonly MetricResult[]): string {
  if (results.length === 0) return '';
  const rows = results.map((result) => {
    const value = shown(result.value);
    const isLong = value.length > LONG;
    const beside = [isLong ? value : '', result.reason ?? '', band(result), pOf(result)].filter((text) => text !== '');
    return [titleOf(result), isLong ? '' : value, beside.join(' ')];
  });
  return textTable([{ label: 'network' }, { label: 'value', align: 'right' }, { label: '' }], rows).trimEnd();
}

/** One row a member (or group), one column a metric; as many tables as fit side by side on a terminal. */
function subjects(scope: 'member' | 'group', results: readonly MetricResult[]): string {
  const all = results.filter((result) => result.scope === scope && result.values !== undefined);
  const columns = all.filter(({ values }) => !Object.values(values ?? {}).some(isStructured));
  const names = [...new Set(columns.flatMap(({ values }) => Object.keys(values ?? {})))];
  const most = scope === 'member' ? MEMBERS_SHOWN : names.length;
  const tables: string[] = [];
  for (let from = 0; from < columns.length; from += COLUMNS_SHOWN) {
    const part = columns.slice(from, from + COLUMNS_SHOWN).flatMap((result) => {
      const ranks = ranksOf(result);
      const figure = { label: titleOf(result), of: (name: string) => shown(result.values?.[name]) };
      return ranks === null ? [figure] : [figure, { label: 'rank', of: (name: string) => rangeOf(ranks[name]) }];
    });
    const rows = names.slice(0, most).map((name) => [name, ...part.map(({ of }) => of(name))]);
    const labels = part.map(({ label }) => ({ label, align: 'right' as const }));
    tables.push(textTable([{ label: scope }, ...labels], rows).trimEnd());
  }
  const structured = all.filter((result) => !columns.includes(result)).map(({ metric }) => metric);
  const left = [
    ...(names.length > most ? [`… and ${names.length - most} more members: --format csv shows all`] : []),
    ...(structured.length > 0
      ? [`${structured.join(', ')}: several figures a ${scope}; --format csv or json shows them`]
      : []),
    ...columns.flatMap(whyNot),
    ...columns.flatMap(whyNoRank),
  ];
  return [...tables, left.join('\n')].filter((text) => text !== '').join('\n\n');
}

interface RankRange {
  /** Null where somebody else's range overlaps. */
  rank: number | null;
  best: number;
  worst: number;
}

function ranksOf({ details }: MetricResult): Record<string, RankRange | null> | null {
  return (details.ranks as Record<string, RankRange | null> | null | undefined) ?? null;
}

/** "3", where nobody else may stand there; else the range. */
function rangeOf(range: RankRange | null | undefined): string {
  if (range === null || range === undefined) return '–';
  const { rank, best, worst } = range;
  if (rank !== null) return shortNumber(rank);
  return best === worst ? `${shortNumber(best)}, not alone` : `${shortNumber(best)} to ${shortNumber(worst)}`;
}

/** Why some have no figure: "constraint: – for 3 (no ties to anybody)". */
function whyNot(result: MetricResult): string[] {
  if (result.reason !== null) return [`${titleOf(result)}: – (${result.reason})`];
  const counts = new Map<string, number>();
  for (const reason of Object.values(result.reasons ?? {})) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return [];
  const each = [...counts].map(([reason, count]) => `${count} (${reason})`);
  return [`${titleOf(result)}: – for ${each.join(', ')}`];
}

/** What ranks rest on, or why there are none. */
function whyNoRank(result: MetricResult): string[] {
  const ranking = result.details.ranking as
    | { replicates: number; leftOut: number; withheld: string | null }
    | undefined;
  if (ranking === undefined) return [];
  const { replicates, leftOut, withheld } = ranking;
  const basis = `ranks: where nine in ten of ${replicates} tries fall, each without ${Math.round(leftOut * 100)} % of the answers`;
  return [`${titleOf(result)} ${withheld === null ? basis : `ranks: ${withheld}`}`];
}

function isStructured(value: Value | null): boolean {
  return typeof value === 'object' && value !== null;
}

function titleOf(result: MetricResult): string {
  const practice = practiceOf(result);
  return practice === '' ? result.metric : `${result.metric} (${practice})`;
}

function shown(value: Value | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return shortNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    const numbers = value.every((item) => typeof item === 'number') && value.length <= 8;
    return numbers ? value.map(shown).join(' ') : `${value.length} entries`;
  }
  return Object.entries(value)
    .map(([key, item]) => `${key} ${shown(item)}`)
    .join(', ');
}

function band({ low, high }: MetricResult): string {
  return low === null || high === null ? '' : `[${shortNumber(low)} to ${shortNumber(high)} with all answers]`;
}

function pOf({ details }: MetricResult): string {
  return typeof details.p === 'number' ? `p = ${shortNumber(details.p)}` : '';
}

function practiceOf({ details }: MetricResult): string {
  return typeof details.practice === 'string' ? details.practice : '';
}

/** Lists and tables are written as JSON, so that nothing is left out. */
function cell(value: Value | null | undefined): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function reasons(skipped: Measurement['skipped']): string {
  const by = new Map<string, string[]>();
  for (const { metric, reason } of skipped) by.set(reason, [...(by.get(reason) ?? []), metric]);
  return [...by].map(([reason, metrics]) => `${metrics.join(', ')} (${reason})`).join('; ');
}
