/** Closeness centralization: whether one person is near to all while the others are far from each other. */
import { type DistanceSums, distanceSums } from '../../graph/distances.ts';
import { centralization } from '../centralization.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';
import { distancesOf } from '../strengths.ts';

export const closenessCentralization: Metric = {
  id: 'closeness-centralization',
  family: 'structure',
  scopes: ['network'],
  title: 'Closeness centralization',
  question: 'Is one person near to everybody while the others are far from each other?',
  definition:
    'Σ (max − c(v)) ÷ largest possible, with c(v) = (n − 1)/Σ d over all others. Largest possible: directed (n − 1)²/n (one names all, the others reach each other in n steps), undirected (n − 1)(n − 2)/(2n − 3) (a star).',
  direction:
    'Directed: along the direction of naming (out), with the figure that looks the other way as `in` in the details. Strength is ignored: no length is the shortest possible.',
  normalization: '0 (all alike) to 1.',
  edgeCases:
    'Fewer than 3 members: null. Computed on the ties that were reported: missing answers hide ways. Somebody cannot reach everybody: null, because Freeman’s closeness is not defined there (other tools say 0, or count pieces apart). The details give the form on Wasserman–Faust closeness, which is defined on every network: ÷ (n − 1) directed, where one names all and nobody else names; the star’s divisor undirected. Who did not answer reaches nobody as far as is known: null directed, and details that missing answers can move either way.',
  nulls: { in: 'not everybody reaches everybody' },
  cost: 'O(n·m), shared with closeness.',
  reference: 'Freeman 1979, doi:10.1016/0378-8733(78)90021-7; Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle:
    'sna centralization(closeness, cmode="directed" or "undirected"), igraph centr_clo(mode="out", "in", "all"), 1e-9, where everybody reaches everybody',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'no-higher',
    reverse: { changes: 'looks out where it looked in; the two change places in the details' },
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'High: news is quick through one person and slow otherwise. Few real networks with directions have everybody in reach of everybody: read the detail there.',
  example: { network: 'a>b b>a a>c c>a a>d d>a', undirected: true, gives: 1 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    if (graph.n < 3) return [figure(context, closenessCentralization, 'network', { reason: REASONS.fewerThan(3) })];
    const [out, into] = [stepsOf(context, 'out'), stepsOf(context, 'in')];
    const connected = out.reached.every((reached) => reached === graph.n - 1);
    const scaled = { out: wassermanFaust(context, out), in: wassermanFaust(context, into) };
    const details = {
      connected,
      ...(graph.directed ? { in: connected ? freeman(context, into) : null } : {}),
      wassermanFaust: graph.directed ? scaled : scaled.out,
    };
    const given = connected ? { value: freeman(context, out) } : { reason: 'not everybody reaches everybody' };
    return [figure(context, closenessCentralization, 'network', given, { details })];
  },
};

/** Distances in steps, also where strengths are asked for. */
function stepsOf(context: MetricContext, side: 'out' | 'in'): DistanceSums {
  const { graph, settings } = context;
  if (!settings.strength) return distancesOf(context, side);
  const key = graph.directed ? side : 'out';
  return context.shared(`distances/steps/${key}`, () => distanceSums(graph, key, context.execute));
}

function star(n: number): number {
  return ((n - 1) * (n - 2)) / (2 * n - 3);
}

function freeman({ graph: { n, directed } }: MetricContext, { total }: DistanceSums): number {
  const scores = total.map((sum) => (n - 1) / sum);
  return centralization(scores, directed ? (n - 1) ** 2 / n : star(n));
}

function wassermanFaust({ graph: { n, directed } }: MetricContext, { reached, total }: DistanceSums): number {
  const scores = total.map((sum, v) => (reached[v] === 0 ? 0 : (reached[v]! / (n - 1)) * (reached[v]! / sum)));
  return centralization(scores, directed ? n - 1 : star(n));
}
