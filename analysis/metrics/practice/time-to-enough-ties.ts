/** Time to enough ties: how long a newcomer takes to find people. */
import type { NewcomerBody } from '../../../data/records/newcomer.ts';
import { type Case, medianSurvival } from '../../inference/median-survival.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { LEAST_PEOPLE } from './share-of-several.ts';

const DAY_MS = 86_400_000;

export const timeToEnoughTies: Metric = {
  id: 'time-to-enough-ties',
  family: 'practice',
  scopes: ['network'],
  title: 'Time to the k-th tie',
  question: 'How long does a newcomer take to find people?',
  definition:
    'The days after which half of the newcomers have ties with k others, by Kaplan and Meier: who has fewer counts as waited for until they were followed no longer, or until the newest instant that is known. k is what the charter calls enough (practices.newcomers.enoughTies, 3 unless it says otherwise). Details: newcomers, with enough, with at least one, with a buddy, median days to the first tie.',
  direction: 'Ties are not read: when they came about is on the newcomer’s record.',
  normalization: 'Days, from 0.',
  edgeCases: `No newcomer, or fewer than ${LEAST_PEOPLE}: null. Fewer than half with enough: null, because the median lies beyond what was seen.`,
  nulls: { daysToFirst: 'fewer than five newcomers, or fewer than half of them have a tie' },
  cost: 'O(n·log n) for n newcomers.',
  reference: 'Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Short says that newcomers are known to have met people here, not that they feel at home. Ties are known from answers and from what is done in the network; a talk in the corridor is not.',
  example: {
    network: 'a b c d e',
    practices: { newcomer: [4, 10, 12, null, 20].map((days, at) => newcomerOf('abcde'[at]!, days)) },
    gives: 12,
  },
  options: [],
  needs: 'practice',
  reads: 'newcomer',
  readsTies: false,
  compute(context) {
    const newcomers = context.records.practices?.newcomer ?? [];
    const seenUntil = newcomers
      .flatMap(({ joinedAt, enoughTiesAt, endedAt }) => [joinedAt, enoughTiesAt ?? '', endedAt ?? ''])
      .reduce((latest, instant) => (instant > latest ? instant : latest), '');
    const casesOf = (reachedAt: (one: NewcomerBody) => string | null): Case[] =>
      newcomers.map((one) => {
        const reached = reachedAt(one);
        const until = reached ?? one.endedAt ?? seenUntil;
        // A tie that was there before they joined took no time.
        return {
          time: Math.max(0, (Date.parse(until) - Date.parse(one.joinedAt)) / DAY_MS),
          cameAbout: reached !== null,
        };
      });
    const isShown = newcomers.length >= LEAST_PEOPLE;
    const details = {
      newcomers: newcomers.length,
      withEnough: newcomers.filter(({ enoughTiesAt }) => enoughTiesAt !== null).length,
      withAny: newcomers.filter(({ firstTieAt }) => firstTieAt !== null).length,
      withBuddy: newcomers.filter(({ buddy }) => buddy !== null).length,
      daysToFirst: isShown ? medianSurvival(casesOf(({ firstTieAt }) => firstTieAt)) : null,
    };
    const median = isShown ? medianSurvival(casesOf(({ enoughTiesAt }) => enoughTiesAt)) : null;
    const given =
      newcomers.length === 0
        ? { reason: 'nobody has joined since the network began to learn' }
        : !isShown
          ? { reason: `fewer than ${LEAST_PEOPLE} newcomers: it is shown from ${LEAST_PEOPLE} on` }
          : median === null
            ? { reason: 'fewer than half of the newcomers have that many ties' }
            : { value: median };
    return [figure(context, timeToEnoughTies, 'network', given, { details })];
  },
};

/** A newcomer of an example, who had enough ties after so many days; null: none at all in ninety. */
export function newcomerOf(member: string, days: number | null): NewcomerBody {
  const joined = Date.UTC(2026, 2, 2, 9);
  const at = days === null ? null : new Date(joined + days * DAY_MS).toISOString();
  return {
    ...{
      newcomer: `newcomer-${member}`,
      member,
      joinedAt: new Date(joined).toISOString(),
      buddy: null,
      buddiesAsked: 1,
    },
    ...{ metBuddyAt: null, firstTieAt: at, enoughTiesAt: at, tiesByDay: days === null || days > 30 ? 0 : 3 },
    ...{ escalated: days === null, status: days === null ? ('ended' as const) : ('settled' as const) },
    endedAt: new Date(joined + 90 * DAY_MS).toISOString(),
  };
}
