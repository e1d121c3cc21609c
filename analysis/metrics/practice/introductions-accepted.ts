/** Introductions accepted: whether those who are asked want to meet. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { exampleIntroductions, introductionShare, introductionsOf } from './introductions.ts';

export const introductionsAccepted: Metric = {
  id: 'introductions-accepted',
  family: 'practice',
  scopes: ['network'],
  title: 'Introductions accepted',
  question: 'When two members are asked whether they want to meet, do both say yes?',
  definition:
    'Of the introductions that were answered, or lapsed without an answer, the share to which both members agreed. Details: how many, of how many people, and the 95 % interval (Wilson).',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases:
    'None is settled, or those that are concern fewer than five members: null. Who is still asked is not in it.',
  cost: 'O(i) for i introductions.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low: the pairs are not those who would gain, or people are asked too often. It says nothing of what came of it.',
  example: {
    network: 'a b c',
    practices: { introduction: exampleIntroductions(['met', 'refused', 'agreed', 'asked']) },
    gives: 2 / 3,
  },
  options: [],
  needs: 'practice',
  reads: 'introduction',
  readsTies: false,
  compute(context) {
    const all = introductionsOf(context).filter(({ status }) => status !== 'asked');
    // One on which nobody said whether they met has both consents: it lapsed later.
    const those = all.filter(({ status, consented }) => AGREED.has(status) || consented.length === 2);
    return introductionShare(context, introductionsAccepted, { all, those, none: 'no introduction is settled yet' });
  },
};

const AGREED: ReadonlySet<string> = new Set(['agreed', 'met', 'not-met']);
