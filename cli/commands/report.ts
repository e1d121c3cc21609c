/** `weft report SOURCE`: the health report of a network or of files, as a page, a text, data or a notebook. */
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { instantOf, today } from '../dates.ts';
import { UsageError } from '../failures.ts';
import {
  AUDIENCES,
  type Audience,
  type HealthReport,
  REPORT_FORMATS,
  type ReportFormat,
  rendered,
  reportOfFiles,
  reportOfNetwork,
} from '../health-report.ts';
import { addData, type DataOption } from '../open-networks.ts';
import { progress, write, writeJson } from '../output.ts';
import { writeReportNotebook } from '../report-notebook.ts';
import { withSource } from '../source.ts';
import { writeFileWhole } from '../write-files.ts';

interface Options extends DataOption {
  asOf?: string;
  out?: string;
  groupBy?: string;
  names?: boolean;
  for?: Audience;
  format?: ReportFormat;
  json?: boolean;
  notebook?: string;
}

const ENDINGS: ReadonlyMap<string, ReportFormat> = new Map([
  ['.html', 'html'],
  ['.md', 'markdown'],
  ['.json', 'json'],
]);

export function addReport(program: Command): void {
  const command = program
    .command('report')
    .description('The health report of a network, or of files. Made anew; nothing is stored and nothing proposed.')
    .argument('<source>', 'a folder, a file or a network')
    .option('--as-of <date>', 'what could be known by the end of that day (default: today, by the programme’s clock)')
    .option('--out <file>', 'where: .html, .md or .json (left out: Markdown on standard output)')
    .option('--group-by <attribute>', 'the attribute by which silos are looked for')
    .option('--names', 'names in the place of ids: for the steward at this terminal')
    .addOption(
      new Option('--for <whom>', 'members: the leads’ figures, less all that speaks of one person or of few')
        .choices(AUDIENCES)
        .default('leads'),
    )
    .option(
      '--notebook <file>',
      'a notebook (.ipynb) that makes it anew, figure by figure, and holds it against this one',
    )
    .addOption(new Option('--format <format>', 'what is written').choices(REPORT_FORMATS))
    .option('--json', 'the same as --format json; with --out, says what was written as JSON')
    .action(run)
    .addHelpText(
      'after',
      '\nExamples:\n  weft report three-regions --out report.html\n  weft report data/examples/three-regions --group-by region --notebook report.ipynb',
    );
  addData(command);
}

async function run(source: string, options: Options): Promise<void> {
  if (options.for === 'members' && (options.names === true || options.notebook !== undefined)) {
    throw new UsageError('--for members shows nobody: leave --names and --notebook out');
  }
  if (options.notebook !== undefined) return runNotebook(source, options, options.notebook);
  const format = formatOf(options);
  if (options.asOf !== undefined) instantOf(options.asOf);
  const report = await made(source, options);
  const text = await rendered(report, format);
  if (options.out === undefined) return write(text);
  await writeFileWhole(options.out, text);
  say(options.out, report, options);
}

/** A notebook has a date: it must say the same in a year. */
async function runNotebook(source: string, options: Options, file: string): Promise<void> {
  if (options.out !== undefined || options.format !== undefined) {
    throw new UsageError('--notebook names its own file; leave --out and --format out');
  }
  if (extname(file).toLowerCase() !== '.ipynb') throw new UsageError('--notebook: name a file that ends in .ipynb');
  if (options.asOf !== undefined) instantOf(options.asOf);
  const isFiles = existsSync(source);
  const report = await made(source, isFiles ? { asOf: today().slice(0, 10), ...options } : options);
  await writeReportNotebook(file, report, { ...options, source, isFiles });
  say(file, report, options);
}

function made(source: string, options: Options): Promise<HealthReport> {
  progress('measuring');
  return withSource(source, options, {
    ofFiles: (files) => reportOfFiles(files, { source, ...options }),
    ofNetwork: (networks) => reportOfNetwork(networks, source, options),
  });
}

function say(file: string, report: HealthReport, { json }: Options): void {
  if (json === true) writeJson({ file, ...summary(report) });
  else write(`written: ${file}`);
}

function formatOf({ out, format, json }: Options): ReportFormat {
  if (out === undefined) {
    if (json === true && format !== undefined && format !== 'json') {
      throw new UsageError(`--json and --format ${format} contradict each other; give one of them`);
    }
    return json === true ? 'json' : (format ?? 'markdown');
  }
  const byEnding = ENDINGS.get(extname(out).toLowerCase());
  if (byEnding === undefined) throw new UsageError('--out: name a file that ends in .html, .md or .json');
  if (format !== undefined && format !== byEnding) throw new UsageError(`--out names ${byEnding}, --format ${format}`);
  return byEnding;
}

function summary({ report, findings, proposals }: HealthReport) {
  const { network, asOf, inputDigest } = report;
  return { network, asOf, inputDigest, findings, proposals };
}
