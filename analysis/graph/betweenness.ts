/**
 * Betweenness of every member, by the kernel that fits the network.
 *
 * Path counts are floating-point on purpose: a 25 × 25 grid has more than 2³² shortest paths between its corners, which
 * overflows 32-bit integers. Brandes 2001, doi:10.1080/0022250X.2001.9990249.
 */
import { type Execute, type Job, sumOf } from '../kernels/job.ts';
import type { Adjacency, CompactGraph } from './compact.ts';

/** Per member Σ σst(v)/σst over ordered pairs s, t; an undirected pair is counted both ways. */
export function betweennessByPairs(
  graph: CompactGraph,
  execute: Execute,
  lengths: Float64Array | null = null,
): Float64Array {
  return sumOf(execute(betweennessJob(graph, lengths)), graph.n);
}

/** @param kernel for ties without lengths; default: the one that fits. */
export function betweennessJob(
  graph: CompactGraph,
  lengths: Float64Array | null,
  kernel: 'betweennessBatch' | 'betweennessSingle' = fittingKernel(graph),
): Job {
  if (lengths !== null) return byLengths(graph, lengths);
  return kernel === 'betweennessBatch' ? inBatches(graph) : oneByOne(graph);
}

const INT = 4;
const REAL = 8;
const LANES = 8;

/** Measured on two cores: nanoseconds for each tie and source. */
const COST_NS = { batch: 0.8, single: 1.8, lengths: 8 };

function inBatches(graph: CompactGraph): Job {
  const { n, out } = graph;
  return {
    kernel: 'betweennessBatch',
    arrays: [out.offsets, out.targets, graph.in.offsets, graph.in.targets],
    work: [
      ...[LANES * n * REAL, LANES * n * REAL, LANES * n * REAL, LANES * n * INT, LANES * n],
      ...[(n + 2) * INT, n * INT, n * INT, n],
    ],
    numbers: [n, out.targets.length],
    ...perSource(graph, LANES, COST_NS.batch),
  };
}

function oneByOne(graph: CompactGraph): Job {
  const { n, out } = graph;
  return {
    kernel: 'betweennessSingle',
    arrays: [out.offsets, out.targets],
    work: [n * REAL, n * REAL, n * REAL, n * INT, n * INT, (n + 2) * INT],
    numbers: [],
    ...perSource(graph, LANES, COST_NS.single),
  };
}

function byLengths(graph: CompactGraph, lengths: Float64Array): Job {
  const { n, out } = graph;
  return {
    kernel: 'betweennessLengths',
    arrays: [out.offsets, out.targets, lengths],
    work: [n * REAL, n * REAL, n * REAL, n * INT, n * INT, n * INT],
    numbers: [],
    ...perSource(graph, LANES, COST_NS.lengths),
  };
}

function perSource({ n, out }: CompactGraph, grain: number, costNs: number) {
  const cost = n * (n + out.targets.length) * costNs;
  return { items: n, grain, result: { perShard: n, perItem: 0 }, cost };
}

/**
 * A batch handles a member once for each step at which some of its eight sources arrives there. Below this share of what
 * eight single searches handle, it wins.
 */
const MEETING_SHARE = 0.7;

function fittingKernel(graph: CompactGraph): 'betweennessBatch' | 'betweennessSingle' {
  const { n } = graph;
  const sources = Math.min(LANES, n);
  const met = new Int32Array(n);
  let single = 0;
  let batched = 0;
  for (let at = 0; at < sources; at++) {
    const step = stepsFrom(graph.out, n, Math.floor((at * n) / sources));
    for (let v = 0; v < n; v++) {
      if (step[v] === 0) continue;
      single++;
      // Steps beyond 30 share a bit: ways that long do not meet in any case.
      const bit = 1 << Math.min(30, step[v]!);
      if ((met[v]! & bit) === 0 || step[v]! >= 30) batched++;
      met[v]! |= bit;
    }
  }
  return batched <= MEETING_SHARE * single ? 'betweennessBatch' : 'betweennessSingle';
}

/** 1 + the number of steps from a source to each member; 0 where there is no way. */
function stepsFrom({ offsets, targets }: Adjacency, n: number, source: number): Int32Array {
  const step = new Int32Array(n);
  const order = new Int32Array(n);
  order[0] = source;
  step[source] = 1;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const v = order[head]!;
    for (let tie = offsets[v]!; tie < offsets[v + 1]!; tie++) {
      const w = targets[tie]!;
      if (step[w] !== 0) continue;
      step[w] = step[v]! + 1;
      order[tail++] = w;
    }
  }
  return step;
}
