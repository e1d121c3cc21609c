/** Membership churn: who came, who went, and whether the core stayed. */

import { byCodePoint } from '../../code-point.ts';
import { compact, unionOf } from '../../graph/compact.ts';
import { coreNumbers } from '../../graph/cores.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { membersOfWave, waveNamesOf } from '../waves.ts';

export const membershipChurn: Metric = {
  id: 'membership-churn',
  family: 'change',
  scopes: ['network'],
  title: 'Membership churn',
  question: 'Who came and who went, and did the core stay?',
  definition:
    '(joined + left) ÷ members of either wave; a wave’s members are those who were asked in it. Core: the members of the earlier wave with the highest core number; details give how many of them stayed.',
  direction: 'Ties enter only through the core, directions joined.',
  normalization: '0 (the same members) to 1 (all others).',
  edgeCases:
    'Where a wave kept no record of who was asked, null: having no tie is not having left. No ties before: no core.',
  nulls: { core: 'no ties before: there was no core to keep' },
  cost: 'O(n + m).',
  reference: 'Seidman 1983 for the core, doi:10.1016/0378-8733(83)90028-X',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'no-higher',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading: 'Renewal and loss look the same here: read who left, and whether the core stayed.',
  example: { network: 'a>b b>c', later: 'a>b', gives: 0 },
  options: ['wave'],
  needs: 'two-waves',
  readsTies: false,
  compute(context) {
    const { earlier, later } = waveNamesOf(context);
    const before = membersOfWave(context, earlier);
    const after = membersOfWave(context, later);
    if (before === null || after === null) {
      return [figure(context, membershipChurn, 'network', { reason: 'no record of who was asked in each wave' })];
    }
    const joined = [...after].filter((id) => !before.has(id)).sort(byCodePoint);
    const left = [...before].filter((id) => !after.has(id)).sort(byCodePoint);
    const core = coreOf(context, earlier);
    const retained = core.filter((id) => after.has(id)).length;
    const details = {
      before: before.size,
      after: after.size,
      joined,
      left,
      core: { members: core.length, retained, share: core.length === 0 ? null : retained / core.length },
    };
    const either = before.size + joined.length;
    const value = (joined.length + left.length) / either;
    return [figure(context, membershipChurn, 'network', { value }, { details })];
  },
};

/** The innermost core of a wave, with those who have left since: they took part then. */
export function coreOf(context: MetricContext, wave: string): string[] {
  const { records, settings } = context;
  const members = records.members.map((member) => ({ ...member, status: 'active' as const }));
  const graph = unionOf(compact({ ...records, members }, { ...settings.selection, waves: [wave] }));
  const numbers = coreNumbers(graph.n, graph.out);
  const highest = numbers.reduce((high, number) => Math.max(high, number), 0);
  return highest === 0 ? [] : graph.ids.filter((_, v) => numbers[v] === highest);
}
