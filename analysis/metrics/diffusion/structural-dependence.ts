/** Structural dependence: whether it matters for a practice's spread who is in contact with whom. */
import { rewiredMeanThresholds } from '../../inference/rewire.ts';
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { MetricContext } from '../context.ts';
import type { Metric, MetricResult } from '../metric.ts';
import { figure } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';
import { thresholdsOf } from '../thresholds.ts';

/** Networks to compare with, at most: p is then no smaller than 2/501, and each costs 20 swaps a tie. */
const MOST_REWIRES = 500;

/** Swaps that are tried, for each tie, between one network and the next. */
const SWAPS_PER_TIE = 20;

export const structuralDependence: Metric = {
  id: 'structural-dependence',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Structural dependence',
  question: 'Does the practice spread along contacts, or would it have looked the same with any others?',
  definition:
    'The mean adoption threshold less its mean over networks in which everybody has as many contacts, in and out, but others: ties swap ends at random, 20 tried swaps a tie. p, two-sided: 2·min(Pr(t ≤ observed), Pr(t ≥ observed)), at most 1, each (1 + #)/(1 + R) over R rewired networks.',
  direction: 'Contacts are those whom the member names; undirected: all contacts. Strength counts when asked for.',
  normalization:
    '−1 to 1; 0 as if contacts did not matter. Details: observed, expected, sd, z, p, rewires, swapsPerTie, and low and high of the middle 95 % of rewired networks.',
  edgeCases:
    'Nobody has a threshold (no adopter has contacts), or no ties: null. Where the degrees allow no other network, p is 1 and z null. Who did not answer has no threshold; others keep the contacts that were reported. Fewer rewires where fewer permutations are asked for. Who did not answer has no threshold, and stays in the rewired networks as whom others name.',
  nulls: { z: 'the degrees allow no other network' },
  cost: 'O(20·m) for each of at most 500 rewires; 1,500 ties in a fifth of a second.',
  reference:
    'Vega Yon & Valente, netdiffuseR struct_test; Milo et al. 2003, arXiv:cond-mat/0312028; Besag & Clifford 1989, doi:10.1093/biomet/76.4.633',
  oracle:
    'all networks of the same degrees, on small networks; netdiffuseR struct_test(mean threshold) has the same statistic and swaps',
  laws: {
    relabel: { changes: 'other ties are drawn, so the expected value moves by chance' },
    reorder: 'same',
    isolate: 'same',
    reverse: { changes: 'a member turns to others when ties turn around' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Above 0 with a small p: members adopt when more of their contacts have than chance contacts would give, so contacts are how it travels, or contacts are alike in what makes them adopt. Near 0: campaign, not contact.',
  // Nobody else can be named as often: the only network of these degrees.
  example: { network: 'z>a z>b z>c', adoptions: { a: 1, z: 2 }, gives: 0 },
  options: ['practice', 'lagPeriods', 'strength', 'permutations', 'seed'],
  needs: 'adoptions',
  readsTies: true,
  compute: (context) => adoptersOf(context).map((adopters) => dependenceOf(context, adopters)),
};

function dependenceOf(context: MetricContext, adopters: Adopters): MetricResult {
  const { graph, settings } = context;
  const report = (given: { value: number } | { reason: string }, details: Record<string, unknown> = {}) =>
    figure(context, structuralDependence, 'network', given, {
      details: { practice: adopters.practice, ...details },
      strength: settings.strength ? 'strength' : 'ignored',
    });
  const obstacle = askedStrengthObstacle(context);
  if (obstacle !== null) return report({ reason: obstacle });
  const observed = meanThreshold(context, adopters);
  if (observed === null) return report({ reason: 'no adopter with contacts' });
  const rewires = Math.min(settings.permutations, MOST_REWIRES);
  const { known } = context.selected.response;
  const { adopted, practice } = adopters;
  const found = rewiredMeanThresholds(
    graph,
    {
      adopted,
      counts: Uint8Array.from(adopted, (when, v) => (when >= settings.lagPeriods && known[v] === 1 ? 1 : 0)),
      lagPeriods: settings.lagPeriods,
      weighted: settings.strength,
    },
    {
      samples: rewires,
      swapsPerTie: SWAPS_PER_TIE,
      seed: settings.seed,
      stream: `${structuralDependence.id}/${practice}`,
    },
    context.execute,
  );
  const compared = compare(observed, found.sort());
  const details = { observed, ...compared, rewires, swapsPerTie: SWAPS_PER_TIE };
  return report({ value: observed - compared.expected }, { ...details, ...compared });
}

/** Of the network as it is; null where nobody has a threshold. */
function meanThreshold(context: MetricContext, adopters: Adopters): number | null {
  const found = thresholdsOf(context, adopters).flatMap((one) => ('value' in one ? [one.value] : []));
  return found.length === 0 ? null : found.reduce((sum, one) => sum + one, 0) / found.length;
}

/** @param rewired in ascending order. */
function compare(observed: number, rewired: Float64Array) {
  const count = rewired.length;
  // Sums in another order differ in the last bits; a tie with the observed value must still count as a tie.
  const margin = 1e-9;
  const below = rewired.filter((one) => one <= observed + margin).length;
  const above = rewired.filter((one) => one >= observed - margin).length;
  const expected = rewired.reduce((sum, one) => sum + one, 0) / count;
  const sd = count < 2 ? 0 : Math.sqrt(rewired.reduce((sum, one) => sum + (one - expected) ** 2, 0) / (count - 1));
  const at = (share: number): number => rewired[Math.round(share * (count - 1))]!;
  return {
    expected,
    sd,
    z: sd <= margin ? null : (observed - expected) / sd,
    p: Math.min(1, (2 * (1 + Math.min(below, above))) / (1 + count)),
    low: at(0.025),
    high: at(0.975),
  };
}
