/** Knowledge checks: how many answers are right, of all who took part together. */
import type { QuestionnaireRoundBody } from '../../../data/records/index.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { closedRounds, exampleRound } from './rounds.ts';

export const knowledgeRight: Metric = {
  id: 'knowledge-right',
  family: 'practice',
  scopes: ['network'],
  title: 'Right answers in knowledge checks',
  question: 'What do those who check their knowledge know already?',
  definition:
    'Of all answers to the newest knowledge check that is closed and may be shown, the share that was right. Details, by question: answers, right ones, the share and its 95 % interval (Wilson); how many took part.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No check is closed, or fewer than five took part in each: null.',
  cost: 'O(r) for r rounds.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Only who wants to takes part, so it says nothing of the others. A question that most get wrong is one to work on together. Nobody’s own result is anywhere.',
  example: {
    network: 'a b c d e',
    practices: { 'questionnaire-round': [check([{ item: 'silence', n: 5, counts: [1, 4] }])] },
    gives: 0.8,
  },
  options: [],
  needs: 'practice',
  reads: 'questionnaire-round',
  readsTies: false,
  compute(context) {
    const newest = closedRounds(context.records, 'knowledge-checks').findLast(({ items }) => items !== null);
    const items = newest === undefined ? [] : rightOf(newest);
    if (newest === undefined || items.length === 0) {
      const reason = 'no knowledge check in which at least five took part is closed yet';
      return [figure(context, knowledgeRight, 'network', { reason })];
    }
    const n = items.reduce((sum, item) => sum + item.n, 0);
    const right = items.reduce((sum, item) => sum + item.right, 0);
    const details = { round: newest.round, asked: newest.asked, tookPart: newest.answered, items };
    return [figure(context, knowledgeRight, 'network', { value: right / n }, { details })];
  },
};

function rightOf({ questionnaire, items }: QuestionnaireRoundBody) {
  return questionnaire.items.flatMap(({ id, ask, options, right: rightOption }) => {
    const counts = items?.find(({ item }) => item === id)?.counts ?? null;
    const at = (options ?? []).findIndex((option) => option.id === rightOption);
    if (counts === null || at < 0) return [];
    const n = counts.reduce((sum, count) => sum + count, 0);
    const right = counts[at] as number;
    return [{ item: id, ask, n, right, share: right / n, interval: wilsonInterval(right, n) }];
  });
}

function check(items: QuestionnaireRoundBody['items']): QuestionnaireRoundBody {
  const silence = {
    ...{ id: 'silence', ask: 'What is known?', type: 'choice' as const, right: 'unknown' },
    options: [
      { id: 'none', text: 'They have none.' },
      { id: 'unknown', text: 'Nothing.' },
    ],
  };
  const round = exampleRound({ round: 'knowledge-check-1', practice: 'knowledge-checks', answered: 5, items });
  return { ...round, questionnaire: { ...round.questionnaire, items: [silence] } };
}
