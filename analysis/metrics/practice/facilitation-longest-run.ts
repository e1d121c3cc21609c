/** Longest run: how often in a row the same person facilitated. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { trainedOf, turnOf } from './facilitation-gini.ts';
import { LEAST_PEOPLE } from './share-of-several.ts';

export const facilitationLongestRun: Metric = {
  id: 'facilitation-longest-run',
  family: 'practice',
  scopes: ['network'],
  title: 'Longest run of one facilitator',
  question: 'Does the same person facilitate again and again?',
  definition:
    'The most turns in a row that one person held, turns in the order in which they were over, those that nobody held left out. Details: turns held, facilitators who held one.',
  direction: 'Ties are not read.',
  normalization: 'Turns, from 1.',
  edgeCases: `No turn was held: null. Fewer than ${LEAST_PEOPLE} members trained: null.`,
  cost: 'O(t·log t) for t turns.',
  reference: 'runs: Wald & Wolfowitz 1940, doi:10.1214/aoms/1177731909',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'One is the ideal where several can. A long run with a low Gini is a block of one person that others made up for.',
  example: {
    network: 'a b c d e',
    practices: {
      'facilitator-training': [...'abcde'].map(trainedOf),
      'facilitation-turn': [...'abbac'].map(turnOf),
    },
    gives: 2,
  },
  options: [],
  needs: 'practice',
  reads: 'facilitator-training',
  readsTies: false,
  compute(context) {
    const trained = context.records.practices?.['facilitator-training'] ?? [];
    const held = (context.records.practices?.['facilitation-turn'] ?? [])
      .filter(({ status }) => status === 'held')
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.turn < b.turn ? -1 : 1));
    let longest = 0;
    let run = 0;
    for (const [at, { facilitator }] of held.entries()) {
      run = at > 0 && facilitator === held[at - 1]!.facilitator ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    const details = { held: held.length, facilitators: new Set(held.map(({ facilitator }) => facilitator)).size };
    const given =
      trained.length < LEAST_PEOPLE
        ? { reason: `fewer than ${LEAST_PEOPLE} members were trained: it is shown from ${LEAST_PEOPLE} on` }
        : held.length === 0
          ? { reason: 'no turn has been held yet' }
          : { value: longest };
    return [figure(context, facilitationLongestRun, 'network', given, { details })];
  },
};
