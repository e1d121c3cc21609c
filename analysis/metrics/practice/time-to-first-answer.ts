/** Time to first answer: how long who asks for help waits for a peer. */
import { type Case, medianSurvival } from '../../inference/median-survival.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const DAY_MS = 86_400_000;

export const timeToFirstAnswer: Metric = {
  id: 'time-to-first-answer',
  family: 'practice',
  scopes: ['network'],
  title: 'Time to the first answer',
  question: 'How long does a member who asks for help wait for a peer?',
  definition:
    'The days after which half of the requests for help have a first answer, by Kaplan and Meier: a request without one counts as waited for until it ended, or until the newest request or answer that is known.',
  direction: 'Ties are not read.',
  normalization: 'Days, from 0. Details: requests, answered, unanswered, escalated.',
  edgeCases: 'No request: null. More than half without an answer: null, because the median lies beyond what was seen.',
  cost: 'O(r log r) for r requests.',
  reference: 'Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452',
  oracle: 'worked by hand; scipy 1.17.1 ecdf(CensoredData(…)).sf, the same median',
  laws: READS_NO_TIES,
  reading:
    'Short says that peers answer, not that the answer helped (requests-resolved), nor that everybody dares to ask: look at how many members ever did.',
  example: {
    network: 'a b c',
    practices: {
      'support-request': [
        request('1', '2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z'),
        request('2', '2026-03-01T09:00:00.000Z', '2026-03-04T09:00:00.000Z'),
        request('3', '2026-03-01T09:00:00.000Z', null),
      ],
    },
    gives: 3,
  },
  options: [],
  needs: 'practice',
  reads: 'support-request',
  readsTies: false,
  compute(context) {
    const requests = context.records.practices?.['support-request'] ?? [];
    const seenUntil = requests
      .flatMap(({ askedAt, firstAnswerAt, endedAt }) => [askedAt, firstAnswerAt ?? '', endedAt ?? ''])
      .reduce((latest, instant) => (instant > latest ? instant : latest), '');
    const cases = requests.map(({ askedAt, firstAnswerAt, endedAt }): Case => {
      const until = firstAnswerAt ?? endedAt ?? seenUntil;
      return { time: (Date.parse(until) - Date.parse(askedAt)) / DAY_MS, cameAbout: firstAnswerAt !== null };
    });
    const answered = cases.filter(({ cameAbout }) => cameAbout).length;
    const details = {
      requests: requests.length,
      answered,
      unanswered: requests.length - answered,
      escalated: requests.filter(({ escalated }) => escalated).length,
    };
    const median = medianSurvival(cases);
    const given = median === null ? { reason: 'fewer than half of the requests have an answer' } : { value: median };
    return [figure(context, timeToFirstAnswer, 'network', given, { details })];
  },
};

function request(name: string, askedAt: string, firstAnswerAt: string | null) {
  return {
    ...{ request: `request-${name}`, askedBy: 'a', text: null, askedAt, asked: ['b'], escalated: false },
    ...{ status: firstAnswerAt === null ? ('open' as const) : ('answered' as const) },
    ...{ answeredBy: firstAnswerAt === null ? [] : ['b'], firstAnswerAt, endedAt: null },
  };
}
