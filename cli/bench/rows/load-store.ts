/** From the record store to what metrics are computed on. */
import { NO_SLOWER, type Row } from '../row.ts';

export const loadStore: Row = {
  id: 'load-store',
  title: 'the store → compact adjacency',
  about:
    'SQLite in a file, what holds by now, as every measurement but the first reads it; the first, which reads the facts and keeps them packed, is shown. igraph reads the same ties from an edge list.',
  network: 'groups',
  work: 'load-store',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [
    { tool: 'igraph', work: 'read-named', goals: NO_SLOWER },
    { tool: 'igraph', work: 'read-edges', goals: NO_SLOWER },
  ],
  limits: [{ quantity: 'processor time', atMost: null, cold: true }],
};
