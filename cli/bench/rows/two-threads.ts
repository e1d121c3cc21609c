/** Whatever is per source or per run is shared by threads: two have to take little more than half the time of one. */
import { GROUPS, type NetworkName } from '../networks.ts';
import type { Options, Row } from '../row.ts';

/**
 * Enough of each that it takes a tenth of a second or more: less is not worth a thread, and Weft starts none. Reach is
 * quickest of all, so its network is larger: 16,000 members, whose bits just fit into the cache that each processor has to
 * itself. Beyond that both threads wait for the memory that they share, in C as in WebAssembly.
 */
const WORKS: readonly { work: string; network?: NetworkName; options?: Options; larger?: number }[] = [
  { work: 'betweenness' },
  { work: 'reach', larger: 3.2 },
  { work: 'weighted-betweenness', network: 'groups-with-lengths' },
  { work: 'label-permutations', options: { runs: 50_000, groups: GROUPS } },
  { work: 'cascade', options: { runs: 5000, seeds: 10, rate: 0.1 } },
  { work: 'threshold', options: { runs: 10_000, seeds: 10 } },
];

export const twoThreads: readonly Row[] = WORKS.map(({ work, network = 'groups', options = {}, larger = 1 }) => ({
  id: `two-threads-${work}`,
  title: `two threads at ${work.replace('-', ' ')}`,
  about:
    'Wall time on a warm pool, with enough work for threads to be worth it. Means nothing on a machine whose processors are busy with something else.',
  network,
  larger,
  work,
  options: { ...options, threads: 2 },
  agreement: { kind: 'same', within: 0 },
  peers: [{ tool: 'weft', options: { threads: 1 }, goals: [{ quantity: 'wall time', atLeast: 1.8 }] }],
}));
