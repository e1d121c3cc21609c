/** Adopter classes: who was early and who was late, against the others. */
import { type Adopters, adoptersOf } from '../adopters.ts';
import type { MetricContext } from '../context.ts';
import type { Metric } from '../metric.ts';
import { type Cuts, cutsOf } from '../quarters.ts';
import { figures } from '../result.ts';
import { thresholdsOf } from '../thresholds.ts';

export const adopterClass: Metric = {
  id: 'adopter-class',
  family: 'diffusion',
  scopes: ['member'],
  title: 'Adopter class',
  question: 'Who took it up early, and who late?',
  definition:
    'Cuts of the period of adoption at its mean over adopters and one standard deviation (n − 1) to each side: early-adopter ≤ mean − sd < early-majority ≤ mean < late-majority ≤ mean + sd < laggard. Details, as `threshold`: the same cuts of adoption thresholds (very-low, low, high, very-high), which tell who is early among their own contacts.',
  direction:
    'By time, ties are not read. By threshold, contacts are those whom the member names; strength counts when asked for.',
  normalization: 'One of four names, each; counts and cuts (periods from 1, shares) in the details.',
  edgeCases:
    'Not adopted while observed: null. Fewer than two adopters, or all in one period: no classes, null. By threshold also null without contacts or answer; nobody is where too few answered.',
  nulls: {
    cuts: 'too few adopters, or all in one period: there are no classes',
    threshold: 'the reason stands beside it; of a member: no threshold, for want of contacts, answer or adoption',
  },
  cost: 'O(n + m).',
  reference: 'Rogers 2003, Diffusion of Innovations; Valente 1995',
  oracle:
    'netdiffuseR classify_adopters, exact by time; by threshold it counts who has no contacts as 0, which moves its cuts',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { others: 'same', own: null },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'A class is relative to this network and practice, and no trait of a person. Early by time with a high threshold: moved with the circle. Late with a low one: the first where nobody had.',
  example: {
    network: 'a b c d e',
    adoptions: { a: 1, b: 3, c: 3, d: 5 },
    gives: { a: 'early-adopter', b: 'early-majority', c: 'early-majority', d: 'laggard', e: null },
  },
  options: ['practice', 'lagPeriods', 'strength'],
  needs: 'adoptions',
  readsTies: false,
  compute(context) {
    return adoptersOf(context).map((adopters) => {
      const periods = [...adopters.adopted].filter((period) => period >= 0);
      const cuts = cutsOf(periods.map((period) => period + 1));
      const answers = [...adopters.adopted].map((period): Answer => {
        if (period === -1) return { reason: 'has not adopted while observed' };
        if (cuts === null) return { reason: 'too few adopters, or all in one period' };
        return { value: BY_TIME[cuts.placeOf(period + 1)] };
      });
      const details = {
        practice: adopters.practice,
        counts: countsOf(BY_TIME, answers),
        cuts: describe(cuts),
        threshold: byThreshold(context, adopters),
      };
      return figures(context, adopterClass, 'member', context.graph.ids, (v) => answers[v]!, { details });
    });
  },
};

const BY_TIME = ['early-adopter', 'early-majority', 'late-majority', 'laggard'] as const;

const BY_THRESHOLD = ['very-low', 'low', 'high', 'very-high'] as const;

type Answer = { value: string } | { reason: string };

function byThreshold(context: MetricContext, adopters: Adopters): Record<string, unknown> {
  const without = (reason: string) => ({ values: null, counts: null, cuts: null, reason });
  const { settings, selected, graph } = context;
  if (!settings.tiesAsked) return without('nobody has been asked about ties yet');
  if ((selected.response.rate ?? 1) < settings.smallestResponse) return without('too few answered');
  const thresholds = thresholdsOf(context, adopters);
  const cuts = cutsOf(thresholds.flatMap((one) => ('value' in one ? [one.value] : [])));
  if (cuts === null) return without('fewer than two thresholds, or all alike');
  const answers = thresholds.map(
    (one): Answer => ('value' in one ? { value: BY_THRESHOLD[cuts.placeOf(one.value)] } : one),
  );
  const values = Object.fromEntries(
    graph.ids.map((id, v) => [id, 'value' in answers[v]! ? (answers[v] as { value: string }).value : null]),
  );
  return { values, counts: countsOf(BY_THRESHOLD, answers), cuts: describe(cuts), reason: null };
}

function describe(cuts: Cuts | null): Record<string, number> | null {
  return cuts === null ? null : { low: cuts.mean - cuts.sd, mean: cuts.mean, high: cuts.mean + cuts.sd };
}

function countsOf(names: readonly string[], answers: readonly Answer[]): Record<string, number> {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const answer of answers) if ('value' in answer) counts.set(answer.value, counts.get(answer.value)! + 1);
  return Object.fromEntries(counts);
}
