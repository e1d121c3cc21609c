/** Psychological safety: whether members think that they can speak openly here. */
import type { QuestionnaireRoundBody } from '../../../data/records/index.ts';
import { type Mean, meanOf } from '../../inference/mean-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { closedRounds, exampleRound } from './rounds.ts';

/** Two rounds are taken as of different people: who answered twice nobody knows. */
const Z = 1.959963984540054;

export const psychologicalSafety: Metric = {
  id: 'psychological-safety',
  family: 'practice',
  scopes: ['network'],
  title: 'Psychological safety',
  question: 'Can members say here what does not work?',
  definition:
    'Of the newest pulse that is closed: the mean of the means of its scales, each from 1 to 4. Details, by item: n, mean, 95 % interval (Student’s t), how often each point was given, and the change since the pulse before with its 95 % interval; asked and answered; rounds so far.',
  direction: 'Ties are not read.',
  normalization: '1 to 4; 2.5 is the middle.',
  edgeCases:
    'No pulse is closed, or fewer than five answered the newest: null, also where an earlier one had more. An item on which all agree has no interval.',
  nulls: { items: 'no interval: all said the same; no change: no pulse before asked it' },
  cost: 'O(r) for r rounds.',
  reference: 'Edmondson 1999, doi:10.2307/2666999; t: Abramowitz & Stegun 1964, 26.7',
  oracle: 'worked by hand; interval: scipy 1.17.1 stats.t.interval(0.95, n - 1, mean, sem), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Who does not feel safe may not answer at all: read it beside the share who did. A mean hides two camps; look at how often each point was given. Moves within the interval may be chance.',
  example: {
    network: 'a b c d e f',
    practices: { 'questionnaire-round': [exampleRound({ items: [{ item: 'speak-up', n: 6, counts: [0, 1, 4, 1] }] })] },
    gives: 3,
  },
  options: [],
  needs: 'practice',
  reads: 'questionnaire-round',
  readsTies: false,
  compute(context) {
    const rounds = closedRounds(context.records, 'pulse').filter(isAnonymous);
    const [newest, before] = [rounds.at(-1), rounds.at(-2)];
    if (newest === undefined) {
      return [figure(context, psychologicalSafety, 'network', { reason: 'no pulse is closed yet' })];
    }
    const { asked, answered, questionnaire } = newest;
    const common = { round: newest.round, asked, answered, rounds: rounds.length };
    const now = scalesOf(newest);
    if (now.size === 0) {
      const reason = `fewer than ${questionnaire.smallestGroup} members answered the newest pulse`;
      return [figure(context, psychologicalSafety, 'network', { reason }, { details: common })];
    }
    const then = before === undefined ? new Map<string, Scale>() : scalesOf(before);
    const items = [...now].map(([item, scale]) => {
      const earlier = then.get(item);
      const change = earlier === undefined ? null : scale.mean.mean - earlier.mean.mean;
      const half = earlier === undefined ? 0 : Z * Math.hypot(scale.mean.error, earlier.mean.error);
      return {
        ...{ item, ask: scale.ask, n: scale.mean.n, mean: scale.mean.mean, interval: scale.mean.interval },
        ...{ counts: scale.counts, change, changeInterval: change === null ? null : [change - half, change + half] },
      };
    });
    const value = items.reduce((sum, { mean }) => sum + mean, 0) / items.length;
    return [figure(context, psychologicalSafety, 'network', { value }, { details: { ...common, items } })];
  },
};

interface Scale {
  ask: string;
  counts: readonly number[];
  mean: Mean;
}

function isAnonymous({ questionnaire }: QuestionnaireRoundBody): boolean {
  return questionnaire.answers === 'anonymous';
}

function scalesOf({ items, questionnaire }: QuestionnaireRoundBody): Map<string, Scale> {
  const scales = new Map<string, Scale>();
  for (const { id, type, ask } of questionnaire.items) {
    const counts = (items ?? []).find(({ item }) => item === id)?.counts ?? null;
    if (type === 'scale' && counts !== null) scales.set(id, { ask, counts, mean: meanOf(counts) });
  }
  return scales;
}
