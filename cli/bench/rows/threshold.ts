/** Linear thresholds: how far a practice goes when people wait until enough of their contacts have it. */
import { BUILDS_OF_C, faster, inC, type Row, SHOWN } from '../row.ts';

export const threshold: Row = {
  id: 'threshold',
  title: 'linear threshold, 1,000 runs',
  about: `Ten seeds; thresholds drawn evenly in each run, all contacts of a member weigh the same. The loop over a graphology graph goes round as the definition reads; threshold-countdown is one that counts down what each still needs. Both do a share of the runs, and their time is multiplied. ${BUILDS_OF_C}`,
  network: 'groups',
  work: 'threshold',
  options: { runs: 1000, seeds: 10 },
  agreement: { kind: 'by chance' },
  peers: [
    { tool: 'cynetdiff', goals: faster(5) },
    { tool: 'graphology', goals: faster(100), options: { runs: 10 }, share: 100 },
    { tool: 'graphology', work: 'threshold-countdown', goals: [], options: { runs: 100 }, share: 10 },
    ...inC(SHOWN),
  ],
};
