/** The words of questionnaires: the questions themselves, so that nobody needs a terminal to know what is asked. */
import type { Questionnaire } from '../../../../data/records/index.ts';
import type { QuestionnaireNotice } from '../../../contract/practices/questionnaires.ts';
import { answerBy, type NoticeWords, type Template } from '../template.ts';

export const questionnaireTemplates: Record<QuestionnaireNotice, Template> = {
  'questionnaire-open': {
    subject: ({ networkName, questionnaire }) => `${networkName}: ${questionnaire?.title ?? 'a questionnaire'}`,
    body: asked,
  },
  'questionnaire-reminder': {
    subject: ({ networkName, questionnaire }) =>
      `${networkName}: still open: ${questionnaire?.title ?? 'a questionnaire'}`,
    body: asked,
  },
};

function asked(words: NoticeWords): string[] {
  const { questionnaire } = words;
  if (questionnaire === null) return ['This questionnaire is closed already.'];
  return [
    questionnaire.about,
    questionnaire.items.map(question).join('\n\n'),
    answerBy(words, 'answer-questionnaire', { round: words.about, ...exampleAnswer(questionnaire) }),
  ];
}

function question({ id, ask, anchors, options }: Questionnaire['items'][number]): string {
  const choices =
    anchors === undefined
      ? (options ?? []).map((option) => `  ${option.id}: ${option.text}`)
      : anchors.map((anchor, at) => `  ${at + 1}: ${anchor}`);
  return [`${id}: ${ask}`, ...choices].join('\n');
}

/** An answer of the right form, for whoever types one. */
export function exampleAnswer({ items }: Questionnaire): Record<string, unknown> {
  const value = ({ type, options, atLeast }: Questionnaire['items'][number]) => {
    if (type === 'scale') return 3;
    if (type === 'choice') return options?.[0]?.id ?? '…';
    return type === 'number' ? (atLeast ?? 0) : '…';
  };
  const own = items.filter(({ type }) => type !== 'relational');
  const relational = items.filter(({ type }) => type === 'relational');
  const answers = Object.fromEntries(own.map((item) => [item.id, value(item)]));
  const ratings = Object.fromEntries(relational.map(({ id }) => [id, 3]));
  return {
    ...(own.length === 0 ? {} : { answers }),
    ...(relational.length === 0 ? {} : { contacts: [{ to: '…', ratings }] }),
  };
}
