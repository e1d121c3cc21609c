/** Into which circles the network falls. */
import { NO_SLOWER, type Row } from '../row.ts';

export const louvain: Row = {
  id: 'louvain',
  title: 'communities by Louvain',
  about: 'One run each. Divisions differ by chance: ours has to be about as good.',
  network: 'groups',
  work: 'louvain',
  options: {},
  agreement: { kind: 'as good', within: 0.01 },
  peers: [
    { tool: 'igraph', goals: NO_SLOWER },
    { tool: 'graphology', goals: [] },
  ],
};
