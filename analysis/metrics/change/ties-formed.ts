/** Ties formed: contacts that are there now and were not before. */
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { compareWaves } from '../waves.ts';

export const tiesFormed: Metric = {
  id: 'ties-formed',
  family: 'change',
  scopes: ['network'],
  title: 'Ties formed',
  question: 'Which contacts are new?',
  definition: 'The number of ties of the later wave that the earlier one does not have.',
  direction: 'Directed: arcs. Undirected: pairs. Strength is ignored.',
  normalization: 'A count; details list the pairs and give the share of the later wave’s ties.',
  edgeCases:
    'No ties in the later wave: 0, and no share. Only ties from members who answered both waves, to members of both, are compared.',
  nulls: { share: 'no ties in the later wave' },
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
  reading:
    'New contacts across groups are what introductions are for. Some of them are chance: people do not remember alike.',
  example: { network: 'a>b b>c c>a d', later: 'a>b b>c d>a', gives: 1 },
  options: ['wave'],
  needs: 'two-waves',
  readsTies: true,
  compute(context) {
    const { kept, formed } = compareWaves(context);
    const now = kept.length + formed.length;
    const details = { ties: formed, share: now === 0 ? null : formed.length / now };
    return [figure(context, tiesFormed, 'network', { value: formed.length }, { details })];
  },
};
