/** Participation rate ratios: whether all groups take part alike. */
import type { Groups } from '../../graph/groups.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figures } from '../result.ts';

export const participationRateRatios: Metric = {
  id: 'participation-rate-ratios',
  family: 'equity',
  scopes: ['group'],
  title: 'Participation by group',
  question: 'Does every group take part as much as the others do?',
  definition:
    '(a/n) ÷ (b/k), with a of the group’s n members, and b of the k others, who contributed at least once. Interval: exp(ln ratio ± 1.96·√(1/a − 1/n + 1/b − 1/k)).',
  direction: 'Ties are not read.',
  normalization:
    'From 0; 1: as much as the others. Details by group: members, participants, rate, interval, contributions and contributions per member.',
  edgeCases:
    'Only one group, or nobody in the others contributed: null. Nobody in the group did: 0, without an interval. No groups given: null.',
  nulls: { groups: 'no interval where nobody in the group, or nobody outside it, contributed' },
  cost: 'O(n + c) for c contributions.',
  reference: 'Katz, Baptista, Azen & Pike 1978, doi:10.2307/2530610',
  oracle: 'worked by hand; the interval holds the true ratio at its nominal rate in simulation',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'the newcomer is one more who has not contributed' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'Below 1, and the interval too: somebody is not heard, or not reached. An interval around 1 decides nothing, and in small groups it is wide. It compares who took part, not how much.',
  example: {
    network: 'a b c d e',
    groups: { a: 'x', b: 'x', c: 'y', d: 'y', e: 'y' },
    contributions: 'a b c c',
    gives: { x: 3, y: 1 / 3 },
  },
  options: ['groupBy'],
  needs: 'contributions',
  readsTies: false,
  compute(context) {
    const { groups } = context;
    if (groups === null) {
      const reason = 'needs groups: give an attribute to group by';
      return [{ ...figures(context, participationRateRatios, 'group', [], () => ({ reason })), reason }];
    }
    const counts = countsOf(context, groups);
    const all = sumOf(counts);
    const table = counts.map((group) => ({
      ...group,
      rate: group.participants / group.members,
      interval: intervalOf(group, rest(all, group)),
      contributionsPerMember: group.contributions / group.members,
    }));
    const given = (g: number) => {
      const others = rest(all, counts[g]!);
      if (others.members === 0) return { reason: 'the only group' };
      if (others.participants === 0) return { reason: 'nobody in the other groups contributed' };
      return { value: ratioOf(counts[g]!, others) };
    };
    const details = {
      groupBy: groups.attribute,
      groups: Object.fromEntries(groups.names.map((name, g) => [name, table[g]!])),
    };
    return [figures(context, participationRateRatios, 'group', groups.names, given, { details })];
  },
};

interface Counts {
  members: number;
  participants: number;
  contributions: number;
}

function countsOf({ graph, records }: MetricContext, groups: Groups): Counts[] {
  const contributions = new Map(graph.ids.map((id) => [id, 0]));
  for (const { member } of records.contributions) {
    const before = contributions.get(member);
    if (before !== undefined) contributions.set(member, before + 1);
  }
  const counts = groups.names.map((): Counts => ({ members: 0, participants: 0, contributions: 0 }));
  for (const [v, id] of graph.ids.entries()) {
    const group = counts[groups.of[v]!]!;
    group.members++;
    group.contributions += contributions.get(id)!;
    if (contributions.get(id)! > 0) group.participants++;
  }
  return counts;
}

function sumOf(counts: Counts[]): Counts {
  const sum = (of: keyof Counts): number => counts.reduce((all, one) => all + one[of], 0);
  return { members: sum('members'), participants: sum('participants'), contributions: sum('contributions') };
}

function rest(all: Counts, group: Counts): Counts {
  return {
    members: all.members - group.members,
    participants: all.participants - group.participants,
    contributions: all.contributions - group.contributions,
  };
}

/** In one fraction, so that equal rates give exactly 1. */
function ratioOf(group: Counts, others: Counts): number {
  return (group.participants * others.members) / (group.members * others.participants);
}

function intervalOf(group: Counts, others: Counts): [number, number] | null {
  if (group.participants === 0 || others.participants === 0) return null;
  const variance = 1 / group.participants - 1 / group.members + 1 / others.participants - 1 / others.members;
  const factor = Math.exp(1.96 * Math.sqrt(Math.max(0, variance)));
  const ratio = ratioOf(group, others);
  return [ratio / factor, ratio * factor];
}
