/** `weft simulate SOURCE`: what proposed ties, seeds or missing people would do, against doing nothing. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AIM_IDS, type AimId } from '../../analysis/matching/aims/aim.ts';
import { MODEL_KINDS, type ModelRequest } from '../../analysis/simulation/model.ts';
import type { GivenTie } from '../../analysis/simulation/proposed-change.ts';
import type { SeedChoice } from '../../analysis/simulation/seeding/choose-seeds.ts';
import { SEED_RULES } from '../../analysis/simulation/seeding/seed-rules.ts';
import type { SimulateOptions, Simulation } from '../../analysis/simulation/simulate.ts';
import type { MeasurableRecords } from '../../data/records/index.ts';
import { instantOf } from '../dates.ts';
import { UsageError, WorkSaysNo } from '../failures.ts';
import { addData, type DataOption } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, progress, write, writeJson } from '../output.ts';
import { addSelection, listOf, number, refuseNoDate, type SelectionOptions } from '../selection-options.ts';
import { withMeasurable } from '../source.ts';

interface Options extends FormatOptions, DataOption, SelectionOptions {
  model: (typeof MODEL_KINDS)[number];
  probability?: number;
  threshold?: number;
  strength?: boolean;
  periods?: number;
  practice?: string;
  seeds?: SeedChoice;
  seedsNow?: SeedChoice;
  addTies?: string;
  aim?: AimId;
  maxPerMember?: number;
  remove?: string[];
  runs?: number;
  seed?: number;
}

const USUAL_INTRODUCTIONS = 5;
const USUAL_MAX_PER_MEMBER = 2;
const USUAL_CONTAGION_PERIODS = 10;

const EXAMPLES = `
Which ties: --add-ties names a file of ties (columns source, target: the source names the target, and so learns from
them; a mentor is a target), or introductions:K for the K that do most for --aim, both naming each other. Without
--add-ties, --remove and --seeds-now five introductions are tried.

Who begins: people by id (a,b,c), or a rule and a number: random:5 (drawn anew in each run), degree:5 (named by most),
bridge:5 (on most shortest paths), key-players:5 (near to all), greedy:5 (expected to win most over). Without --seeds
those who have taken the practice up begin, and where nobody is known to have, one person at random.

Example:
  weft simulate data/examples/three-regions --practice shared-intake --group-by region --add-ties introductions:5 --aim e-i
  weft simulate data/examples/three-regions --practice shared-intake --seeds greedy:3 --seeds-now random:3 --probability 0.2
  weft simulate data/examples/three-regions --practice shared-intake --remove p07 --seeds degree:3 --json`;

export function addSimulate(program: Command): void {
  const command = program
    .command('simulate')
    .description(
      'What proposed ties, seeds or missing people would do to the spread of a practice, against doing nothing.',
    )
    .argument('<source>', 'a folder, a file or a network, as for weft measure')
    .addOption(new Option('--model <model>', 'how a practice spreads').choices(MODEL_KINDS).default('cascade'))
    .option(
      '--probability <share>',
      'that a tie passes it on: once (cascade), each period (si); default: as recorded, or 0.1',
      number,
    )
    .option(
      '--threshold <share>',
      'of their contacts that everybody needs (threshold; default: drawn in each run)',
      number,
    )
    .option('--strength', 'stronger ties pass on more (cascade), or count for more (threshold)')
    .option('--periods <number>', 'how long is looked on (si: default 10; others: until it is over)', number)
    .option('--practice <name>', 'whose adopters begin, where several practices are recorded')
    .option('--seeds <who>', 'who begins, in both cases', seedChoice)
    .option('--seeds-now <who>', 'who begins where nothing is done, if others', seedChoice)
    .option('--add-ties <ties>', 'a file of ties, or introductions:K')
    .addOption(
      new Option('--aim <aim>', 'what introductions are for (default: e-i with groups, else reach)').choices(AIM_IDS),
    )
    .option('--max-per-member <number>', 'introductions that may concern one person (default: 2)', number)
    .option('--remove <ids>', 'people who would be missing, joined by commas', listOf)
    .option('--runs <number>', 'runs of each (default: 1000)', number)
    .option('--seed <number>', 'the seed of everything random (default: 1)', number);
  addSelection(command, 'only ties of this wave').action(run).addHelpText('after', EXAMPLES);
  addData(command);
  addFormat(command, ['table', 'csv', 'json']);
}

async function run(source: string, options: Options): Promise<void> {
  const format = formatOf<'table' | 'csv' | 'json'>(options, 'table');
  refuseNoDate(options.asOf);
  const asked = await simulateOptions(options);
  progress('simulating');
  const { simulate } = await import('../../analysis/simulation/simulate.ts');
  const simulated = (records: MeasurableRecords, undirected: boolean): Simulation => {
    try {
      return simulate(records, { ...asked, selection: { ...asked.selection, undirected } });
    } catch (error) {
      if (error instanceof Error && error.name === 'NothingToSimulate') throw new WorkSaysNo(error.message);
      throw error;
    }
  };
  const simulation = await withMeasurable(source, options, {
    ofFiles: async ({ records, undirected }) => {
      if (undirected === true && options.undirected !== true) note('note: the file says that ties have no direction');
      return simulated(records, options.undirected ?? undirected ?? false);
    },
    ofNetwork: async (networks) => {
      const asOf = options.asOf === undefined ? undefined : instantOf(options.asOf);
      return simulated(await networks.measurable(source, asOf), options.undirected ?? false);
    },
  });
  if (format === 'json') return writeJson(simulation);
  const { simulationCsv, simulationText } = await import('../simulation-text.ts');
  write(format === 'csv' ? simulationCsv(simulation) : simulationText(simulation));
}

async function simulateOptions(options: Options): Promise<SimulateOptions> {
  const { type, wave, minStrength, asOf, groupBy, practice, seeds, seedsNow, remove, runs, seed } = options;
  if (wave !== undefined && wave.length > 1)
    throw new UsageError('--wave: give one wave; a simulation starts from one network');
  return {
    selection: {
      ...(type === undefined ? {} : { types: type }),
      ...(wave === undefined ? {} : { waves: wave }),
      ...(minStrength === undefined ? {} : { minStrength }),
      ...(asOf === undefined ? {} : { asOf }),
    },
    model: await modelAsked(options),
    ...(await proposalAsked(options)),
    ...{ groupBy: groupBy ?? null, practice: practice ?? null, seeds, seedsNow, remove, runs, seed },
  };
}

/** Checked before anything is read: wrong use is told at once. */
async function modelAsked({ model, probability, threshold, strength, periods }: Options): Promise<ModelRequest> {
  if (threshold !== undefined && model !== 'threshold') throw new UsageError('--threshold goes with --model threshold');
  if (probability !== undefined && model === 'threshold') {
    throw new UsageError('--probability goes with --model cascade or si; thresholds take --threshold');
  }
  if (strength === true && model === 'si') throw new UsageError('--strength goes with --model cascade or threshold');
  const { checkModel } = await import('../../analysis/simulation/model.ts');
  const byStrength = strength === true;
  if (model === 'threshold') {
    const asked = { kind: model, thresholds: threshold ?? ('drawn' as const), byStrength, periods: periods ?? null };
    checkModel(asked);
    return asked;
  }
  const request =
    model === 'si'
      ? { kind: model, periods: periods ?? USUAL_CONTAGION_PERIODS }
      : { kind: model, byStrength, periods: periods ?? null };
  checkModel({ ...request, probability: probability ?? 0 });
  return probability === undefined ? request : { ...request, probability };
}

async function proposalAsked(options: Options): Promise<Pick<SimulateOptions, 'addTies' | 'introduce'>> {
  const { addTies, aim, maxPerMember, groupBy, remove, seedsNow } = options;
  const isLeftToUs = addTies === undefined && remove === undefined && seedsNow === undefined;
  const introduces = /^introductions(?::(.*))?$/.exec(isLeftToUs ? 'introductions' : (addTies ?? ''));
  if (introduces === null && (aim !== undefined || maxPerMember !== undefined)) {
    throw new UsageError('--aim and --max-per-member go with --add-ties introductions:K');
  }
  if (introduces !== null) {
    const count = introduces[1] === undefined ? USUAL_INTRODUCTIONS : Number(introduces[1]);
    const most = maxPerMember ?? USUAL_MAX_PER_MEMBER;
    if (!isCount(count))
      throw new UsageError('--add-ties introductions:K: give a whole number from 1, as introductions:5');
    if (!isCount(most)) throw new UsageError('--max-per-member: give a whole number from 1');
    return { introduce: { aim: aim ?? (groupBy === undefined ? 'reach' : 'e-i'), count, maxPerMember: most } };
  }
  return addTies === undefined ? {} : { addTies: await tiesOf(addTies) };
}

async function tiesOf(file: string): Promise<GivenTie[]> {
  const { readSource } = await import('../../data/exchange/read-source.ts');
  const { records, notes } = await readSource(file, { strengthsUsed: true });
  for (const text of notes) note(`note: ${text}`);
  if (records.ties.length === 0) throw new WorkSaysNo(`${file} holds no ties; give rows with source and target`);
  return records.ties.map(({ from, to, strength }) => ({ from, to, strength }));
}

/** People by id, or a rule and a number. */
function seedChoice(text: string): SeedChoice {
  const [, name = '', number] = /^([a-z-]+)(?::(.*))?$/.exec(text) ?? [];
  const rule = SEED_RULES.find((known) => known === name);
  if (rule === undefined && number !== undefined) {
    throw new InvalidArgumentError(`Rules are ${SEED_RULES.join(', ')}.`);
  }
  if (rule === undefined) return { rule: 'given', members: listOf(text) };
  const count = Number(number);
  if (!isCount(count)) throw new InvalidArgumentError(`Say how many, as ${rule}:5.`);
  return { rule, count };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
