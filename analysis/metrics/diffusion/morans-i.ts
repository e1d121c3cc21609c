/** Moran's I of the time of adoption: whether contacts adopt at about the same time. */
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const moransI: Metric = {
  id: 'morans-i',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Moran’s I of adoption times',
  question: 'Do those in contact adopt at about the same time?',
  definition:
    '(n/S) · Σ w(v,u)·z(v)·z(u) ÷ Σ z(v)², over adopters, with z the period of adoption less its mean, w(v,u) = 1/k(v) for each of the k adopters whom v names, and S = Σ w.',
  direction: 'Contacts are those whom the member names; undirected: all contacts. Strength is ignored.',
  normalization: 'About −1 to 1; −1/(n − 1) when time does not follow contact (`expected` in the details).',
  edgeCases: 'Fewer than 3 adopters, all at one time, or no contact among them: null. Who has not adopted is left out.',
  cost: 'O(m).',
  reference: 'Moran 1950, doi:10.2307/2332142',
  oracle: 'netdiffuseR moran(toa, W, normalize.w=TRUE), esda, 1e-9',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: { changes: 'each adopter is weighed by whom they name' },
    scale: 'same',
    double: 'same',
  },
  reading: 'High: contacts adopt together. It cannot tell learning from each other from having heard the same talk.',
  example: { network: 'a>b b>a c>d d>c', adoptions: { a: 1, b: 1, c: 3, d: 3 }, gives: 1 },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: true,
  compute(context) {
    return adoptersOf(context).map((adopters) => {
      const answer = correlation(context, adopters);
      const details = { practice: adopters.practice, adopters: answer.adopters, expected: answer.expected };
      return figure(context, moransI, 'network', answer.given, { details });
    });
  },
};

function correlation({ graph }: MetricContext, { adopted }: Adopters) {
  const times = [...adopted].filter((period) => period >= 0);
  const n = times.length;
  const expected = n < 2 ? null : -1 / (n - 1);
  const without = (reason: string) => ({ adopters: n, expected, given: { reason } });
  if (n < 3) return without('fewer than 3 adopters');
  const mean = times.reduce((sum, time) => sum + time, 0) / n;
  const spread = times.reduce((sum, time) => sum + (time - mean) ** 2, 0);
  if (spread === 0) return without('all adopted in one period');
  let together = 0;
  let weights = 0;
  for (const [v, when] of adopted.entries()) {
    if (when < 0) continue;
    const contacts = [...graph.out.targets.subarray(graph.out.offsets[v]!, graph.out.offsets[v + 1]!)];
    const others = contacts.filter((w) => adopted[w]! >= 0);
    if (others.length === 0) continue;
    weights++;
    together += ((when - mean) * others.reduce((sum, w) => sum + adopted[w]! - mean, 0)) / others.length;
  }
  if (weights === 0) return without('no contact among adopters');
  return { adopters: n, expected, given: { value: (n / weights) * (together / spread) } };
}
