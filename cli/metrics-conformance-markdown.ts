/** The conformance table as a document, to be put beside a report or a paper. */
import type { ConformanceRow, Passed } from '../analysis/conformance/index.ts';
import type { ConformanceReport } from './metrics-conformance.ts';

export function conformanceMarkdown({ rows, datasets, notOurs, input }: ConformanceReport): string {
  const values = rows.reduce((sum, row) => sum + row.values, input.values);
  return [
    '# Conformance',
    '',
    'Who agrees with each metric: other tools on real networks, record by record, and tests that hold it to its',
    'definition. Made by `weft metrics --conformance FOLDER --format markdown`; the folder holds the networks with what',
    'other tools say of them.',
    '',
    `Networks: ${datasets.join(', ')}. ${values} values compared.`,
    '',
    ...table(
      ['metric', 'agrees with', 'layers', 'values', 'largest difference', 'tolerance', 'other proof'],
      rows.map(cells),
    ),
    '',
    '## Not compared, and why',
    '',
    ...table(['record', 'variants', 'records', 'why'], gathered(notOurs)),
    '',
  ].join('\n');
}

function cells({ metric, oracles, layers, values, largestDifference, tolerance, proofs, verdict }: ConformanceRow) {
  const links = proofs.map(({ kind, file }) => `${kind}: ${file}`).join(', ');
  const isCompared = values > 0;
  return [
    verdict === 'differs' || verdict === 'gap' ? `**${metric}: ${verdict}**` : metric,
    oracles.map((tool) => tool.replace(/ \(.*/, '')).join(', '),
    isCompared ? String(layers.length) : '',
    isCompared ? String(values) : '',
    largestDifference === null ? '' : atMost(largestDifference),
    tolerance === null ? '' : toleranceWords(tolerance),
    links,
  ];
}

/** One row for all variants of a record that are left out for one reason; `--json` has each. */
function gathered(notOurs: readonly Passed[]): string[][] {
  const byReason = new Map<string, Passed[]>();
  for (const one of notOurs) {
    const key = JSON.stringify([one.metric, one.why]);
    byReason.set(key, [...(byReason.get(key) ?? []), one]);
  }
  return [...byReason.values()].map((alike) => {
    const [first] = alike;
    const variants = alike.length === 1 ? first!.variant : `${first!.variant}, and ${alike.length - 1} more`;
    return [first!.metric, variants, String(alike.reduce((sum, { records }) => sum + records, 0)), first!.why];
  });
}

function toleranceWords({ relative, absolute }: { relative: number; absolute: number }): string {
  const [share, least] = [relative.toExponential(0), absolute.toExponential(0)];
  return relative === 0 ? least : `${share} of the figure + ${least}`;
}

function table(header: string[], rows: string[][]): string[] {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** How figures are said: as a power of ten that they do not pass, so that the last bits of a machine do not show. */
function atMost(difference: number): string {
  return difference === 0 ? '0' : `≤ 1e${Math.ceil(Math.log10(difference))}`;
}
