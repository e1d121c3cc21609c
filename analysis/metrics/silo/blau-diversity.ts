/** Blau diversity: how mixed the membership is, and how mixed each member's contacts are. */
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

export const blauDiversity: Metric = {
  id: 'blau-diversity',
  family: 'silo',
  scopes: ['network', 'member'],
  title: 'Diversity',
  question: 'How mixed is the membership, and how mixed are each member’s contacts?',
  definition:
    '1 − Σ p(g)², with p the share of group g among the members (network) or among those a member names (member).',
  direction: 'Member: those whom the member names; undirected: all contacts. Strength is ignored.',
  normalization: '0 (one group) to 1 − 1/G for G groups of equal size; details give the value ÷ that maximum.',
  edgeCases: 'No members, or nobody named: null. (missing) counts as a group. A member who did not answer has none.',
  nulls: { ofMaximum: 'one group: nothing else was possible' },
  cost: 'O(n + m).',
  reference: 'Blau 1977, doi:10.1086/226505',
  oracle: 'worked by hand',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: {
      byScope: { network: { changes: 'the membership is mixed otherwise' }, member: { others: 'same', own: null } },
    },
    reverse: { byScope: { network: 'same', member: { changes: 'whom one names become those who name one' } } },
    scale: 'same',
    double: 'same',
    noAnswer: { byScope: { network: 'not-read', member: 'no-figure' } },
  },
  reading:
    'The chance that two drawn at random differ. A diverse membership does not mean diverse contacts: that is why both are here.',
  example: { network: 'a>b a>c b>a', groups: { a: 'x', b: 'x', c: 'y' }, gives: 4 / 9 },
  options: ['groupBy'],
  needs: 'groups',
  readsTies: true,
  compute(context) {
    const groups = context.groups!;
    const details = { groupBy: groups.attribute };
    const whole = diversity(groups.sizes);
    const most = 1 - 1 / groups.names.length;
    const network =
      whole === null
        ? figure(context, blauDiversity, 'network', { reason: REASONS.noMembers })
        : figure(
            context,
            blauDiversity,
            'network',
            { value: whole },
            { details: { ...details, ofMaximum: most === 0 ? null : whole / most } },
          );
    const members = memberFigures(context, blauDiversity, {
      of: (v) => diversity(contactsByGroup(context, v)),
      whenNull: 'names nobody',
      details,
    });
    return [network, ...members];
  },
};

function contactsByGroup({ graph, groups }: MetricContext, v: number): Int32Array {
  const counts = new Int32Array(groups!.names.length);
  for (let at = graph.out.offsets[v]!; at < graph.out.offsets[v + 1]!; at++) {
    counts[groups!.of[graph.out.targets[at]!]!]!++;
  }
  return counts;
}

function diversity(counts: Int32Array): number | null {
  let all = 0;
  let likePairs = 0;
  for (const count of counts) {
    all += count;
    likePairs += count * count;
  }
  return all === 0 ? null : 1 - likePairs / (all * all);
}
