/**
 * How each work's cost grows with the network, and how much memory the largest takes in a fresh process.
 *
 * Work that takes little more than a look at each tie is measured up to the largest size. What goes through the whole
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
  costs: CostAtSize[];
  /** Null where only one size was measured. */
  exponent: number | null;
  /** Of a sample: with probability 95 % no figure is off by more. */
  bound: number | null;
  memory: Held & Size;
}

export interface SizeOptions {
  tools: Tools;
  networks: (name: NetworkName, size: Size) => Promise<MadeNetwork>;
  repetitions: number;
  say: (line: string) => void;
}

const MOST_MEMORY = { quantity: 'peak memory', atMost: 300 * 1024 * 1024 } as const;
const LEAST_SECONDS = 0.1;

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
    for (const size of plan.largest) {
      measured.push(await measureSize(one, scaled(size, one.smaller ?? 1), plan.steps, options));
    }
  }
  return measured;
}

async function measureSize(one: SizedWork, largest: Size, steps: number, options: SizeOptions): Promise<MeasuredSize> {
  const { networks, repetitions, say } = options;
  const { work, network = 'groups' } = one;
  const costs: CostAtSize[] = [];
  let bound: number | null = null;
  for (let step = steps - 1; step >= 0; step--) {
    const made = await networks(network, scaled(largest, 2 ** step));
    say(`sizes: ${work}, ${made.size.members} members`);
    const contender = await start(one, made, options);
    try {
      await contender.run(0);
      const seconds: number[] = [];
      while (seconds.length < repetitions) seconds.push((await contender.run(LEAST_SECONDS)).seconds);
      costs.push({ ...made.size, seconds: spreadOf(seconds).median });
      if (one.sampled) bound = Number((await contender.answer()).bound);
    } finally {
      await contender.end();
    }
  }
  const made = await networks(network, largest);
  const bytes: number[] = [];
  while (bytes.length < repetitions) {
    const contender = await start(one, made, options);
    try {
      await contender.run(0);
      bytes.push(await contender.peakBytes());
    } finally {
      await contender.end();
    }
  }
  return { work, costs, exponent: exponentOf(costs), bound, memory: { ...hold(MOST_MEMORY, bytes), ...made.size } };
}

function start({ work, options }: SizedWork, { size, path }: MadeNetwork, { tools }: SizeOptions): Promise<Contender> {
  const given = { threads: 1, ...options, members: size.members, ties: path };
  return Contender.start(tools.commandOf('weft', work), given);
}

function scaled({ members, ties }: Size, by: number): Size {
  return { members: Math.round(members / by), ties: Math.round(ties / by) };
}
