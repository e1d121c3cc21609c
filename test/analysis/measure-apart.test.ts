import { describe, expect, it } from 'vitest';
import { measure } from '../../analysis/index.ts';
import { createRandom } from '../../analysis/inference/random.ts';
import { measureApart } from '../../analysis/measure-apart.ts';
import { MeasureError } from '../../analysis/measure-error.ts';
import { fromTies, tie } from './metrics/small-networks.ts';

/** Large enough that betweenness falls into many shards and takes a while. */
function meshed(members: number, ties: number) {
  const random = createRandom(1, 'apart');
  const ids = Array.from({ length: members }, (_, v) => `m${v}`);
  const named = Array.from({ length: ties }, () => [random.below(members), random.below(members)] as const);
  return fromTies(
    ids,
    named.filter(([from, to]) => from !== to).map(([from, to]) => tie(ids[from]!, ids[to]!)),
  );
}

describe('law: measuring apart gives the same bytes, says how far it is, and stops when told', () => {
  it('the same measurement, with progress, while this thread stays free', async () => {
    const records = meshed(800, 6000);
    const options = { metrics: ['betweenness', 'harmonic-in', 'density'] };
    const shards: string[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const apart = await measureApart(records, options, {
      threads: 2,
      onProgress: ({ kernel, shardsDone, shards: all }) => shards.push(`${kernel} ${shardsDone}/${all}`),
    });
    clearInterval(timer);
    expect(JSON.stringify(apart)).toBe(JSON.stringify(measure(records, options)));
    expect(shards.some((word) => word.startsWith('betweennessBatch '))).toBe(true);
    expect(turns).toBeGreaterThan(0);
  });

  it('a refusal is the same refusal', async () => {
    const refused = measureApart(meshed(5, 8), { metrics: ['betweeness'] });
    await expect(refused).rejects.toThrow(MeasureError);
    await expect(refused).rejects.toThrow('betweenness');
  });

  it('an aborted signal ends it, with the signal’s reason', async () => {
    const stop = new AbortController();
    const measured = measureApart(
      meshed(6000, 60_000),
      { metrics: ['betweenness'] },
      {
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('enough')),
      },
    );
    await expect(measured).rejects.toThrow('enough');
    await expect(measureApart(meshed(5, 8), {}, { signal: stop.signal })).rejects.toThrow('enough');
  });
});
