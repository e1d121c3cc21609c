/** `weft bench`: Weft side by side with what is installed, in one run. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Bench, BenchOptions } from '../bench/run-bench.ts';
import type { Verdict } from '../bench/verdict.ts';
import { UsageError } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

interface Options extends FormatOptions {
  check?: boolean;
  skipMissing?: boolean;
  rows?: string[];
  peers?: string[];
  repetitions: number;
  members: number;
  ties: number;
  sizes?: boolean;
  install?: boolean;
  python?: string;
}

/** Fewer say nothing of how much they scatter. */
const LEAST_REPETITIONS = 5;
const LEAST_SECONDS = 0.1;
const SIZES = {
  largest: [
    { members: 50_000, ties: 500_000 },
    { members: 100_000, ties: 1_000_000 },
  ],
  steps: 4,
};

export function addBench(program: Command): void {
  const command = program
    .command('bench')
    .description(
      'Measures Weft side by side with igraph, NetworKit, networkx, graphology and others that are installed.',
    )
    .option('--check', 'end with 1 unless every row meets its goal')
    .option('--skip-missing', 'with --check: rows whose peer is not installed do not count')
    .option('--rows <ids>', 'only these rows, joined by commas', listOf)
    .option('--peers <names>', 'compare with these only, joined by commas', listOf)
    .option(
      '--repetitions <number>',
      `times that each is measured, ${LEAST_REPETITIONS} or more`,
      count,
      LEAST_REPETITIONS,
    )
    .option('--members <number>', 'size of the networks', count, 5000)
    .option('--ties <number>', 'size of the networks', count, 50_000)
    .option('--sizes', 'also how cost and memory grow, up to 100,000 members and 1,000,000 ties')
    .option('--install', 'put the Python tools that Weft is compared with into an environment of their own, and end')
    .option('--python <file>', 'the Python that has them (default: that environment, else python3)')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft bench --rows betweenness,reach --check');
  addFormat(command);
}

async function run(options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  if (options.install) {
    const { installPeers } = await import('../bench/install.ts');
    const folder = await installPeers(note);
    return format === 'json' ? writeJson({ installed: folder }) : write(`Installed in ${folder}.`);
  }
  const { runBench } = await import('../bench/run-bench.ts');
  const bench = await runBench(await benchOptions(options));
  if (format === 'json') writeJson(bench);
  else await writeText(bench);
  if (options.check && !(await passes(bench, options.skipMissing ?? false))) process.exitCode = 1;
}

async function benchOptions(options: Options): Promise<BenchOptions> {
  const { rows, peers, repetitions, members, ties, sizes, python } = options;
  if (repetitions < LEAST_REPETITIONS) {
    throw new UsageError(`--repetitions ${repetitions} says nothing of the scatter; give ${LEAST_REPETITIONS} or more`);
  }
  const { peerNames, rowIds } = await import('../bench/run-bench.ts');
  refuseUnknown('row', rows ?? [], rowIds());
  refuseUnknown('peer', peers ?? [], peerNames());
  const size = { members, ties };
  const plan = sizes ? { sizes: SIZES } : {};
  const say = (line: string) => note(`… ${line}`);
  return { rows, peers, repetitions, size, ...plan, leastSeconds: LEAST_SECONDS, python, say };
}

function refuseUnknown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no ${what} '${unknown}'; there are ${known.join(', ')}`);
}

async function writeText(bench: Bench): Promise<void> {
  const { benchText } = await import('../bench/bench-text.ts');
  write(benchText(bench));
}

async function passes(bench: Bench, skipMissing: boolean): Promise<boolean> {
  const { verdictsOf } = await import('../bench/run-bench.ts');
  const verdicts = verdictsOf(bench);
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const [yes, no, missing] = [count('yes'), count('no'), count('not compared')];
  note(`${yes} yes, ${no} no, ${missing} not compared${skipMissing ? ' (which do not count)' : ''}`);
  return no === 0 && (missing === 0 || skipMissing);
}

function listOf(text: string): string[] {
  return text.split(',');
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}
