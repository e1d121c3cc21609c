/** Bass model: how much of the spread comes from outside, and how much from those who have adopted. */

import { type BassFit, fitBass } from '../../inference/bass-fit.ts';
import { adoptersOf, cumulativeCounts } from '../adopters.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const bass: Metric = {
  id: 'bass',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Bass model',
  question: 'Does the practice spread by announcement, or from member to member?',
  definition:
    'F(t) = (1 − e^(−(p + q)t)) ÷ (1 + (q/p)·e^(−(p + q)t)), fitted by least squares to the share of all members who had adopted by period t = 1…T. Intervals: ± 1.96 standard errors.',
  direction: 'Ties are not read.',
  normalization: 'p and q per period.',
  edgeCases:
    'Fewer than 4 periods, or no convergence to p > 0: null. Who has not adopted counts among all members, at no time.',
  cost: 'O(T) a step, a few dozen steps.',
  reference: 'Bass 1969, doi:10.1287/mnsc.15.5.215; Srinivasan & Mason 1986, doi:10.1287/mksc.5.2.169',
  oracle: 'netdiffuseR fitbass, scipy curve_fit, 1e-5 (nls stops there)',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: { changes: 'all shares are smaller, and the curve is fitted anew' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading: 'q above p: word of mouth does it. A good fit proves no mechanism; short series leave wide intervals.',
  // Half of the rest in each period: F = 1 − 2^(−t), all push and no contagion.
  example: {
    network: 'a b c d e f g h i j k l m n o p',
    adoptions: { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 2, j: 2, k: 2, l: 2, m: 3, n: 3, o: 4 },
    gives: { p: Math.LN2, q: 0 },
  },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    const { n } = context.graph;
    return adoptersOf(context).map((adopters) => {
      const { practice, time } = adopters;
      if (time.length < 4) {
        return figure(context, bass, 'network', { reason: 'fewer than 4 periods' }, { details: { practice } });
      }
      const fit = fitBass(cumulativeCounts(adopters).map((count) => count / n));
      if (fit === null)
        return figure(
          context,
          bass,
          'network',
          { reason: 'no curve of this kind comes close to these adoptions' },
          { details: { practice } },
        );
      return figure(
        context,
        bass,
        'network',
        { value: { p: fit.p, q: fit.q } },
        { details: { practice, ...describe(fit) } },
      );
    });
  },
};

function describe({ p, q, standardErrors, residualSumOfSquares }: BassFit): Record<string, unknown> {
  const interval = (at: number, error: number): [number, number] => [at - 1.96 * error, at + 1.96 * error];
  const intervals = { p: interval(p, standardErrors.p), q: interval(q, standardErrors.q) };
  return { p, q, intervals, standardErrors, residualSumOfSquares };
}
