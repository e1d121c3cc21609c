/** Mentorships across organisations: whether they cross the boundaries that they are for. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { exampleOf, peopleIn } from './mentorships.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';

export const mentorshipsAcross: Metric = {
  id: 'mentorships-across',
  family: 'practice',
  scopes: ['network'],
  title: 'Mentorships across organisations',
  question: 'Do mentorships cross the boundaries between organisations?',
  definition:
    'Of the mentorships that both agreed to and whose organisations were on record when they were matched, the share between two organisations. Details: across, within, not known, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `None with both organisations on record, or fewer than ${LEAST_PEOPLE} members in those: null.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(m) for m mentorships.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'Low: the skills that are sought are offered at home, or the charter weighs distance too little. Within one organisation people find each other without a network.',
  example: {
    network: 'a b c d e f g h',
    practices: { mentorship: [true, true, false, true].map((across, at) => exampleOf('healthy', at, across)) },
    gives: 0.75,
  },
  options: [],
  needs: 'practice',
  reads: 'mentorship',
  readsTies: false,
  compute(context) {
    const agreed = (context.records.practices?.mentorship ?? []).filter(({ agreedAt }) => agreedAt !== null);
    const known = agreed.filter(({ across }) => across !== null);
    const across = known.filter((one) => one.across).length;
    const nothing = 'no mentorship whose organisations are on record';
    const { given, interval } = shareOfSeveral(across, known.length, peopleIn(known), nothing);
    const details = { across, within: known.length - across, unknown: agreed.length - known.length, interval };
    return [figure(context, mentorshipsAcross, 'network', given, { details })];
  },
};
