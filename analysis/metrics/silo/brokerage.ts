/** Brokerage: between which groups a member mediates, in five roles. */
import type { CompactGraph } from '../../graph/compact.ts';
import { MISSING_GROUP } from '../../graph/groups.ts';
import { forEachOpenWay } from '../../graph/open-ways.ts';
import { ROLES, roleChances } from '../../inference/roles-by-chance.ts';
import { JOINT_GROUP } from '../../suppression.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';

export const brokerage: Metric = {
  id: 'brokerage',
  family: 'silo',
  scopes: ['member'],
  title: 'Brokerage roles',
  question: 'Who mediates within groups, and who between them?',
  definition:
    'Counts of a → v → b where a does not name b, by groups: coordinator (all one), itinerant (a and b of one, v of another), representative (a and v of one), gatekeeper (v and b of one), liaison (three). Expected: the mean of the count over all labellings with the same group sizes; z: count less expected, ÷ the standard deviation over them; both exact, by how pairs of ways overlap.',
  direction: 'a names v and v names b. Undirected: every order of a and b. Strength is ignored.',
  normalization: 'Counts; z by role in the details, null where no labelling differs.',
  edgeCases: `Members without a group (${MISSING_GROUP}) mediate nothing and stand at no end: what is left out for them is counted in the details. A member who did not answer has none.`,
  nulls: { z: 'the count is the same however groups are handed out' },
  cost: 'O(Σ over arcs of both ends’ degrees); 5,000 members and 50,000 ties in a tenth of a second.',
  reference: 'Gould & Fernandez 1989, doi:10.2307/270949',
  oracle:
    'sna brokerage (raw counts), brute force, exact; expected and z against all labellings, 1e-9. sna’s z rests on another model than labellings and differs',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 } },
    reverse: { swaps: [['representative', 'gatekeeper']] },
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
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
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const { graph } = context;
    const { of, names, sizes, attribute } = context.groups!;
    // Those who are only counted together are of groups unlike each other: no role among them can be told.
    const withoutRole = [MISSING_GROUP, ...(context.shown!.withheld.size > 0 ? [JOINT_GROUP] : [])];
    const isGroup = names.map((name) => !withoutRole.includes(name));
    const chances = roleChances(sizes.filter((_, group) => isGroup[group]));
    const counts = new Float64Array(graph.n * ROLES.length);
    const expected: [string, Record<string, number>][] = [];
    const z: [string, Record<string, number | null>][] = [];
    let ways = 0;
    forEachOpenWay(graph, {
      counts: (v) => isGroup[of[v]!]!,
      visit: (a, v, b) => counts[v * ROLES.length + roleOf(of[a]!, of[v]!, of[b]!)]!++,
      done: (v, overlaps) => {
        ways += overlaps.ways;
        const chance = chances.of(overlaps);
        expected.push([graph.ids[v]!, byRole((role) => chance[role]!.mean)]);
        z.push([graph.ids[v]!, byRole((role) => standing(counts[v * ROLES.length + role]!, chance[role]!))]);
      },
    });
    const details = {
      groupBy: attribute,
      leftOut: isGroup.every(Boolean) ? 0 : countWays(graph) - ways,
      expected: Object.fromEntries(expected),
      z: Object.fromEntries(z),
    };
    return memberFigures(context, brokerage, {
      of: (v) => byRole((role) => counts[v * ROLES.length + role]!),
      details,
    });
  },
};

function byRole<T>(of: (role: number) => T): Record<string, T> {
  return Object.fromEntries(ROLES.map((name, role) => [name, of(role)]));
}

function roleOf(a: number, v: number, b: number): number {
  if (a === v) return v === b ? 0 : 2;
  if (a === b) return 1;
  return v === b ? 3 : 4;
}

/** Null where the count is the same under every labelling. */
function standing(count: number, { mean, deviation }: { mean: number; deviation: number }): number | null {
  return deviation === 0 ? null : (count - mean) / deviation;
}

function countWays(graph: CompactGraph): number {
  let ways = 0;
  forEachOpenWay(graph, {
    counts: () => true,
    visit: () => undefined,
    done: (_, overlaps) => {
      ways += overlaps.ways;
    },
  });
  return ways;
}
