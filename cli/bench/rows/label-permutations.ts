/** The test of silos: labels shuffled over members, ties counted anew. */
import { GROUPS } from '../networks.ts';
import { BUILDS_OF_C, faster, inC, type Row, within } from '../row.ts';

export const labelPermutations: Row = {
  id: 'label-permutations',
  title: 'E-I with 10,000 permutations',
  about: `The loop over a graphology graph does one permutation in twenty, and its time is multiplied. ${BUILDS_OF_C}`,
  network: 'groups',
  work: 'label-permutations',
  options: { runs: 10_000, groups: GROUPS },
  agreement: { kind: 'by chance' },
  peers: [{ tool: 'graphology', goals: faster(100), options: { runs: 500 }, share: 20 }, ...inC(within(1.5))],
};
