/** Contribution Gini: whether a few carry the work. */
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const contributionGini: Metric = {
  id: 'contribution-gini',
  family: 'equity',
  scopes: ['network'],
  title: 'Contribution Gini',
  question: 'Do a few members do most of the contributing?',
  definition: 'G = Σi (2i − n − 1)·x(i) ÷ (n·Σ x), with x(i) members’ numbers of contributions, ascending.',
  direction: 'Ties are not read.',
  normalization: '0 (all contribute alike) to (n − 1)/n (one does everything).',
  edgeCases: 'Members without a contribution count with 0. No contributions by members: null. One member: 0.',
  cost: 'O(n·log n).',
  reference: 'Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x',
  oracle: 'worked by hand; the mean absolute difference of all pairs',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: '(x·n + 1)/(n + 1)' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'High: the load, or the floor, is with a few. In open groups 0.6 to 0.8 is usual: compare with the cycle before.',
  example: { network: 'a b c d', contributions: 'a a a b', gives: 0.625 },
  options: [],
  needs: 'contributions',
  readsTies: false,
  compute(context) {
    const { ids } = context.graph;
    const count = new Map(ids.map((id) => [id, 0]));
    let total = 0;
    for (const { member } of context.records.contributions) {
      const before = count.get(member);
      if (before === undefined) continue;
      count.set(member, before + 1);
      total++;
    }
    if (total === 0) return [figure(context, contributionGini, 'network', { reason: 'no contributions by members' })];
    const ascending = [...count.values()].sort((a, b) => a - b);
    const n = ids.length;
    const spread = ascending.reduce((sum, one, at) => sum + (2 * (at + 1) - n - 1) * one, 0);
    const contributors = ascending.filter((one) => one > 0).length;
    const details = { contributions: total, contributors, participation: contributors / n };
    return [figure(context, contributionGini, 'network', { value: spread / (n * total) }, { details })];
  },
};
