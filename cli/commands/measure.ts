/** `weft measure SOURCE`: a thin call of `measure`, and its result as JSON, CSV or tables. */
import type { Command } from 'commander';
import type { Measurement, MeasureOptions } from '../../analysis/index.ts';
import type { Progress } from '../../analysis/kernels/execute.ts';
import type { MeasurableRecords } from '../../data/records/index.ts';
import { instantOf } from '../dates.ts';
import { UsageError } from '../failures.ts';
import { measureDistributed } from '../measure-distributed.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, progress, write, writeJson } from '../output.ts';
import { addSelection, listOf, number, refuseNoDate, type SelectionOptions } from '../selection-options.ts';
import { withMeasurable } from '../source.ts';

interface Options extends FormatOptions, DataOption, SelectionOptions {
  metrics: string;
  strength?: boolean;
  thresholdAtLeast?: number;
  lag?: number;
  seed?: number;
  permutations?: number;
  sources?: 'all' | number;
  katzAlpha?: number;
  ranks?: boolean;
  smallestGroup?: number;
  distributed?: boolean;
}

export function addMeasure(program: Command): void {
  const command = program
    .command('measure')
    .description(
      'Measures a network: a folder with nodes.csv and edges.csv, a GraphML or GEXF file, or a network’s id.',
    )
    .argument('<source>', 'a folder, a file or a network')
    .option('--metrics <ids>', 'all, or ids joined by commas (weft metrics lists them)', 'all');
  addSelection(command, 'only this wave; two joined by a comma are compared')
    .option('--strength', 'uses strengths where a metric has a weighted form')
    .option('--threshold-at-least <share>', 'counts members whose threshold is at least this', number)
    .option('--lag <periods>', 'periods between others’ adoption and its effect (default: 0)', number)
    .option('--seed <number>', 'the seed of everything random (default: 1)', number)
    .option('--permutations <number>', 'random networks to compare with (default: 10000)', number)
    .option(
      '--sources <number>',
      'betweenness from ways that start at so many members drawn by the seed, or at all (default: all, unless that would take minutes)',
      (text) => (text === 'all' ? text : number(text)),
    )
    .option(
      '--katz-alpha <number>',
      'what each further step keeps in Katz centrality; below 1/λ (default: half of that)',
      number,
    )
    .option('--ranks', 'ranks by centrality too, as ranges: how far they hang on who happened to answer')
    .option(
      '--smallest-group <number>',
      'counts smaller groups together (default: for a network what its charter says, for files 1)',
      number,
    )
    .option('--distributed', 'on all workers of the running Weft: the same figures (weft worker adds workers)')
    .action(run)
    .addHelpText(
      'after',
      '\nExample:\n  weft measure data/examples/three-regions --metrics density,e-i-index --group-by region --json',
    );
  addData(command);
  addFormat(command, ['table', 'csv', 'json']);
}

async function run(source: string, options: Options): Promise<void> {
  const format = formatOf<'table' | 'csv' | 'json'>(options, 'table');
  const asked = measureOptions(options);
  refuseNoDate(asked.asOf);
  await refuseUnknownMetrics(asked);
  progress('measuring');
  const measurement = await withMeasurable(source, options, {
    ofFiles: async ({ records, undirected }) => {
      if (undirected === true && options.undirected !== true) note('note: the file says that ties have no direction');
      noteIfNobodyJoined(records);
      const how = { ...asked, undirected: options.undirected ?? undirected ?? false };
      if (options.distributed !== true) return measureHere(records, how);
      return withNetworks(options, (networks) => measureDistributed(networks, { records }, how));
    },
    ofNetwork: async (networks) => {
      const asOf = options.asOf === undefined ? undefined : instantOf(options.asOf);
      const records = await networks.measurable(source, asOf);
      noteIfNobodyJoined(records);
      const { charter } = await networks.charter(source);
      const how = { ...asked, smallestGroup: asked.smallestGroup ?? charter.health.smallestGroup };
      const isSpread = options.distributed ?? (await networks.wouldSpread(records));
      return isSpread ? measureDistributed(networks, { network: source, asOf }, how) : measureHere(records, how);
    },
  });
  noteGroupsWithheld(measurement);
  if (format === 'json') return writeJson(inOrder(measurement));
  const { measurementCsv, measurementText } = await import('../measurement-text.ts');
  write(format === 'csv' ? measurementCsv(measurement) : measurementText(measurement));
}

async function measureHere(records: MeasurableRecords, how: MeasureOptions): Promise<Measurement> {
  const { measure } = await import('../../analysis/measure.ts');
  const { createExecute } = await import('../../analysis/kernels/execute.ts');
  return measure(records, how, createExecute({ onProgress: saying() }));
}

const SAYING_EVERY_MS = 1000;

/** Says now and then how far the work at hand is. */
function saying(): (progress: Progress) => void {
  let said = performance.now();
  return ({ shardsDone, shards }) => {
    if (performance.now() - said < SAYING_EVERY_MS) return;
    said = performance.now();
    progress(`measuring: part ${shardsDone} of ${shards}`);
  };
}

function noteIfNobodyJoined({ members }: MeasurableRecords): void {
  if (members.length === 0 || members.some(({ status }) => status === 'active')) return;
  note(`note: none of ${members.length} people has joined by then; only members who are active are measured`);
}

function noteGroupsWithheld({ input }: Measurement): void {
  const together = Object.entries(input.groupsWithheld).map(([name, reason]) => `${name} (${reason})`);
  if (together.length === 0) return;
  note(`note: counted together as “others together”: ${together.join(', ')}; --smallest-group 1 shows each`);
}

function measureOptions({ metrics, type, wave, lag, ...options }: Options): MeasureOptions {
  const {
    undirected,
    minStrength,
    groupBy,
    asOf,
    strength,
    thresholdAtLeast,
    seed,
    permutations,
    sources,
    katzAlpha,
    ranks,
    smallestGroup,
  } = options;
  return {
    metrics: metrics === 'all' ? 'all' : listOf(metrics),
    types: type ?? 'all',
    wave: wavesOf(wave),
    lagPeriods: lag,
    ...{ undirected, minStrength, groupBy, asOf, strength, thresholdAtLeast, seed },
    ...{ permutations, sources, katzAlpha, ranks, smallestGroup },
  };
}

/** Before anything is read: wrong use is told at once. */
async function refuseUnknownMetrics({ metrics }: MeasureOptions): Promise<void> {
  if (metrics === undefined || metrics === 'all') return;
  const { METRICS } = await import('../../analysis/metrics/index.ts');
  const { unknownName } = await import('../../analysis/measure-error.ts');
  const known = METRICS.map(({ id }) => id);
  for (const id of metrics) if (!known.includes(id)) throw unknownName('metric', id, known);
}

function wavesOf(wave: string[] | undefined): MeasureOptions['wave'] {
  if (wave === undefined) return 'all';
  const [first = '', second, ...more] = wave;
  if (more.length > 0) throw new UsageError('--wave: give one wave, or two to compare: --wave 1,2');
  return second === undefined ? first : [first, second];
}

/** What was measured first, then how, then the figures: a person who looks at it reads from the top. */
function inOrder({ input, options, results, skipped }: Measurement): Measurement {
  return { input, options, results, skipped };
}
