/** The options of a cell as `measure` takes them. */
import type { MeasureOptions } from '../../../analysis/measure.ts';
import type { MeasuringOptions } from './options.ts';

/** What a source has to say of every question. */
export interface Context {
  asOf: string | undefined;
  undirected: boolean | undefined;
  smallestGroup: number;
}

/** Unknown options pass through, so that they are refused and not dropped in silence. */
export function measureOptions(
  { metrics, type, wave, signal: _signal, ...rest }: MeasuringOptions,
  network: Context,
): MeasureOptions {
  return {
    ...rest,
    metrics: metrics === undefined || metrics === 'all' ? 'all' : [metrics].flat(),
    types: type === undefined ? 'all' : [type].flat(),
    wave: wave ?? 'all',
    undirected: rest.undirected ?? network.undirected ?? false,
    smallestGroup: rest.smallestGroup ?? network.smallestGroup,
    ...(network.asOf === undefined ? {} : { asOf: network.asOf }),
  };
}
