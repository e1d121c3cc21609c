/** Moran's I of the time of adoption: whether contacts adopt at about the same time. */
import { adoptersOf } from '../adopters.ts';
import { autocorrelationOf } from '../autocorrelation.ts';
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
  edgeCases:
    'Fewer than 3 adopters, all at one time, or no contact among them: null. Who has not adopted is left out, and so is the row of who did not answer.',
  nulls: { expected: 'fewer than two adopters' },
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
    noAnswer: 'left-out',
  },
  reading: 'High: contacts adopt together. It cannot tell learning from each other from having heard the same talk.',
  example: { network: 'a>b b>a c>d d>c', adoptions: { a: 1, b: 1, c: 3, d: 3 }, gives: 1 },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: true,
  compute(context) {
    return adoptersOf(context).map(({ practice, adopted }) => {
      const { n, expected, value, why } = autocorrelationOf(context, (v) => (adopted[v]! < 0 ? null : adopted[v]!));
      const given = value === null ? { reason: WORDS[why!] } : { value };
      return figure(context, moransI, 'network', given, { details: { practice, adopters: n, expected } });
    });
  },
};

const WORDS = {
  'fewer than 3': 'fewer than 3 adopters',
  'all alike': 'all adopted in one period',
  'no contact': 'no contact among adopters',
};
