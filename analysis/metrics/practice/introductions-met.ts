/** Introductions that led to a meeting. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { exampleIntroductions, introductionShare, introductionsOf } from './introductions.ts';

export const introductionsMet: Metric = {
  id: 'introductions-met',
  family: 'practice',
  scopes: ['network'],
  title: 'Introductions that met',
  question: 'Do those who agreed to meet, meet?',
  definition:
    'Of the introductions to which both agreed and whose time is over, the share in which both met: one said so and the other did not deny it. Details: how many, of how many people, the 95 % interval (Wilson), and how many have still time.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'None is over, or those that are concern fewer than five members: null.',
  cost: 'O(i) for i introductions.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading: 'Low though many agree: people want to and do not get round to it. A date that is set for them helps.',
  example: {
    network: 'a b c',
    practices: { introduction: exampleIntroductions(['met', 'not-met', 'met', 'agreed', 'refused']) },
    gives: 2 / 3,
  },
  options: [],
  needs: 'practice',
  reads: 'introduction',
  readsTies: false,
  compute(context) {
    const agreed = introductionsOf(context).filter(
      ({ status, consented }) => status === 'met' || status === 'not-met' || consented.length === 2,
    );
    const all = agreed.filter(({ status }) => status !== 'agreed');
    return introductionShare(
      context,
      introductionsMet,
      {
        all,
        those: all.filter(({ status }) => status === 'met'),
        none: 'no introduction to which both agreed is over yet',
      },
      { stillOpen: agreed.length - all.length },
    );
  },
};
