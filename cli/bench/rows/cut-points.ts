/** Members whose leaving parts others. */
import { NO_SLOWER, type Row } from '../row.ts';

export const cutPoints: Row = {
  id: 'cut-points',
  title: 'cut-points',
  about: 'Members without whom the network falls apart further.',
  network: 'groups',
  work: 'cut-points',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
