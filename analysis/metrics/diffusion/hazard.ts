/** Hazard: of those who could still adopt, the share who did, period by period. */
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const hazard: Metric = {
  id: 'hazard',
  family: 'diffusion',
  scopes: ['network'],
  title: 'Hazard of adoption',
  question: 'Of those who had not adopted yet, how many did in each period?',
  definition:
    'h(t) = adopters in period t ÷ members at risk in it: those who had not adopted before and were still observed. In the first period that is adopters ÷ n.',
  direction: 'Ties are not read.',
  normalization:
    'Value: the mean over periods with anybody at risk, 0 to 1. Details: time, hazard and atRisk by period.',
  edgeCases:
    'Nobody at risk in a period: null there. Nobody adopted: null. Who was seen not to have adopted leaves the risk set after that.',
  cost: 'O(n·T) for T periods.',
  reference: 'Allison 1984, doi:10.4135/9781412984195',
  oracle: 'netdiffuseR hazard_rate from the second period on, 1e-9; its first period is 0 by construction',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'no-higher',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading: 'Rising: the practice gains pull. Falling: those who are left are harder to reach, or do not need it.',
  example: { network: 'a b c d', adoptions: { a: 1, b: 2, c: 2 }, gives: (1 / 4 + 2 / 3) / 2 },
  options: ['practice'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    return adoptersOf(context).map((adopters) => {
      const { practice, time } = adopters;
      const rates = time.map((_, period) => rateIn(adopters, period));
      const defined = rates.flatMap(({ hazard: rate }) => (rate === null ? [] : [rate]));
      const details = {
        practice,
        time,
        hazard: rates.map((rate) => rate.hazard),
        atRisk: rates.map((rate) => rate.atRisk),
      };
      if (defined.length === 0)
        return figure(context, hazard, 'network', { reason: 'nobody has adopted' }, { details });
      const value = defined.reduce((sum, rate) => sum + rate, 0) / defined.length;
      return figure(context, hazard, 'network', { value }, { details });
    });
  },
};

function rateIn({ adopted, observedUntil }: Adopters, period: number): { hazard: number | null; atRisk: number } {
  let atRisk = 0;
  let adopting = 0;
  for (const [v, when] of adopted.entries()) {
    if (when === period) adopting++;
    if (when === -1 ? observedUntil[v]! >= period : when >= period) atRisk++;
  }
  return { hazard: atRisk === 0 ? null : adopting / atRisk, atRisk };
}
