/** Load on bridges: whether those through whom ways run carry the work as well, unpaid. */
import { betweennessScores } from '../betweenness-scores.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

const LEAST_BRIDGES = 5;
const SHARE = 0.2;
const DRAWS = 999;

export const loadOnBridges: Metric = {
  id: 'load-on-bridges',
  family: 'equity',
  scopes: ['network'],
  title: 'Load on bridging members',
  question: 'Do those who connect the others carry more of the work than the rest, unpaid?',
  definition:
    'Mean load of the fifth of members with the highest betweenness ÷ mean load of the others. Load: contributions, and requests for help that were answered; that of a member with an approved stipend counts 0, it is paid. Details: both means, and p (two-sided): how often as many members drawn at random have a ratio as far from 1, on the log scale.',
  direction: 'Betweenness is directed, without strengths.',
  normalization: 'From 0; 1: alike.',
  edgeCases: `Fewer than ${LEAST_BRIDGES * 5} members (a fifth is fewer than ${LEAST_BRIDGES}), fewer than ${LEAST_BRIDGES} lie between others, all do alike, or the others carry nothing: null. Equals at the border are in. Who did not answer is between those who named them and nobody else: their load may count with the others.`,
  cost: 'That of betweenness, and O(n) for each of 999 draws.',
  reference: 'Cross, Rebele & Grant 2016, Collaborative Overload, Harvard Business Review 94(1)',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'the newcomer is one of the others, without load' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Well above 1 with a low p: the network hangs on people who are already worn. Hand some of it on before one of them goes. Near 1, bridging costs them nothing that is recorded here.',
  example: { network: 'a>b b>c c>a', contributions: 'a b', gives: null },
  options: ['seed', 'sources'],
  needs: 'contributions',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    const least = Math.floor(graph.n * SHARE);
    const nothing = (reason: string) => [figure(context, loadOnBridges, 'network', { reason })];
    if (least < LEAST_BRIDGES) return nothing(REASONS.fewerThan(LEAST_BRIDGES * 5));
    const { scores } = betweennessScores(context);
    const order = graph.ids.map((_, v) => v).sort((v, w) => scores[w]! - scores[v]! || v - w);
    const border = scores[order[least - 1]!]!;
    if (border <= 0) return nothing(`fewer than ${least} members lie between others`);
    // Equal scores differ in their last bits.
    const bridges = order.filter((v) => scores[v]! >= border * (1 - 1e-9)).length;
    if (bridges === graph.n) return nothing('all members lie between others alike');
    const load = loadOf(context);
    const ratioOf = (members: ArrayLike<number>): number | null => {
      let within = 0;
      for (let at = 0; at < bridges; at++) within += load[members[at]!]!;
      const others = load.reduce((sum, one) => sum + one, 0) - within;
      return others === 0 ? null : within / bridges / (others / (graph.n - bridges));
    };
    const value = ratioOf(order);
    if (value === null) return nothing('the others carry nothing that was recorded');
    const random = context.random('load-on-bridges');
    const drawn = Int32Array.from(order);
    let asFar = 1;
    for (let draw = 0; draw < DRAWS; draw++) {
      random.shuffle(drawn);
      const ratio = ratioOf(drawn);
      if (ratio === null || distance(ratio) >= distance(value) - 1e-12) asFar++;
    }
    const within = order.slice(0, bridges).reduce((sum, v) => sum + load[v]!, 0);
    const others = load.reduce((sum, one) => sum + one, 0) - within;
    const details = {
      ...{ bridges, loadOfBridges: within / bridges, loadOfOthers: others / (graph.n - bridges) },
      ...{ p: asFar / (DRAWS + 1), permutations: DRAWS },
    };
    return [figure(context, loadOnBridges, 'network', { value }, { details })];
  },
};

/** How far a ratio is from 1, twice being as far as half; from nothing at all, farthest. */
function distance(ratio: number): number {
  return ratio === 0 ? Number.MAX_VALUE : Math.abs(Math.log(ratio));
}

function loadOf({ graph, records }: MetricContext): number[] {
  const paid = new Set(
    (records.practices?.stipend ?? []).filter(({ status }) => status === 'approved').map(({ member }) => member),
  );
  const counts = new Map(graph.ids.map((id) => [id, 0]));
  const add = (member: string): void => {
    const before = counts.get(member);
    if (before !== undefined && !paid.has(member)) counts.set(member, before + 1);
  };
  for (const { member } of records.contributions) add(member);
  for (const { answeredBy } of records.practices?.['support-request'] ?? []) answeredBy.forEach(add);
  return graph.ids.map((id) => counts.get(id)!);
}
