/** Independent cascades: how far a practice goes that passes over each tie with the same chance. */
import { BUILDS_OF_C, faster, inC, type Row, SHOWN } from '../row.ts';

export const cascade: Row = {
  id: 'cascade',
  title: 'independent cascade, 1,000 runs',
  about: `Ten seeds; a tie passes the practice on with a chance of one in ten, as is cynetdiff’s default. The loop over a graphology graph does one run in ten, and its time is multiplied. ${BUILDS_OF_C}`,
  network: 'groups',
  work: 'cascade',
  options: { runs: 1000, seeds: 10, rate: 0.1 },
  agreement: { kind: 'by chance' },
  peers: [
    { tool: 'cynetdiff', goals: faster(3) },
    { tool: 'graphology', goals: faster(100), options: { runs: 100 }, share: 10 },
    ...inC(SHOWN),
  ],
};
