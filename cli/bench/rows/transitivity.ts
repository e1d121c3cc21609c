/** Whether the contacts of contacts are contacts. */
import { NO_SLOWER, type Row } from '../row.ts';

export const transitivity: Row = {
  id: 'transitivity',
  title: 'transitivity',
  about: 'Triangles over triples.',
  network: 'groups',
  work: 'transitivity',
  options: {},
  agreement: { kind: 'same', within: 1e-9 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
