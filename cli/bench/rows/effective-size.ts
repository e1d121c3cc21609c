/** How many contacts of a member are not one another's. */
import { faster, type Row } from '../row.ts';

export const effectiveSize: Row = {
  id: 'effective-size',
  title: 'effective size',
  about: 'igraph has no effective size: networkx takes its place.',
  network: 'groups',
  work: 'effective-size',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'networkx', goals: faster(2) }],
};
