/**
 * How each work's cost grows with the network, and how much memory the largest ones take in a fresh process.
 *
 * Each size has a process of its own. Its first call is the one whose memory counts; the calls after it are timed, as many
 * as fit into some seconds, and where not one does the first is the time. Work that takes little more than a look at each tie is measured up to the largest size. What goes through the whole
 * network from everybody is measured up to a fifth of it at most, where it takes seconds; its exponent tells the rest.
 */
import { Contender } from './contender.ts';
import { type CostAtSize, exponentOf } from './growth.ts';
import { GROUPS, type MadeNetwork, type NetworkName, type Size } from './networks.ts';
import type { Options } from './row.ts';
import type { Tools } from './tools.ts';
import { type Held, hold, spreadOf } from './verdict.ts';

export interface SizePlan {
  /** The largest networks, each measured in memory. */
  largest: readonly Size[];
  /** At how many sizes cost is measured, each half the next. */
  steps: number;
  /** Default: all. */
  works?: readonly string[];
}

export interface MeasuredSize {
  work: string;
  /** From the smallest to the largest. */
  costs: CostAtSize[];
  /** Null where only one size was measured. */
  exponent: number | null;
  /** Of a sample: with probability 95 % no figure is off by more, at the largest size. */
  bound: number | null;
  /** Of each of the largest sizes. */
  memory: (Held & Size)[];
}

export interface SizeOptions {
  tools: Tools;
  networks: (name: NetworkName, size: Size) => Promise<MadeNetwork>;
  repetitions: number;
  say: (line: string) => void;
}

const MOST_MEMORY = { quantity: 'peak memory', atMost: 300 * 1024 * 1024 } as const;
const LEAST_SECONDS = 0.1;
/** Calls are repeated, and fresh processes started, no longer than this. */
const ENOUGH_MS = 3000;

interface SizedWork {
  work: string;
  options?: Options;
  network?: NetworkName;
  /** Grows with members times ties: the largest size is this many times smaller. */
  smaller?: number;
  /** Its answer says how far it may be off. */
  sampled?: boolean;
}

const WORKS: readonly SizedWork[] = [
  { work: 'load-csv' },
  { work: 'components' },
  { work: 'cut-points' },
  { work: 'k-core' },
  { work: 'transitivity' },
  { work: 'constraint' },
  { work: 'effective-size' },
  { work: 'pagerank' },
  { work: 'eigenvector' },
  { work: 'louvain' },
  { work: 'label-permutations', options: { runs: 1000, groups: GROUPS } },
  { work: 'cascade', options: { runs: 100, seeds: 10, rate: 0.1 } },
  { work: 'threshold', options: { runs: 100, seeds: 10 } },
  { work: 'reach' },
  { work: 'betweenness', smaller: 10 },
  { work: 'sampled-betweenness', options: { sources: 512 }, sampled: true },
  { work: 'weighted-betweenness', network: 'groups-with-lengths', smaller: 20 },
];

export async function measureSizes(plan: SizePlan, options: SizeOptions): Promise<MeasuredSize[]> {
  const measured: MeasuredSize[] = [];
  for (const one of WORKS) {
    if (plan.works !== undefined && !plan.works.includes(one.work)) continue;
    measured.push(await measureWork(one, plan, options));
  }
  return measured;
}

async function measureWork(one: SizedWork, plan: SizePlan, options: SizeOptions): Promise<MeasuredSize> {
  const largest = plan.largest.map((size) => scaled(size, one.smaller ?? 1));
  const costs: CostAtSize[] = [];
  const memory: MeasuredSize['memory'] = [];
  let bound: number | null = null;
  for (const size of sizesUpTo(largest, plan.steps)) {
    const made = await options.networks(one.network ?? 'groups', size);
    options.say(`sizes: ${one.work}, ${made.size.members} members`);
    const found = await measureSize(one, made, options);
    costs.push({ ...made.size, seconds: found.seconds });
    bound = found.bound;
    if (!largest.some(({ members, ties }) => members === size.members && ties === size.ties)) continue;
    const bytes = [found.bytes, ...(await bytesOfOthers(one, made, options))];
    memory.push({ ...hold(MOST_MEMORY, bytes), ...made.size });
  }
  return { work: one.work, costs, exponent: exponentOf(costs), bound, memory };
}

/** The largest sizes and their halves, each once, from the smallest. */
function sizesUpTo(largest: readonly Size[], steps: number): Size[] {
  const sizes = new Map<number, Size>();
  for (const size of largest) {
    for (let step = 0; step < steps; step++) {
      const one = scaled(size, 2 ** step);
      sizes.set(one.members + one.ties, one);
    }
  }
  return [...sizes.values()].sort((a, b) => a.members + a.ties - b.members - b.ties);
}

interface FoundAtSize {
  seconds: number;
  bytes: number;
  bound: number | null;
}

async function measureSize(one: SizedWork, made: MadeNetwork, options: SizeOptions): Promise<FoundAtSize> {
  const contender = await start(one, made, options);
  try {
    const began = performance.now();
    const first = await contender.run(0);
    const bytes = await contender.peakBytes();
    const seconds: number[] = [];
    while (seconds.length < options.repetitions && performance.now() - began < ENOUGH_MS) {
      seconds.push((await contender.run(LEAST_SECONDS)).seconds);
    }
    const bound = one.sampled ? Number((await contender.answer()).bound) : null;
    return { seconds: seconds.length === 0 ? first.seconds : spreadOf(seconds).median, bytes, bound };
  } finally {
    await contender.end();
  }
}

/** The same in further fresh processes. */
async function bytesOfOthers(one: SizedWork, made: MadeNetwork, options: SizeOptions): Promise<number[]> {
  const bytes: number[] = [];
  const began = performance.now();
  while (bytes.length + 1 < options.repetitions && performance.now() - began < ENOUGH_MS) {
    const contender = await start(one, made, options);
    try {
      await contender.run(0);
      bytes.push(await contender.peakBytes());
    } finally {
      await contender.end();
    }
  }
  return bytes;
}

function start({ work, options }: SizedWork, { size, path }: MadeNetwork, { tools }: SizeOptions): Promise<Contender> {
  const given = { threads: 1, ...options, members: size.members, ties: path };
  return Contender.start(tools.commandOf('weft', work), given);
}

function scaled({ members, ties }: Size, by: number): Size {
  return { members: Math.round(members / by), ties: Math.round(ties / by) };
}
