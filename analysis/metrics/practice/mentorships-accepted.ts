/** Matches accepted: whether those who are matched as mentor and mentee both agree. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { countOf, exampleOf, peopleIn } from './mentorships.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';

export const mentorshipsAccepted: Metric = {
  id: 'mentorships-accepted',
  family: 'practice',
  scopes: ['network'],
  title: 'Matches accepted',
  question: 'Do those who are matched as mentor and mentee agree to it?',
  definition:
    'Of the matches on which both have answered or time has run out, the share on which both agreed. Details: proposed, accepted, declined by either, lapsed without an answer, still open, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No match is answered, or fewer than ${LEAST_PEOPLE} members are in those: null.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(m) for m mentorships.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Low where lapsed ones are many: people were not reached, or have no time. Low where declined ones are many: the matching weighs what does not matter to them.',
  example: {
    network: 'a b c d e f g h',
    practices: {
      mentorship: (['healthy', 'declined', 'completed', 'lapsed'] as const).map((one, at) => exampleOf(one, at)),
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'mentorship',
  readsTies: false,
  compute(context) {
    const all = context.records.practices?.mentorship ?? [];
    const answered = all.filter(({ status }) => status !== 'proposed');
    const accepted = answered.filter(({ agreedAt }) => agreedAt !== null).length;
    const nothing = 'no match has been answered yet';
    const { given, interval } = shareOfSeveral(accepted, answered.length, peopleIn(answered), nothing);
    const details = {
      ...{ proposed: all.length, open: all.length - answered.length, accepted },
      ...{ declined: countOf(all, 'declined'), lapsed: countOf(all, 'lapsed'), interval },
    };
    return [figure(context, mentorshipsAccepted, 'network', given, { details })];
  },
};
