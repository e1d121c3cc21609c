/** `weft metrics`: the catalogue, from the metrics' own words; or how far other tools agree with it. */
import type { Command } from 'commander';
import type { Metric } from '../../analysis/index.ts';
import { inWords as lawsInWords } from '../../analysis/metrics/laws.ts';
import { textTable } from '../../data/exchange/text-table.ts';
import { EXIT, UsageError } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, write, writeJson } from '../output.ts';

const WIDTH = 100;

export function addMetrics(program: Command): void {
  const command = program
    .command('metrics')
    .description('The catalogue of metrics; with an id, all there is to know about one.')
    .argument('[id]', 'a metric, such as e-i-index')
    .option(
      '--conformance [folder]',
      'compares every metric with the figures of other tools in FOLDER/oracle.json, or in the folders below it',
    )
    .action(run)
    .addHelpText(
      'after',
      '\nExample:\n  weft metrics e-i-index\n  weft metrics --conformance ../shared/datasets --json',
    );
  addFormat(command, ['text', 'json', 'markdown']);
}

type Format = 'text' | 'json' | 'markdown';

interface Options extends FormatOptions {
  /** True: the usual folder. */
  conformance?: string | true;
}

async function run(id: string | undefined, options: Options): Promise<void> {
  if (options.conformance !== undefined) return runConformance(id, options.conformance, options);
  const { METRICS } = await import('../../analysis/metrics/index.ts');
  const format = formatOf<Format>(options, 'text');
  if (format === 'markdown') throw new UsageError('--format markdown is for --conformance; give text or json');
  if (id === undefined) {
    if (format === 'json') writeJson(METRICS.map(described));
    else write(catalogue(METRICS));
    return;
  }
  const metric = METRICS.find((candidate) => candidate.id === id);
  if (metric === undefined) {
    const { nearMatches } = await import('../../analysis/measure-error.ts');
    const near = nearMatches(
      id,
      METRICS.map((known) => known.id),
    );
    const way = near.length === 0 ? 'weft metrics lists them' : `did you mean ${near.join(' or ')}?`;
    throw new UsageError(`there is no metric '${id}'; ${way}`);
  }
  if (format === 'json') writeJson(described(metric));
  else write(inWords(metric));
}

async function runConformance(id: string | undefined, folder: string | true, options: FormatOptions): Promise<void> {
  if (id !== undefined) throw new UsageError(`--conformance compares all metrics; leave out '${id}'`);
  const { checkConformance, conformanceText } = await import('../metrics-conformance.ts');
  const report = await checkConformance(folder === true ? undefined : folder);
  const format = formatOf<Format>(options, 'text');
  if (format === 'json') writeJson(report);
  else if (format === 'text') write(conformanceText(report));
  else write((await import('../metrics-conformance-markdown.ts')).conformanceMarkdown(report));
  if (!report.ok) process.exitCode = EXIT.refused;
}

function described({ compute: _compute, ...metric }: Metric): Omit<Metric, 'compute'> {
  return metric;
}

function catalogue(metrics: readonly Metric[]): string {
  const families = [...new Set(metrics.map(({ family }) => family))];
  return families
    .map((family) => {
      const rows = metrics
        .filter((metric) => metric.family === family)
        .map(({ id, scopes, question }) => [`  ${id}`, scopes.join(', '), question]);
      return textTable([{ label: family }, { label: 'of' }, { label: 'question' }], rows);
    })
    .join('\n');
}

function inWords(metric: Metric): string {
  const parts: [string, string][] = [
    ['Question', metric.question],
    ['Definition', metric.definition],
    ['Direction and strength', metric.direction],
    ['Normalization', metric.normalization],
    ['How to read it', metric.reading],
    ['Edge cases', metric.edgeCases],
    ...(metric.nulls === undefined ? [] : [['Null among the details', nullsOf(metric.nulls)] as [string, string]]),
    ['Cost', metric.cost],
    ['Reference', metric.reference],
    ['Agrees with', metric.oracle],
    ['What changes it', lawsInWords(metric.laws).join('\n')],
    ['Example', exampleOf(metric)],
  ];
  const options = metric.options.length === 0 ? [] : [`Options that change it: ${metric.options.join(', ')}`];
  return [
    `${metric.id}: ${metric.title} (${metric.family}; of ${metric.scopes.join(', ')})`,
    ...parts.map(([label, text]) => `\n${label}\n${wrapped(text)}`),
    ...(options.length === 0 ? [] : ['', ...options]),
  ].join('\n');
}

function nullsOf(nulls: Readonly<Record<string, string>>): string {
  return Object.entries(nulls)
    .map(([detail, meaning]) => `${detail}: ${meaning}`)
    .join('\n');
}

function exampleOf({ example: { gives, network, ...given } }: Metric): string {
  const more = Object.entries(given).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${[network, ...more].join(', ')} gives ${JSON.stringify(gives)}`;
}

function wrapped(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const lines = [''];
      for (const word of line.trim().split(/\s+/)) {
        const last = lines.at(-1) as string;
        if (last !== '' && last.length + word.length + 1 > WIDTH - 2) lines.push(word);
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return lines.map((one) => `  ${one}`);
    })
    .join('\n');
}
