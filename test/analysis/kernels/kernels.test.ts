import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweennessByPairs, betweennessJob } from '../../../analysis/graph/betweenness.ts';
import { type CompactGraph, fromArcs, unionOf } from '../../../analysis/graph/compact.ts';
import { type DistanceSums, distanceSums } from '../../../analysis/graph/distances.ts';
import { labelPermutationsJob, tiesWithinShuffled } from '../../../analysis/inference/label-permutations.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { Cancelled, createExecute, executeHere } from '../../../analysis/kernels/execute.ts';
import { type Job, shardsOf } from '../../../analysis/kernels/job.ts';
import { betweennessByPairs as plainBetweenness } from './twins/brandes.ts';
import { distanceSums as plainDistances } from './twins/distances.ts';

interface Drawn {
  members: number;
  arcs: [number, number][];
  undirected: boolean;
}

/** Networks of up to 40 members, sparse to dense, so that searches push, pull, meet and break off. */
const networks: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 40 }).chain((members) =>
  fc.record({
    members: fc.constant(members),
    arcs: fc.array(fc.tuple(fc.nat(members - 1), fc.nat(members - 1)), { maxLength: 4 * members }),
    undirected: fc.boolean(),
  }),
);

function graphOf({ members, arcs, undirected }: Drawn): CompactGraph {
  const distinct = [...new Set(arcs.filter(([v, w]) => v !== w).map(([v, w]) => v * members + w))];
  const graph = fromArcs(
    Array.from({ length: members }, (_, v) => `m${v}`),
    {
      from: distinct.map((arc) => Math.floor(arc / members)),
      to: distinct.map((arc) => arc % members),
      strength: distinct.map((arc) => 1 + (arc % 3)),
    },
  );
  return undirected ? unionOf(graph) : graph;
}

/** A path, a grid of two rows and a ring with chords, large enough for several batches of sources. */
function large(members: number, chords: number): CompactGraph {
  const random = createRandom(3, 'kernels');
  const arcs: [number, number][] = Array.from({ length: members - 1 }, (_, v) => [v, v + 1]);
  for (let at = 0; at < chords; at++) arcs.push([random.below(members), random.below(members)]);
  return graphOf({ members, arcs, undirected: true });
}

function expectClose(ours: Float64Array, twin: Float64Array): void {
  expect(ours.length).toBe(twin.length);
  for (const [v, value] of twin.entries()) {
    expect(Math.abs(ours[v]! - value)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(value)));
  }
}

function expectSameDistances(ours: DistanceSums, twin: DistanceSums): void {
  expect(ours.reached).toEqual(twin.reached);
  expectClose(ours.total, twin.total);
  expectClose(ours.harmonic, twin.harmonic);
  expect(ours.longest).toBeCloseTo(twin.longest, 11);
}

const lengthsOf = (graph: CompactGraph, side: 'out' | 'in'): Float64Array =>
  graph[side].strengths.map((strength) => 1 / strength);

describe('law: a kernel gives what its plain twin gives', () => {
  it('betweenness in batches, one by one, and with lengths', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const graph = graphOf(drawn);
        const twin = plainBetweenness(graph.n, graph.out);
        for (const kernel of ['betweennessBatch', 'betweennessSingle'] as const) {
          const job = betweennessJob(graph, { kernel });
          expect(job.kernel).toBe(kernel);
          expectClose(total(executeHere(job), graph.n), twin);
        }
        const lengths = lengthsOf(graph, 'out');
        expectClose(betweennessByPairs(graph, executeHere, lengths), plainBetweenness(graph.n, graph.out, lengths));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('chooses the kernel by the network, with the same figures', () => {
    const path = large(700, 0);
    const meshed = large(700, 3000);
    expect(betweennessJob(path).kernel).toBe('betweennessSingle');
    expect(betweennessJob(meshed).kernel).toBe('betweennessBatch');
    for (const graph of [path, meshed]) {
      expectClose(betweennessByPairs(graph, executeHere), plainBetweenness(graph.n, graph.out));
    }
  });

  it('more shortest ways than float32 counts exactly: a layer of three after another, 3²⁰ ways and more', () => {
    const layers = 24;
    const arcs = Array.from({ length: 9 * (layers - 1) }, (_, at): [number, number] => {
      const layer = Math.floor(at / 9);
      return [3 * layer + Math.floor((at % 9) / 3), 3 * layer + 3 + (at % 3)];
    });
    for (const undirected of [true, false]) {
      const graph = graphOf({ members: 3 * layers, arcs, undirected });
      const job = betweennessJob(graph, { kernel: 'betweennessBatch' });
      // Twice: what a batch leaves behind must not be found by the next.
      for (let round = 0; round < 2; round++) {
        expectClose(total(executeHere(job), graph.n), plainBetweenness(graph.n, graph.out));
      }
    }
  });

  it('distances in steps and in lengths, looking out and in', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const graph = graphOf(drawn);
        for (const side of ['out', 'in'] as const) {
          expectSameDistances(distanceSums(graph, side, executeHere), plainDistances(graph.n, graph[side]));
          const lengths = lengthsOf(graph, side);
          expectSameDistances(
            distanceSums(graph, side, executeHere, lengths),
            plainDistances(graph.n, graph[side], lengths),
          );
        }
      }),
      { numRuns: 200, seed: 5 },
    );
    for (const graph of [large(1300, 0), large(1300, 4000)]) {
      expectSameDistances(distanceSums(graph, 'out', executeHere), plainDistances(graph.n, graph.out));
    }
  });

  it('shuffled labels: run by run the ties within that shuffling by the same stream leaves', () => {
    fc.assert(
      fc.property(
        networks,
        fc.integer({ min: 1, max: 300 }),
        fc.nat(40),
        fc.boolean(),
        (drawn, groups, runs, weighted) => {
          const graph = graphOf({ ...drawn, undirected: false });
          const labels = Int32Array.from({ length: graph.n }, (_, v) => (v * 7) % groups);
          const from = Int32Array.from({ length: graph.m }, (_, at) => sourceOf(graph, at));
          const weights = weighted ? graph.out.strengths : null;
          const of = {
            labels,
            groups,
            from,
            to: graph.out.targets,
            weights,
            permutations: runs,
            seed: 9,
            stream: 'twin',
          };
          const twin = Float64Array.from({ length: runs }, (_, run) => {
            const shuffled = labels.slice();
            createRandom(9, 'twin', run).shuffle(shuffled);
            return from.reduce(
              (sum, v, at) => sum + (shuffled[v] === shuffled[graph.out.targets[at]!] ? (weights?.[at] ?? 1) : 0),
              0,
            );
          });
          expect(tiesWithinShuffled(of, executeHere)).toEqual(twin);
        },
      ),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe('law: the same bytes on any number of threads', () => {
  const graph = large(1500, 6000);
  const labels = Int32Array.from({ length: graph.n }, (_, v) => v % 5);
  const from = Int32Array.from({ length: graph.out.targets.length }, (_, at) => sourceOf(graph, at));
  const jobs: Job[] = [
    betweennessJob(graph, { kernel: 'betweennessBatch' }),
    betweennessJob(graph, { kernel: 'betweennessSingle' }),
    betweennessJob(graph, { lengths: lengthsOf(graph, 'out') }),
    labelPermutationsJob({
      labels,
      groups: 5,
      from,
      to: graph.out.targets,
      weights: null,
      permutations: 1000,
      seed: 1,
      stream: 'threads',
    }),
  ].map((job) => ({ ...job, cost: Number.POSITIVE_INFINITY }));

  it.each(jobs.map((job) => [job.kernel, job] as const))('%s', (_, job) => {
    const alone = executeHere(job);
    for (const threads of [2, 3, 5]) expect(createExecute({ threads })(job)).toEqual(alone);
  });

  it('shards depend on the input alone, cover every item once, and begin at multiples of the grain', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 600 }), (items, grain) => {
        const shards = shardsOf({ items, grain, result: { perShard: 1, perItem: 2 } });
        expect(shards.length).toBeLessThanOrEqual(32);
        let next = 0;
        for (const { begin, end, length } of shards) {
          expect([begin, begin % grain, length]).toEqual([next, 0, 1 + 2 * (end - begin)]);
          next = end;
        }
        expect(next).toBe(items);
      }),
    );
  });

  it('progress is told shard by shard, and a cancel ends the work with words', () => {
    const job = betweennessJob(graph, { kernel: 'betweennessBatch' });
    const told: number[] = [];
    createExecute({ threads: 1, onProgress: ({ shardsDone }) => told.push(shardsDone) })(job);
    expect(told).toEqual(shardsOf(job).map((_, at) => at + 1));

    const cancel = new Int32Array(new SharedArrayBuffer(4));
    const stopAtThird = createExecute({
      threads: 2,
      cancel,
      onProgress: ({ shardsDone }) => {
        if (shardsDone >= 3) Atomics.store(cancel, 0, 1);
      },
    });
    expect(() => stopAtThird(job)).toThrow(Cancelled);
    expect(executeHere(job)).toEqual(createExecute({ threads: 2 })(job));
  });

  it('a kernel that does not exist is refused by name', () => {
    expect(() => executeHere({ ...jobs[0]!, kernel: 'nothing' })).toThrow('no kernel is called nothing');
  });
});

function total(shards: readonly Float64Array[], n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, v) => shards.reduce((sum, shard) => sum + shard[v]!, 0));
}

function sourceOf(graph: CompactGraph, tie: number): number {
  let v = 0;
  while (graph.out.offsets[v + 1]! <= tie) v++;
  return v;
}
