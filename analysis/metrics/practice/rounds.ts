/** Rounds of questionnaires that are closed, as metrics read them. */
import type { NetworkRecords, QuestionnaireRoundBody } from '../../../data/records/index.ts';

/** In the order in which they closed. */
export function closedRounds(
  { practices }: Pick<NetworkRecords, 'practices'>,
  practice: string,
): QuestionnaireRoundBody[] {
  return (practices?.['questionnaire-round'] ?? [])
    .filter((round) => round.practice === practice && round.status === 'closed')
    .sort((a, b) => (a.closes < b.closes ? -1 : a.closes > b.closes ? 1 : a.round < b.round ? -1 : 1));
}

/** A round for examples and tests. */
export function exampleRound(more: Partial<QuestionnaireRoundBody>): QuestionnaireRoundBody {
  return {
    ...{ round: 'pulse-1', practice: 'pulse', cycle: null, by: null, status: 'closed', asked: 8, answered: 6 },
    ...{ opens: '2026-04-01T07:00:00.000Z', closes: '2026-04-15T07:00:00.000Z', groups: [], texts: [], items: null },
    questionnaire: {
      ...{ questionnaire: 'pulse', version: 1, title: 'Pulse', about: 'Two minutes.', answers: 'anonymous' },
      smallestGroup: 5,
      items: [{ id: 'speak-up', ask: 'I can say it.', type: 'scale', anchors: ['no', 'rather not', 'rather', 'yes'] }],
    },
    ...more,
  };
}
