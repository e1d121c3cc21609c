/** What somebody waits for who asks one question of a small network. */
import { faster, type Row } from '../row.ts';

export const firstBetweenness: Row = {
  id: 'first-betweenness',
  title: '200 members and 1,500 ties, first betweenness in a fresh process',
  about:
    'Each repetition is a process of its own; its modules are loaded and its graph is built; the first call counts, with whatever it compiles.',
  network: 'groups',
  size: { members: 200, ties: 1500 },
  work: 'betweenness',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  fresh: true,
  peers: [
    { tool: 'graphology', goals: faster(4) },
    { tool: 'igraph', goals: [] },
  ],
};
