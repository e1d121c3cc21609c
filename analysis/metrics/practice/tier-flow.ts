/** Flow between tiers: whether forums, circles and pods learn from each other. */
import type { CircleBody } from '../../../data/records/circle.ts';
import type { CircleMemberBody } from '../../../data/records/circle-member.ts';
import type { Groups } from '../../graph/groups.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { mixingOf } from '../mixing.ts';
import { figure } from '../result.ts';

const SMALLEST = 5;
const NOWHERE = '(in no group)';
const SEVERAL = '(in several tiers)';

export const tierFlow: Metric = {
  id: 'tier-flow',
  family: 'practice',
  scopes: ['network'],
  title: 'Flow between tiers',
  question: 'Do forums, circles and pods learn from each other?',
  definition:
    'Each member has a tier: that of the running groups they are in, or “several tiers”. Of the ties among those who have one, the share that runs between different tiers. Details: tiers with their members, counts[g][h] of ties from tier g to tier h (the mixing matrix of tiers), and the share that even mixing would give by sizes, (N² − Σ n²)/(N² − N).',
  direction: 'Directed: a tie counts from who names to who is named. Undirected: ends of ties.',
  normalization: '0 to 1.',
  edgeCases: `No group, no tie among members of tiers, or fewer than two tiers of ${SMALLEST} members or more: null. Members of smaller tiers are left out, with their number. Rows that were not answered are left out.`,
  nulls: { evenMixing: 'nobody is in a tier that is large enough' },
  cost: 'O(n + m).',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'left-out',
  },
  reading:
    'Far below even mixing the tiers are worlds of their own. Above it, tiers may be places to meet others and nothing in themselves. Ties of any kind count; which came of the groups is not known.',
  example: {
    network: 'a>b b>a a>f f>g g>f h>c d e i j',
    practices: {
      circle: [circle(1, 'peer-circle'), circle(2, 'expert-forum')],
      'circle-member': [...seats(1, 'abcde'), ...seats(2, 'fghij')],
    },
    gives: 1 / 3,
  },
  options: [],
  needs: 'practice',
  reads: 'circle-member',
  readsTies: true,
  compute(context) {
    const tiers = tiersOf(context);
    const large = tiers.names.flatMap((name, at) => (tiers.sizes[at]! >= SMALLEST && name !== NOWHERE ? [at] : []));
    const sizes = large.map((at) => tiers.sizes[at]!);
    const isIn = (at: number) => !large.includes(at) && tiers.names[at] !== NOWHERE;
    const leftOut = tiers.names.reduce((sum, _, at) => sum + (isIn(at) ? tiers.sizes[at]! : 0), 0);
    const { counts: all } = mixingOf(context.graph, context.selected.response.known, tiers);
    const counts = large.map((from) => large.map((to) => all[from]![to]!));
    const total = counts.flat().reduce((sum, count) => sum + count, 0);
    const within = counts.reduce((sum, row, at) => sum + row[at]!, 0);
    const people = sizes.reduce((sum, size) => sum + size, 0);
    const details = {
      ...{ tiers: large.map((at) => tiers.names[at]!), sizes, counts, leftOut },
      evenMixing: people < 2 ? null : (people ** 2 - sizes.reduce((sum, n) => sum + n * n, 0)) / (people ** 2 - people),
    };
    const reason =
      large.length < 2
        ? `fewer than two tiers of ${SMALLEST} members`
        : total === 0
          ? 'no ties among members of tiers'
          : null;
    const given = reason === null ? { value: (total - within) / total } : { reason };
    return [figure(context, tierFlow, 'network', given, { details })];
  },
};

/** Members by tier, as groups that the mixing matrix can be counted of. */
function tiersOf({ graph, records }: MetricContext): Groups {
  const running = (records.practices?.circle ?? []).filter(({ endedAt }) => endedAt === null);
  const tierOf = new Map(running.map(({ circle: id, tier }) => [id, tier]));
  const byMember = new Map<string, Set<string>>();
  for (const { circle: id, member, isIn } of records.practices?.['circle-member'] ?? []) {
    const tier = tierOf.get(id);
    if (isIn && tier !== undefined) byMember.set(member, (byMember.get(member) ?? new Set()).add(tier));
  }
  const label = (member: string): string => {
    const own = [...(byMember.get(member) ?? [])];
    return own.length === 0 ? NOWHERE : own.length === 1 ? own[0]! : SEVERAL;
  };
  const labels = graph.ids.map(label);
  const names = [...new Set(labels)].sort();
  const of = Int32Array.from(labels, (name) => names.indexOf(name));
  const sizes = new Int32Array(names.length);
  for (const group of of) sizes[group]!++;
  return { attribute: 'tier', names, of, sizes };
}

/** For examples and tests. */
export function circle(number: number, tier: CircleBody['tier']): CircleBody {
  return {
    ...{ circle: `circle-${number}`, title: 't-0123456789abcdef', tier, facilitator: 'a', rhythm: null, at: null },
    ...{ minutes: null, formedAt: '2026-03-02T09:00:00.000Z', endedAt: null },
  };
}

export function seats(number: number, members: string): CircleMemberBody[] {
  return [...members].map((member) => ({
    ...{ circle: `circle-${number}`, member, isIn: true, how: 'joined', at: '2026-03-03T09:00:00.000Z' },
  }));
}
