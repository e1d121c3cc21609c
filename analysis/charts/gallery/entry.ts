/**
 * What a chart of the gallery is: a question, how its answer is read, what it needs, and the function that draws it. All
 * of them take their options from one list, so that the same word means the same in every chart.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import type { Execute } from '../../kernels/job.ts';
import type { MeasureOptions } from '../../measure.ts';
import type { IntroductionRequest } from '../../simulation/proposed-change.ts';
import type { SimulateOptions } from '../../simulation/simulate.ts';
import type { Chart } from '../chart.ts';

/** What records must hold, or a caller must say, before there is anything to draw. */
export type Need = 'groups' | 'adoptions' | 'one-practice' | 'two-waves' | 'several-waves' | 'contributions';

export interface ChartOptions
  extends Pick<
    MeasureOptions,
    | 'types'
    | 'wave'
    | 'undirected'
    | 'minStrength'
    | 'asOf'
    | 'groupBy'
    | 'practice'
    | 'lagPeriods'
    | 'seed'
    | 'permutations'
    | 'smallestResponse'
    | 'sources'
  > {
  /** Groups of fewer members, and counts of fewer people, are not shown. Default: 5. */
  smallestGroup?: number;
  /** By which metric members are ranked, or counted. */
  metric?: string;
  /** Which figures are drawn. */
  metrics?: readonly string[];
  /** How many members are drawn at most. */
  top?: number;
  /** What flows between groups: `ties` (who names whom) or `help` (contributions that helped somebody). */
  flow?: 'ties' | 'help';
  /** Proposed introductions, chosen by an aim. */
  introduce?: IntroductionRequest;
  /** Proposed ties, as they are given. */
  addTies?: SimulateOptions['addTies'];
  /** People who would be missing. */
  remove?: SimulateOptions['remove'];
  seeds?: SimulateOptions['seeds'];
  model?: SimulateOptions['model'];
  /** How far a simulation looks ahead. */
  periods?: number;
  runs?: number;
}

export type ChartOption = keyof ChartOptions;

/** Options that every chart takes: which network is meant, whom to protect, and the seed of chance. */
export const COMMON_OPTIONS: readonly ChartOption[] = [
  'types',
  'wave',
  'undirected',
  'minStrength',
  'asOf',
  'seed',
  'smallestGroup',
  'smallestResponse',
];

export interface GalleryEntry {
  readonly id: string;
  /** The question of an evaluator that the picture answers. */
  readonly question: string;
  /** What a high value means, and what it does not. */
  readonly reading: string;
  readonly needs: readonly Need[];
  /** Options beyond the common ones; any other is refused. */
  readonly takes: readonly ChartOption[];
  /** Pure: the same records and options give the same chart. */
  readonly draw: (records: NetworkRecords, options: ChartOptions, execute: Execute) => Chart;
}

export const SMALLEST_GROUP = 5;

/** The options as `measure` takes them. */
export function measureOptions(options: ChartOptions): MeasureOptions {
  const { types, wave, undirected, minStrength, asOf, groupBy, practice, lagPeriods } = options;
  const { seed, permutations, smallestResponse, sources, smallestGroup = SMALLEST_GROUP } = options;
  return {
    ...{ types, wave, undirected, minStrength, asOf, groupBy, practice, lagPeriods },
    ...{ seed, permutations, smallestResponse, sources, smallestGroup },
  };
}
