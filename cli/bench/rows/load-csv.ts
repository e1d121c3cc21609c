/** From a file to what metrics are computed on. */
import { NO_SLOWER, type Row } from '../row.ts';

export const loadCsv: Row = {
  id: 'load-csv',
  title: 'a file → compact adjacency',
  about:
    'A folder with edges.csv, read with all checks, to the integer adjacency. igraph reads the same ties as an edge list: by numbers (read-edges), or by names, as ours are (read-named).',
  network: 'groups',
  work: 'load-csv',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [
    { tool: 'igraph', work: 'read-named', goals: NO_SLOWER },
    { tool: 'igraph', work: 'read-edges', goals: NO_SLOWER },
  ],
};
