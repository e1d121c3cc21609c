/** A notebook's question: everything about a small network, at once. */
import type { Row } from '../row.ts';

export const allMetrics: Row = {
  id: 'all-metrics',
  title: '200 members, all metrics with 10,000 permutations',
  about:
    'In a process that has measured before. Shown only: what it costs in processor time, and the first time in a fresh process.',
  network: 'groups',
  size: { members: 200, ties: 1500 },
  work: 'measure-all',
  options: { runs: 10_000, groups: 4 },
  agreement: { kind: 'same', within: 0 },
  peers: [],
  limits: [
    { quantity: 'wall time', atMost: 0.3 },
    { quantity: 'processor time', atMost: null },
    { quantity: 'wall time', atMost: null, cold: true },
  ],
};
