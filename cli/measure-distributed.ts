/** A measurement on all workers of the running Weft: progress where somebody watches, Ctrl-C calls it off. */
import type { Measurement, MeasureOptions } from '../analysis/index.ts';
import type { Instant, MeasurableRecords } from '../data/records/index.ts';
import type { MeasuringProgress, Networks } from '../workflows/host/client.ts';
import { progress } from './output.ts';
import { untilAsked } from './stopping.ts';

/** @throws NotRunning, RefusedError, MeasureError */
export async function measureDistributed(
  networks: Networks,
  source: { network: string; asOf?: Instant } | { records: MeasurableRecords },
  options: MeasureOptions,
): Promise<Measurement> {
  const stopping = untilAsked();
  const calledOff = new AbortController();
  stopping.asked.then(() => calledOff.abort());
  try {
    const answer = await networks.measure(source, options, { onProgress: saying(), signal: calledOff.signal });
    if ('measurement' in answer) return answer.measurement;
    const { MeasureError } = await import('../analysis/measure-error.ts');
    throw new MeasureError(answer.refused);
  } finally {
    stopping.done();
  }
}

/** Says what is new. */
function saying(): (progress: MeasuringProgress) => void {
  let said = '';
  return ({ shardsDone, shards }) => {
    const words = shards === 0 ? 'planning' : `${shardsDone} of ${shards} shards`;
    if (words !== said) progress(words);
    said = words;
  };
}
