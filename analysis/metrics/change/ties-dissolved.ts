/** Ties dissolved: contacts that were there before and are not now. */
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { compareWaves } from '../waves.ts';

export const tiesDissolved: Metric = {
  id: 'ties-dissolved',
  family: 'change',
  scopes: ['network'],
  title: 'Ties dissolved',
  question: 'Which contacts have ended?',
  definition: 'The number of ties of the earlier wave that the later one does not have.',
  direction: 'Directed: arcs. Undirected: pairs. Strength is ignored.',
  normalization: 'A count; details list the pairs and give the share of the earlier wave’s ties.',
  edgeCases:
    'No ties in the earlier wave: 0, and no share. Only ties from members who answered both waves, to members of both, are compared.',
  nulls: { share: 'no ties in the earlier wave' },
  cost: 'O(m).',
  reference: 'Snijders, van de Bunt & Steglich 2010, doi:10.1016/j.socnet.2009.02.004',
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
  reading: 'Contacts that end may have done their work. Many at once around one member are worth a call.',
  example: { network: 'a>b b>c c>a d', later: 'a>b b>c d>a', gives: 1 },
  options: ['wave'],
  needs: 'two-waves',
  readsTies: true,
  compute(context) {
    const { kept, dissolved } = compareWaves(context);
    const before = kept.length + dissolved.length;
    const details = { ties: dissolved, share: before === 0 ? null : dissolved.length / before };
    return [figure(context, tiesDissolved, 'network', { value: dissolved.length }, { details })];
  },
};
