/** The options of a cell as the gallery takes them. */
import type { ChartOptions } from '../../analysis/charts/gallery/entry.ts';
import type { ChartingOptions } from './chart.ts';
import type { Context } from './measuring/measure-options.ts';
import { simulateOptions } from './simulating/simulate-options.ts';

/** What is not known passes through, so that the chart refuses it. */
export function chartOptions(
  { type, introduce, addTies, remove, seeds, model, signal: _signal, ...rest }: ChartingOptions,
  network: Context,
): ChartOptions {
  const simulated = simulateOptions({ introduce, addTies, remove, seeds, model, groupBy: rest.groupBy }, network);
  return {
    ...rest,
    ...(type === undefined ? {} : { types: [type].flat() }),
    ...(introduce === undefined ? {} : { introduce: simulated.introduce }),
    ...(addTies === undefined && !Array.isArray(introduce) ? {} : { addTies: simulated.addTies }),
    ...(remove === undefined ? {} : { remove }),
    ...(seeds === undefined ? {} : { seeds: simulated.seeds }),
    ...(model === undefined ? {} : { model: simulated.model }),
    ...(network.asOf === undefined ? {} : { asOf: network.asOf }),
    undirected: rest.undirected ?? network.undirected ?? false,
    smallestGroup: rest.smallestGroup ?? network.smallestGroup,
  };
}
