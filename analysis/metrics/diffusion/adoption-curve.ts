/** Adoption curve: how many have taken up a practice, period by period. */
import { adoptersOf, cumulativeCounts } from '../adopters.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const adoptionCurve: Metric = {
  id: 'adoption-curve',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Adoption curve',
  question: 'Is the practice spreading, and how fast?',
  definition: 'count q(t) = members who had adopted by period t; share q(t)/n; growth q(t)/q(t − 1) − 1.',
  direction: 'Ties are not read.',
  normalization: 'Value: the share at the last period, 0 to 1. Details: time, count, share and growth by period.',
  edgeCases:
    'Nobody adopted: share 0 and no periods. Growth in the first period is 0: there is nothing it could grow from. No members: null.',
  cost: 'O(n·T) for T periods.',
  reference: 'Rogers 2003, Diffusion of Innovations; Valente 1995, Network Models of the Diffusion of Innovations',
  oracle: 'netdiffuseR cumulative_adopt_count, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { becomes: 'x·n/(n + 1)' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'An S shape means spread from person to person; a jump means that somebody decided. Members who join or leave change n.',
  example: { network: 'a b c d', adoptions: { a: 1, b: 3, c: 3 }, gives: 0.75 },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    const { n } = context.graph;
    return adoptersOf(context).map((adopters) => {
      const { practice, time } = adopters;
      if (n === 0)
        return figure(context, adoptionCurve, 'network', { reason: 'no members' }, { details: { practice } });
      const count = cumulativeCounts(adopters);
      const details = {
        practice,
        time,
        count,
        share: count.map((adopted) => adopted / n),
        growth: count.map((adopted, period) => (period === 0 ? 0 : adopted / count[period - 1]! - 1)),
      };
      return figure(context, adoptionCurve, 'network', { value: (count.at(-1) ?? 0) / n }, { details });
    });
  },
};
