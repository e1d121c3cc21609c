/** Betweenness on Barabási–Albert. Hubs draw every search together within a few steps. */
import { NO_SLOWER, type Row } from '../row.ts';

export const betweennessBarabasiAlbert: Row = {
  id: 'betweenness-barabasi-albert',
  title: 'betweenness on Barabási–Albert',
  about: 'Hubs draw every search together within a few steps.',
  network: 'barabasi-albert',
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
