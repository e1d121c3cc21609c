/** How much a member's contacts are bound up with each other. */
import { faster, type Row } from '../row.ts';

export const constraint: Row = {
  id: 'constraint',
  title: 'constraint',
  about: 'Burt’s constraint of every member, ties counted alike.',
  network: 'groups',
  work: 'constraint',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [
    { tool: 'igraph', goals: faster(2) },
    { tool: 'networkx', goals: [] },
  ],
};
