/** Isolates: members without any tie. */
import { degreeOf } from '../../graph/compact.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const isolates: Metric = {
  id: 'isolates',
  family: 'structure',
  scopes: ['network'],
  title: 'Isolates',
  question: 'Who is a member by name only?',
  definition: 'The number of members who name nobody and whom nobody names.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: 'A count from 0 to n; details list the ids, apart those who did not answer.',
  edgeCases:
    'A self-tie does not connect. Who did not answer and is named by nobody counts: it may turn out otherwise.',
  cost: 'O(n); 50,000 ties in milliseconds.',
  reference: 'Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'networkx isolates on the union, exact',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x + 1' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading: 'Each is somebody to talk to first. They may be new, or busy, or have not answered: ask before concluding.',
  example: { network: 'a>b c d>d', gives: 2 },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    const { known } = context.selected.response;
    const alone = union.ids.map((id, v) => ({ id, v })).filter(({ v }) => degreeOf(union.out, v) === 0);
    const details = {
      members: alone.filter(({ v }) => known[v] === 1).map(({ id }) => id),
      withoutAnswer: alone.filter(({ v }) => known[v] === 0).map(({ id }) => id),
    };
    return [figure(context, isolates, 'network', { value: alone.length }, { details })];
  },
};
