/** Everything that is a sum over distances, in one pass. */
import { BUILDS_OF_C, faster, inC, type Row, within } from '../row.ts';

export const reach: Row = {
  id: 'reach',
  title: 'harmonic closeness, path length, diameter, efficiency, exact, in one pass',
  about: `igraph and NetworKit are timed at harmonic closeness alone; graphology-metrics at closeness, which is the same search. igraph reach-all: the three calls that give all four figures. ${BUILDS_OF_C}`,
  network: 'groups',
  work: 'reach',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [
    { tool: 'igraph', goals: faster(100) },
    { tool: 'igraph', work: 'reach-all', goals: [] },
    { tool: 'networkit', goals: [] },
    { tool: 'graphology', goals: faster(200) },
    ...inC(within(1.3)),
  ],
};
