/** The heaviest measure of all: who lies on the shortest ways between others. */
import { BUILDS_OF_C, faster, inC, type Row, within } from '../row.ts';

export const betweenness: Row = {
  id: 'betweenness',
  title: 'betweenness, exact',
  about: `Betweenness of every member. networkx does one source in fifty, and its time is multiplied; its figures are checked on a small network. ${BUILDS_OF_C}`,
  network: 'groups',
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [
    { tool: 'igraph', goals: faster(7) },
    { tool: 'networkit', goals: faster(18) },
    { tool: 'graphology', goals: faster(9) },
    { tool: 'networkx', goals: faster(300), share: 50, checkedSmall: true },
    ...inC(within(1.3)),
  ],
};
