/** Isolated newcomers: who has nobody some weeks after joining. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';
import { newcomerOf } from './time-to-enough-ties.ts';

export const newcomersIsolated: Metric = {
  id: 'newcomers-isolated',
  family: 'practice',
  scopes: ['network'],
  title: 'Isolated newcomers',
  question: 'Who comes, and is still alone some weeks later?',
  definition:
    'Of the newcomers whose day has come (practices.newcomers.firstTiesBy, 30 days unless the charter says otherwise), the share without a tie with anybody on that day. Details: newcomers, judged, isolated, of whom a facilitator was told, with a tie by now, the 95 % interval (Wilson).',
  direction: 'Ties are not read: how many there were on the day is on the newcomer’s record.',
  normalization: '0 to 1.',
  edgeCases: `Nobody’s day has come, or fewer than ${LEAST_PEOPLE}: null.`,
  nulls: {
    interval: SHARE_OF_SEVERAL_NULL,
    isolated: 'fewer than five newcomers have been here long enough',
    escalated: 'fewer than five newcomers have been here long enough',
    foundSince: 'fewer than five newcomers have been here long enough',
  },
  cost: 'O(n) for n newcomers.',
  reference:
    'Bauer et al. 2007, doi:10.1037/0021-9010.92.3.707; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Each is a person whom nobody here is known to have met. Where surveys are rare, some are less alone than it seems: ask them before you worry.',
  example: {
    network: 'a b c d e',
    practices: { newcomer: [4, 10, 12, null, 20].map((days, at) => newcomerOf('abcde'[at]!, days)) },
    gives: 0.2,
  },
  options: [],
  needs: 'practice',
  reads: 'newcomer',
  readsTies: false,
  compute(context) {
    const newcomers = context.records.practices?.newcomer ?? [];
    const judged = newcomers.filter(({ tiesByDay }) => tiesByDay !== null);
    const isolated = judged.filter(({ tiesByDay }) => tiesByDay === 0);
    const people = new Set(judged.map(({ member }) => member));
    const nothing = 'no newcomer has been here that long yet';
    const { given, interval } = shareOfSeveral(isolated.length, judged.length, people, nothing);
    const isShown = people.size >= LEAST_PEOPLE;
    const details = {
      ...{ newcomers: newcomers.length, judged: judged.length, interval },
      isolated: isShown ? isolated.length : null,
      escalated: isShown ? judged.filter(({ escalated }) => escalated).length : null,
      foundSince: isShown ? isolated.filter(({ firstTieAt }) => firstTieAt !== null).length : null,
    };
    return [figure(context, newcomersIsolated, 'network', given, { details })];
  },
};
