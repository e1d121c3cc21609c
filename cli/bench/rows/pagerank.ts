/** To whom questions come in the end. */
import { NO_SLOWER, type Row } from '../row.ts';

export const pageRank: Row = {
  id: 'pagerank',
  title: 'PageRank',
  about: 'Damping 0.85. igraph solves by PRPACK.',
  network: 'groups',
  work: 'pagerank',
  options: {},
  agreement: { kind: 'same', within: 1e-7 },
  peers: [
    { tool: 'igraph', goals: NO_SLOWER },
    { tool: 'networkit', goals: [] },
    { tool: 'graphology', goals: [] },
  ],
};
