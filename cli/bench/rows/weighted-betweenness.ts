/** Betweenness where ties have lengths: whole numbers, so that every tool sees the same ways as equally long. */
import { faster, NO_SLOWER, type Row } from '../row.ts';

export const weightedBetweenness: Row = {
  id: 'weighted-betweenness',
  title: 'weighted betweenness',
  about: 'Lengths are whole numbers from 1 to 10.',
  network: 'groups-with-lengths',
  work: 'weighted-betweenness',
  options: { lengths: 'yes' },
  agreement: { kind: 'same', within: 1e-9 },
  peers: [
    { tool: 'graphology', work: 'betweenness', goals: faster(2) },
    { tool: 'igraph', goals: NO_SLOWER },
  ],
};
