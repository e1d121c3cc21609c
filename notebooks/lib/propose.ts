/** `propose(network, …)`: the same as `network.propose(…)`, for whoever looks for the verb first. */
import type { ProposeOptions } from './acting/propose-options.ts';
import type { Network } from './network.ts';
import type { Table } from './table/table.ts';

/**
 * Files proposals into the running lifecycle, for a person to decide.
 * @example await propose(network, { introduce: ['p07', 'p41'], because: 'Both work on intake' })
 */
export function propose(network: Network, options: ProposeOptions): Promise<Table> {
  return network.propose(options);
}
