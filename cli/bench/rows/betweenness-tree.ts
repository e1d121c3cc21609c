/** Betweenness on a random tree. One way between any two, and many levels with few members. */
import { NO_SLOWER, type Row } from '../row.ts';

export const betweennessTree: Row = {
  id: 'betweenness-tree',
  title: 'betweenness on a random tree',
  about: 'One way between any two, and many levels with few members.',
  network: 'tree',
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
