/** Brokerage: between which groups a member mediates, in five roles. */
import { hasTie } from '../../graph/compact.ts';
import { MISSING_GROUP } from '../../graph/groups.ts';
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

/** Labellings from which mean and spread are taken. Enough for z to one decimal. */
const LABELLINGS = 200;

export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;

export const brokerage: Metric = {
  id: 'brokerage',
  family: 'silo',
  scopes: ['member'],
  title: 'Brokerage roles',
  question: 'Who mediates within groups, and who between them?',
  definition:
    'Counts of a → v → b where a does not name b, by groups: coordinator (all one), itinerant (a and b of one, v of another), representative (a and v of one), gatekeeper (v and b of one), liaison (three). z: count less its mean over 200 seeded labellings, group sizes fixed, ÷ their standard deviation.',
  direction: 'a names v and v names b. Undirected: every order of a and b. Strength is ignored.',
  normalization: 'Counts; z by role in the details, null where no labelling differs.',
  edgeCases: `Members without a group (${MISSING_GROUP}) mediate nothing and stand at no end: what is left out for them is counted in the details.`,
  cost: 'O(200 · Σ k²) for degrees k.',
  reference: 'Gould & Fernandez 1989, doi:10.2307/270949',
  oracle: 'sna brokerage (raw counts), brute force, exact. Its z rests on another model than labellings and differs',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 } },
    reverse: { swaps: [['representative', 'gatekeeper']] },
    scale: 'same',
    double: 'same',
  },
  reading: 'A liaison is heard on all sides and belongs to none. Counts grow with degree: compare z, not counts.',
  example: {
    network: 'a>v v>b c>v v>c',
    groups: { a: 'x', v: 'x', b: 'y', c: 'y' },
    gives: {
      a: { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 },
      b: { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 },
      c: { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 },
      v: { coordinator: 0, itinerant: 1, representative: 2, gatekeeper: 0, liaison: 0 },
    },
  },
  options: ['groupBy', 'seed'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const { paths, leftOut } = openPaths(context);
    const observed = countRoles(paths, groups.of, context.graph.n);
    const details = { groupBy: groups.attribute, leftOut, z: zScores(context, paths, observed) };
    return memberFigures(context, brokerage, {
      of: (v) => byRole((role) => observed[v * ROLES.length + role]!),
      details,
    });
  },
};

function byRole<T>(of: (role: number) => T): Record<string, T> {
  return Object.fromEntries(ROLES.map((name, role) => [name, of(role)]));
}

/** All a → v → b without a → b, as triples of member numbers in a row. */
function openPaths({ graph, groups }: MetricContext): { paths: Int32Array; leftOut: number } {
  const missing = groups!.names.indexOf(MISSING_GROUP);
  const triples: number[] = [];
  let leftOut = 0;
  for (let v = 0; v < graph.n; v++) {
    for (let from = graph.in.offsets[v]!; from < graph.in.offsets[v + 1]!; from++) {
      const a = graph.in.targets[from]!;
      for (let to = graph.out.offsets[v]!; to < graph.out.offsets[v + 1]!; to++) {
        const b = graph.out.targets[to]!;
        if (a === b || hasTie(graph.out, a, b)) continue;
        if ([a, v, b].some((one) => groups!.of[one] === missing)) leftOut++;
        else triples.push(a, v, b);
      }
    }
  }
  return { paths: Int32Array.from(triples), leftOut };
}

/** Per member and role, in a row. */
function countRoles(paths: Int32Array, labels: Int32Array, n: number): Float64Array {
  const counts = new Float64Array(n * ROLES.length);
  for (let at = 0; at < paths.length; at += 3) {
    const a = labels[paths[at]!]!;
    const v = labels[paths[at + 1]!]!;
    const b = labels[paths[at + 2]!]!;
    const role = a === v ? (v === b ? 0 : 2) : a === b ? 1 : v === b ? 3 : 4;
    counts[paths[at + 1]! * ROLES.length + role]!++;
  }
  return counts;
}

function zScores(
  context: MetricContext,
  paths: Int32Array,
  observed: Float64Array,
): Record<string, Record<string, number | null>> {
  const { graph, groups } = context;
  const random = context.random(`${brokerage.id}/labellings`);
  const missing = groups!.names.indexOf(MISSING_GROUP);
  const grouped = graph.ids.map((_, v) => v).filter((v) => groups!.of[v] !== missing);
  const shuffled = Int32Array.from(grouped, (v) => groups!.of[v]!);
  const labels = groups!.of.slice();
  const sums = new Float64Array(observed.length);
  const squares = new Float64Array(observed.length);
  for (let round = 0; round < LABELLINGS; round++) {
    random.shuffle(shuffled);
    for (const [at, v] of grouped.entries()) labels[v] = shuffled[at]!;
    for (const [at, count] of countRoles(paths, labels, graph.n).entries()) {
      sums[at]! += count;
      squares[at]! += count * count;
    }
  }
  const z = (at: number): number | null => {
    // In whole counts, so that "no labelling differs" is seen exactly.
    const spread = LABELLINGS * squares[at]! - sums[at]! * sums[at]!;
    if (spread === 0) return null;
    const mean = sums[at]! / LABELLINGS;
    return (observed[at]! - mean) / Math.sqrt(spread / (LABELLINGS * (LABELLINGS - 1)));
  };
  return Object.fromEntries(graph.ids.map((id, v) => [id, byRole((role) => z(v * ROLES.length + role))]));
}
