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
  return sumOf(execute(betweennessJob(graph, { lengths })), graph.n);
}

export interface BetweennessOptions {
  /** Of each entry of `out.targets`; null: every tie is one step. */
  lengths?: Float64Array | null;
  /** From whom ways are followed; default: from everybody. */
  sources?: Int32Array;
  /** For ties without lengths; default: the one that fits the network. */
  kernel?: 'betweennessBatch' | 'betweennessSingle';
}

/** Each shard gives n numbers: the sums over its sources. */
export function betweennessJob(graph: CompactGraph, options: BetweennessOptions = {}): Job {
  const { n, out } = graph;
  const { lengths = null, sources = Int32Array.from({ length: n }, (_, v) => v) } = options;
  const kernel = lengths === null ? (options.kernel ?? fittingKernel(graph)) : 'betweennessLengths';
  return {
    kernel,
    ...laidOut(graph, lengths, sources, kernel),
    items: sources.length,
    grain: LANES,
    result: { perShard: n, perItem: 0 },
    cost: sources.length * (n + out.targets.length) * COST_NS[kernel] * (1 + n / CACHED_MEMBERS),
  };
}

const INT = 4;
const REAL = 8;
const LANES = 8;

type Kernel = 'betweennessBatch' | 'betweennessSingle' | 'betweennessLengths';

/** Measured: nanoseconds for each tie and source. */
const COST_NS: Record<Kernel, number> = { betweennessBatch: 0.8, betweennessSingle: 1.8, betweennessLengths: 8 };

/** A search jumps about in memory: with more members than this the processor's cache no longer holds what it jumps in. */
const CACHED_MEMBERS = 20_000;

/** What each kernel asks for, in the order of its parameters. */
function laidOut(
  graph: CompactGraph,
  lengths: Float64Array | null,
  sources: Int32Array,
  kernel: Kernel,
): Pick<Job, 'arrays' | 'work' | 'numbers'> {
  const { n, out } = graph;
  if (kernel === 'betweennessBatch') {
    const lanes = LANES * n;
    return {
      arrays: [out.offsets, out.targets, graph.in.offsets, graph.in.targets, sources],
      work: [
        lanes * REAL,
        lanes * REAL,
        lanes * REAL,
        lanes * REAL,
        lanes * INT,
        lanes,
        (n + 2) * INT,
        n * INT,
        n * INT,
        n,
      ],
      numbers: [n, out.targets.length],
    };
  }
  const work = [n * REAL, n * REAL, n * REAL, n * INT, n * INT];
  if (lengths === null) {
    return { arrays: [out.offsets, out.targets, sources], work: [...work, (n + 2) * INT], numbers: [] };
  }
  return { arrays: [out.offsets, out.targets, lengths, sources], work: [...work, n * INT], numbers: [] };
}

/**
 * A batch handles a member once for each step at which some of its eight sources arrives there. Below this share of what
 * eight single searches handle, it wins.
 */
const MEETING_SHARE = 0.7;

/** In a network as small as this either is over at once, and looking which would fit takes as long. */
const SMALL = 500;

function fittingKernel(graph: CompactGraph): 'betweennessBatch' | 'betweennessSingle' {
  const { n } = graph;
  if (n <= SMALL) return 'betweennessBatch';
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
