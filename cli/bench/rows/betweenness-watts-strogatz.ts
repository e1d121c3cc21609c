/** Betweenness on Watts–Strogatz. Searches meet late, and long rows of levels are small. */
import { NO_SLOWER, type Row } from '../row.ts';

export const betweennessWattsStrogatz: Row = {
  id: 'betweenness-watts-strogatz',
  title: 'betweenness on Watts–Strogatz',
  about: 'Searches meet late, and long rows of levels are small.',
  network: 'watts-strogatz',
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
