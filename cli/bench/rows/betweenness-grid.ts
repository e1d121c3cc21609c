/** Betweenness on a square grid. Searches never meet, and path counts pass 2³² early. */
import { NO_SLOWER, type Row } from '../row.ts';

export const betweennessGrid: Row = {
  id: 'betweenness-grid',
  title: 'betweenness on a square grid',
  about: 'Searches never meet, and path counts pass 2³² early.',
  network: 'grid',
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
