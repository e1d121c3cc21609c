/** Exposure: how many of a member's contacts have adopted a practice. */
import { adoptersOf } from '../adopters.ts';
import { exposureAt } from '../exposures.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { askedStrengthObstacle } from '../strengths.ts';

export const exposure: Metric = {
  id: 'exposure',
  family: 'diffusion',
  scopes: ['network', 'member'],
  title: 'Exposure',
  question: 'How much does each member see of the practice among those they turn to?',
  definition:
    'E(v, t) = Σ x(v, u)·A(u, t − lag) ÷ Σ x(v, u) over those whom v names, with A = 1 once u has adopted and x = 1, or the strength.',
  direction: 'Contacts are those whom the member names; undirected: all contacts. Strength counts when asked for.',
  normalization:
    '0 to 1. Members: at the last period. Network: the mean over members with contacts; details give it by period.',
  edgeCases: 'No contacts: null, and left out of means. A member who did not answer: null. Nobody adopted: 0.',
  nulls: { mean: 'nobody who answered has contacts, or strengths are not all stated' },
  cost: 'O(m·T) for T periods.',
  reference: 'Valente 1995, Network Models of the Diffusion of Innovations; Burt 1987, doi:10.1086/228667',
  oracle: 'netdiffuseR exposure(outgoing=TRUE), 1e-9; it gives 0 where there are no contacts',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { byScope: { network: 'same', member: { others: 'same', own: null } } },
    reverse: { changes: 'whom one names become those who name one' },
    scale: 'same',
    double: 'same',
    noAnswer: { byScope: { network: 'left-out', member: 'no-figure' } },
  },
  reading:
    'High exposure without adoption marks those for whom the practice may not fit. It does not show that contacts caused adoption.',
  example: {
    network: 'a>b a>c b>c c>d d',
    adoptions: { b: 1, d: 2 },
    scope: 'member',
    gives: { a: 0.5, b: 0, c: 1, d: null },
  },
  options: ['lagPeriods', 'strength', 'practice'],
  needs: 'adoptions',
  readsTies: true,
  compute(context) {
    const { graph, settings } = context;
    const { known } = context.selected.response;
    const obstacle = askedStrengthObstacle(context);
    const strength = settings.strength ? 'strength' : 'ignored';
    return adoptersOf(context).flatMap((adopters) => {
      const at = (v: number, period: number) => exposureAt(context, adopters, v, period - settings.lagPeriods);
      const mean = adopters.time.map((_, period) =>
        meanOf(graph.ids.map((_, v) => (known[v] === 1 && obstacle === null ? at(v, period) : null))),
      );
      const details = { practice: adopters.practice, time: adopters.time, mean, lagPeriods: settings.lagPeriods };
      const last = adopters.time.length - 1;
      const value = last < 0 ? meanOf(graph.ids.map((_, v) => (known[v] === 1 ? at(v, last) : null))) : mean[last]!;
      const given = obstacle === null && value !== null ? { value } : { reason: obstacle ?? 'nobody names anybody' };
      return [
        figure(context, exposure, 'network', given, { details, strength }),
        ...memberFigures(context, exposure, {
          obstacle,
          of: (v) => at(v, last),
          whenNull: 'no contacts',
          details,
          strength,
        }),
      ];
    });
  },
};

function meanOf(values: (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
