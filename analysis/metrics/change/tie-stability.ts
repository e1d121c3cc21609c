/** Tie stability: how much of the network is still the same one. */
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { compareWaves } from '../waves.ts';

export const tieStability: Metric = {
  id: 'tie-stability',
  family: 'change',
  scopes: ['network'],
  title: 'Tie stability',
  question: 'Do contacts last from one wave to the next?',
  definition:
    'Jaccard: kept ÷ (kept + formed + dissolved). Details, as `reciprocity`: of the pairs that named each other before, how many still do.',
  direction: 'Directed: arcs. Undirected: pairs. Strength is ignored.',
  normalization: '0 (nothing in common) to 1 (the same ties).',
  edgeCases:
    'No ties in either wave: null. Only ties from members who answered both waves, to members of both, are compared.',
  nulls: { reciprocity: 'ties have no direction; its share: no tie was returned before' },
  cost: 'O(m).',
  reference:
    'Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x; Snijders, van de Bunt & Steglich 2010, doi:10.1016/j.socnet.2009.02.004',
  oracle: 'numpy on the two adjacency matrices, exact',
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
    'Below about 0.3 the waves hardly describe one network; near 1 nothing moves. Neither end is good by itself.',
  example: { network: 'a>b b>c c>a d', later: 'a>b b>c d>a', gives: 0.5 },
  options: ['wave'],
  needs: 'two-waves',
  readsTies: true,
  compute(context) {
    const { kept, formed, dissolved, mutual } = compareWaves(context);
    const share = mutual === null || mutual.before === 0 ? null : mutual.kept / mutual.before;
    const details = {
      kept: kept.length,
      formed: formed.length,
      dissolved: dissolved.length,
      reciprocity: mutual === null ? null : { ...mutual, share },
    };
    const all = kept.length + formed.length + dissolved.length;
    if (all === 0) return [figure(context, tieStability, 'network', { reason: 'no ties in either wave' }, { details })];
    return [figure(context, tieStability, 'network', { value: kept.length / all }, { details })];
  },
};
