/** Every chart of the gallery as it is drawn of the example network: what golden pictures and version tests look at. */
import type { Chart } from '../../../../analysis/charts/chart.ts';
import { drawChart } from '../../../../analysis/charts/gallery/draw.ts';
import type { ChartOptions } from '../../../../analysis/charts/gallery/entry.ts';
import type { NetworkRecords } from '../../../../data/records/index.ts';

const newest = { wave: '2', permutations: 999 };

/** By the chart's id, or the id and what is asked otherwise. */
export const CASES: Record<string, ChartOptions> = {
  map: { wave: '2', groupBy: 'region' },
  'central-members': { wave: '2' },
  'degree-distribution': { wave: '2' },
  'core-periphery': { wave: '2' },
  'mixing-matrix': { ...newest, groupBy: 'region' },
  'mixing-matrix.organisation': { ...newest, groupBy: 'organisation' },
  'e-i-permutations': { ...newest, groupBy: 'region' },
  'brokerage-by-role': { wave: '2', groupBy: 'region' },
  'cross-tier-flow': { wave: '2', groupBy: 'region' },
  'cross-tier-flow.help': { groupBy: 'region', flow: 'help' },
  'adoption-curve': {},
  'exposure-adoption': { ...newest, practice: 'shared-intake' },
  'thresholds-by-adopter-class': { wave: '2', practice: 'follow-up-call' },
  'time-to-adoption': { practice: 'shared-intake' },
  'time-to-adoption.region': { practice: 'follow-up-call', groupBy: 'region' },
  'time-to-impact': {},
  'tie-change': { wave: ['1', '2'] },
  'tie-change.region': { wave: ['1', '2'], groupBy: 'region' },
  'figures-over-time': { groupBy: 'region' },
  participation: { groupBy: 'region' },
  'simulation-fan': { wave: '2', groupBy: 'region', practice: 'shared-intake', runs: 200 },
};

export function chartIdOf(name: string): string {
  return name.split('.', 1)[0]!;
}

export function drawCase(records: NetworkRecords, name: string): Chart {
  return drawChart(records, chartIdOf(name), CASES[name]);
}
