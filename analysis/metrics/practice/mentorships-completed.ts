/** Mentorships completed: whether they come to what they were begun for. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { countOf, exampleOf, peopleIn } from './mentorships.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';

export const mentorshipsCompleted: Metric = {
  id: 'mentorships-completed',
  family: 'practice',
  scopes: ['network'],
  title: 'Mentorships completed',
  question: 'Do mentorships come to what they were begun for?',
  definition:
    'Of the mentorships that both agreed to and that have ended, the share that one of the two called completed. Details: ended, completed, stopped, matched anew, ended because one left, ended without a word, milestones reached of those set, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `None has ended, or fewer than ${LEAST_PEOPLE} members were in those: null.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(m) for m mentorships.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading:
    'It is what the two say of themselves. A stop is no failure where it came early and both were matched anew: look at those, and at how many end without a word.',
  example: {
    network: 'a b c d e f g h',
    practices: {
      mentorship: (['completed', 'stopped', 'rematch', 'healthy'] as const).map((one, at) => exampleOf(one, at)),
    },
    gives: 1 / 3,
  },
  options: [],
  needs: 'practice',
  reads: 'mentorship',
  readsTies: false,
  compute(context) {
    const all = context.records.practices?.mentorship ?? [];
    const ended = all.filter(({ agreedAt, endedAt }) => agreedAt !== null && endedAt !== null);
    const completed = countOf(ended, 'completed');
    const nothing = 'no mentorship has ended yet';
    const { given, interval } = shareOfSeveral(completed, ended.length, peopleIn(ended), nothing);
    const milestones = all.flatMap(({ agreement }) => agreement?.milestones ?? []);
    const details = {
      ...{ ended: ended.length, completed, stopped: countOf(ended, 'stopped'), rematched: countOf(ended, 'rematch') },
      ...{ left: countOf(ended, 'left'), unsaid: countOf(ended, 'unsaid'), milestones: milestones.length },
      milestonesReached: milestones.filter(({ reachedAt }) => reachedAt !== null).length,
      interval,
    };
    return [figure(context, mentorshipsCompleted, 'network', given, { details })];
  },
};
