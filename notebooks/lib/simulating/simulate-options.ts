/** The options of a cell as `simulate` takes them, with the command line's defaults. */
import type { SimulateOptions } from '../../../analysis/simulation/simulate.ts';
import type { Context } from '../measuring/measure-options.ts';
import type { IntroduceOptions, Seeds, SimulatingOptions, SpreadModel } from './options.ts';

/** Every option; any other is refused. */
export const SIMULATING_OPTIONS = [
  ...['type', 'wave', 'undirected', 'minStrength', 'groupBy', 'model', 'practice', 'seeds', 'seedsNow', 'introduce'],
  ...['addTies', 'remove', 'runs', 'seed', 'signal'],
] as const;

const USUAL_INTRODUCTIONS = 5;
export const USUAL_MAX_PER_MEMBER = 2;
const USUAL_CONTAGION_PERIODS = 10;

export function simulateOptions(options: SimulatingOptions, network: Context): SimulateOptions {
  const { type, wave, minStrength, undirected = network.undirected, groupBy, practice, remove, runs, seed } = options;
  return {
    selection: {
      ...(type === undefined ? {} : { types: [type].flat() }),
      ...(wave === undefined ? {} : { waves: [wave] }),
      ...(minStrength === undefined ? {} : { minStrength }),
      ...(network.asOf === undefined ? {} : { asOf: network.asOf }),
      undirected: undirected ?? false,
    },
    ...(options.model === undefined ? {} : { model: modelOf(options.model) }),
    ...proposedOf(options),
    ...{ groupBy: groupBy ?? null, practice: practice ?? null, remove, runs, seed },
    seeds: seedsOf(options.seeds),
    seedsNow: seedsOf(options.seedsNow),
  };
}

function modelOf(model: SpreadModel): SimulateOptions['model'] {
  if (model.kind === 'si') return { ...model, periods: model.periods ?? USUAL_CONTAGION_PERIODS };
  const common = { byStrength: model.byStrength ?? false, periods: model.periods ?? null };
  if (model.kind === 'threshold') return { ...model, ...common, thresholds: model.thresholds ?? 'drawn' };
  return { ...model, ...common };
}

function proposedOf(options: SimulatingOptions): Pick<SimulateOptions, 'addTies' | 'introduce'> {
  const { introduce, addTies = [], remove, seedsNow, groupBy } = options;
  const isLeftToUs =
    introduce === undefined && options.addTies === undefined && remove === undefined && seedsNow === undefined;
  if (introduce === undefined && !isLeftToUs) return { addTies };
  if (Array.isArray(introduce)) {
    const pairs = introduce as readonly (readonly [string, string])[];
    return {
      addTies: [
        ...addTies,
        ...pairs.flatMap(([a, b]) => [
          { from: a, to: b },
          { from: b, to: a },
        ]),
      ],
    };
  }
  const {
    aim = groupBy === undefined ? 'reach' : 'e-i',
    count = USUAL_INTRODUCTIONS,
    maxPerMember = USUAL_MAX_PER_MEMBER,
  } = (introduce ?? {}) as IntroduceOptions;
  return { addTies, introduce: { aim, count, maxPerMember } };
}

function seedsOf(seeds: Seeds | undefined): SimulateOptions['seeds'] {
  if (seeds === undefined) return undefined;
  return 'rule' in seeds ? seeds : { rule: 'given', members: seeds };
}
