/** Healthy mentorships: whether those that run go well. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { countOf, exampleOf, peopleIn, runs } from './mentorships.ts';
import { LEAST_PEOPLE, SHARE_OF_SEVERAL_NULL, shareOfSeveral } from './share-of-several.ts';

export const mentorshipsHealthy: Metric = {
  id: 'mentorships-healthy',
  family: 'practice',
  scopes: ['network'],
  title: 'Healthy mentorships',
  question: 'Do the mentorships that run go well?',
  definition:
    'Of the mentorships that run, the share that is not at risk: nobody said 1 or 2 of 4 when last asked, it was not left unanswered twice in a row, and what they want to reach was written down in time. Details: running, at risk, without an agreement, answers of those asked for, the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `None runs, or fewer than ${LEAST_PEOPLE} members are in those: null. What anybody answered is not on record.`,
  nulls: { interval: SHARE_OF_SEVERAL_NULL },
  cost: 'O(m) for m mentorships.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand; interval: scipy 1.17.1 binomtest(k, n).proportion_ci(method="wilson"), 1e-9',
  laws: READS_NO_TIES,
  reading: 'Healthy is what nobody complained of. Look at how many answered: where few do, it says little.',
  example: {
    network: 'a b c d e f g h',
    practices: {
      mentorship: (['healthy', 'at-risk', 'healthy', 'healthy'] as const).map((one, at) => exampleOf(one, at)),
    },
    gives: 0.75,
  },
  options: [],
  needs: 'practice',
  reads: 'mentorship',
  readsTies: false,
  compute(context) {
    const running = (context.records.practices?.mentorship ?? []).filter(runs);
    const healthy = countOf(running, 'healthy');
    const { given, interval } = shareOfSeveral(healthy, running.length, peopleIn(running), 'no mentorship runs');
    const details = {
      ...{ running: running.length, atRisk: countOf(running, 'at-risk'), interval },
      withoutAgreement: running.filter(({ agreement }) => agreement === null).length,
      // Both are asked each time.
      pulsesAsked: running.reduce((sum, { pulses }) => sum + 2 * pulses.asked, 0),
      pulsesAnswered: running.reduce((sum, { pulses }) => sum + pulses.answered, 0),
    };
    return [figure(context, mentorshipsHealthy, 'network', given, { details })];
  },
};
