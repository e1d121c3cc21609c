/** Who can reach whom at all. */
import { NO_SLOWER, type Row } from '../row.ts';

export const components: Row = {
  id: 'components',
  title: 'components',
  about:
    'Weak components. igraph remembers whether a graph is connected; that memory is taken from it before each call.',
  network: 'groups',
  work: 'components',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
