/** Who lies how deep in the dense part. */
import { NO_SLOWER, type Row } from '../row.ts';

export const kCore: Row = {
  id: 'k-core',
  title: 'k-core',
  about: 'Core numbers of every member.',
  network: 'groups',
  work: 'k-core',
  options: {},
  agreement: { kind: 'same', within: 0 },
  peers: [{ tool: 'igraph', goals: NO_SLOWER }],
};
