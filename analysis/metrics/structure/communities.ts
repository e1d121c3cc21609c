/** Communities: the circles that the ties themselves suggest, how clear they are, and whether they are the known groups. */
import { type CompactGraph, forEachTie } from '../../graph/compact.ts';
import { louvain } from '../../graph/louvain.ts';
import { adjustedRand } from '../../inference/adjusted-rand.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';
import { strengthSum } from '../strength-sum.ts';
import { askedStrengthObstacle } from '../strengths.ts';

const RUNS = 20;

export const communities: Metric = {
  id: 'communities',
  family: 'structure',
  scopes: ['network'],
  title: 'Communities',
  question: 'Into which circles does the network fall by itself, and are they the groups we know?',
  definition:
    'The division with the highest modularity of 20 seeded runs of Louvain’s method with refinement. Stability: the mean adjusted Rand index of the other runs with it. Agreement: its adjusted Rand index with the groups, where members are grouped.',
  direction: 'Directions are joined. With strength, ties count by strength.',
  normalization:
    'Value: the modularity, below 1. Details: partition (numbered by size, then by first member), sizes, stability, agreement.',
  edgeCases:
    'No ties: null. Each isolate is a community of its own. Computed on the ties that were reported: missing answers make circles look smaller and clearer.',
  nulls: { agreement: 'members were not grouped, or all are together, or each alone, in groups and circles alike' },
  cost: '20 runs of about O(m) a level; a run takes 30 ms with 50,000 ties, 0.7 s with 500,000.',
  reference:
    'Blondel, Guillaume, Lambiotte & Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008; Newman 2006, doi:10.1073/pnas.0601602103',
  oracle: 'igraph community_leiden, best of 100: quality within 0.02; planted cliques are found',
  laws: {
    relabel: { changes: 'seeded runs take members in the order of their names' },
    reorder: 'same',
    isolate: { changes: 'the runs draw other numbers' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Only a stable division is worth naming. High modularity is found in random sparse networks too, and small circles may be merged.',
  example: { network: 'a>b b>c c>a d>e e>f f>d c>d', gives: 6 / 7 - 1 / 2 },
  options: ['seed', 'strength', 'groupBy'],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union, settings, groups } = context;
    const strength = settings.strength ? 'strength' : 'ignored';
    const weightless = settings.strength && context.selected.strength.every((one) => one === 0);
    const obstacle = askedStrengthObstacle(context) ?? (union.m === 0 || weightless ? REASONS.noTies : null);
    if (obstacle !== null) return [figure(context, communities, 'network', { reason: obstacle }, { strength })];
    const { best, runs } = divide(context);
    const likeness = runs.flatMap((run) => (run === best ? [] : [adjustedRand(run.parts, best.parts) ?? 1]));
    const sizes = new Int32Array(best.parts.reduce((high, part) => Math.max(high, part + 1), 0));
    for (const part of best.parts) sizes[part]!++;
    const details = {
      partition: Object.fromEntries(union.ids.map((id, v) => [id, best.parts[v]!])),
      sizes: [...sizes],
      stability: likeness.reduce((sum, one) => sum + one, 0) / likeness.length,
      agreement: groups === null ? null : adjustedRand(best.parts, groups.of),
      runs: RUNS,
    };
    return [figure(context, communities, 'network', { value: best.quality }, { details, strength })];
  },
};

interface Division {
  parts: Int32Array;
  quality: number;
}

function divide({ union, settings, random }: MetricContext): { best: Division; runs: Division[] } {
  const chance = random(`${communities.id}/louvain`);
  const weights = settings.strength ? union.out.strengths : null;
  const runs = Array.from({ length: RUNS }, (): Division => {
    const parts = numbered([...louvain(union.n, union.out, weights, chance)]);
    return { parts, quality: qualityOf(union, parts, settings.strength) };
  });
  const best = runs.reduce((high, run) => (run.quality > high.quality ? run : high));
  return { best, runs };
}

/** Parts numbered from the largest to the smallest, and where they are alike, by their first member. */
function numbered(labels: number[]): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const order = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const position = new Map(order.map((label, at) => [label, at]));
  return Int32Array.from(labels, (label) => position.get(label)!);
}

/** Modularity, from our own definition and not the library's. */
function qualityOf(union: CompactGraph, parts: Int32Array, weighted: boolean): number {
  const ends = new Map<number, number>();
  let within = 0;
  let total = 0;
  forEachTie(union, (v, w, strength) => {
    const amount = weighted ? strength : 1;
    total += 2 * amount;
    if (parts[v] === parts[w]) within += 2 * amount;
  });
  for (const [v, part] of parts.entries()) {
    const ofMember = weighted ? strengthSum(union.out, v) : union.out.offsets[v + 1]! - union.out.offsets[v]!;
    ends.set(part, (ends.get(part) ?? 0) + ofMember);
  }
  const byChance = [...ends.values()].reduce((sum, one) => sum + (one / total) ** 2, 0);
  return within / total - byChance;
}
