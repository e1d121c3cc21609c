/** Who is tied to those who are tied to many. */
import { NO_SLOWER, type Row } from '../row.ts';

export const eigenvector: Row = {
  id: 'eigenvector',
  title: 'eigenvector centrality',
  about: 'Scaled to a highest value of 1. igraph solves by ARPACK.',
  network: 'groups',
  work: 'eigenvector',
  options: {},
  agreement: { kind: 'same', within: 1e-6 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
