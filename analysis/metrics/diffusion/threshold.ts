/** Threshold: how many of a member's contacts had adopted when the member did. */
import { adoptersOf } from '../adopters.ts';
import type { MetricSettings } from '../context.ts';
import type { Metric } from '../metric.ts';
import { figures } from '../result.ts';
import { type Threshold, thresholdsOf } from '../thresholds.ts';

export const threshold: Metric = {
  id: 'threshold',
  family: 'diffusion',
  scopes: ['member'],
  title: 'Adoption threshold',
  question: 'Who moves first, and who waits until most others have?',
  definition: 'τ(v) = E(v, t) at the period t of v’s own adoption, with E the exposure (less the lag).',
  direction: 'Contacts are those whom the member names; undirected: all contacts. Strength counts when asked for.',
  normalization:
    '0 (before all contacts) to 1 (after all). Details count how many reach `thresholdAtLeast`, where it is given.',
  edgeCases:
    'Not adopted, no contacts, no answer, or with a lag before the first period: null. It is an upper bound: contacts of the same period count at lag 0.',
  cost: 'O(m).',
  reference: 'Valente 1996, doi:10.1016/0378-8733(95)00256-1',
  oracle: 'netdiffuseR threshold(outgoing=TRUE), lags 0 and 1, 1e-9; it gives 0 where there are no contacts',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: { changes: 'whom one names become those who name one' },
    scale: 'same',
    double: 'same',
    noAnswer: 'no-figure',
  },
  reading:
    'Low: leads among their contacts, whenever that was. High: waits for proof, so a peer’s story persuades more than a training.',
  example: { network: 'a>b b>c c>b d>a', adoptions: { b: 1, a: 2, c: 1 }, gives: { a: 1, b: 1, c: 1, d: null } },
  options: ['lagPeriods', 'strength', 'practice', 'thresholdAtLeast'],
  needs: 'adoptions',
  readsTies: true,
  compute(context) {
    const { settings, graph } = context;
    return adoptersOf(context).map((adopters) => {
      const answers = thresholdsOf(context, adopters);
      const details = { practice: adopters.practice, lagPeriods: settings.lagPeriods, ...waiters(answers, settings) };
      const strength = settings.strength ? 'strength' : 'ignored';
      return figures(context, threshold, 'member', graph.ids, (v) => answers[v]!, { details, strength });
    });
  },
};

/** How many had waited for at least the share that was asked about. */
function waiters(answers: Threshold[], { thresholdAtLeast }: MetricSettings): Record<string, unknown> {
  if (thresholdAtLeast === null) return {};
  const known = answers.flatMap((answer) => ('value' in answer ? [answer.value] : []));
  const count = known.filter((value) => value >= thresholdAtLeast).length;
  return { atLeast: { threshold: thresholdAtLeast, count, share: known.length === 0 ? null : count / known.length } };
}
