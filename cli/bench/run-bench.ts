/** The whole benchmark: networks into a temporary folder, row after row, verdicts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeasuredRow, measureRow } from './measure-row.ts';
import { type MadeNetwork, makeNetwork, type NetworkName, type Size } from './networks.ts';
import type { Row, Tool } from './row.ts';
import { ROWS } from './rows/index.ts';
import { type MeasuredSize, measureSizes, type SizePlan } from './sizes.ts';
import { findTools } from './tools.ts';
import type { Verdict } from './verdict.ts';

export interface BenchOptions {
  /** Ids of rows. Default: all. */
  rows?: readonly string[];
  /** Compared with. Default: all that a row names. */
  peers?: readonly string[];
  repetitions: number;
  /** The size of rows that have none of their own. */
  size: Size;
  /** Also how cost and memory grow with size. */
  sizes?: SizePlan;
  /** Work that is quicker is done again until so much time has passed. */
  leastSeconds: number;
  python?: string;
  say: (line: string) => void;
}

export interface Bench {
  machine: { processor: string; processors: number; node: string; loadBefore: number; loadAfter: number };
  tools: Partial<Record<Tool, string>>;
  repetitions: number;
  rows: MeasuredRow[];
  sizes: MeasuredSize[];
}

/** A network on which figures of slow peers are checked has so many times fewer members and ties. */
const SMALLER = 10;

export async function runBench(options: BenchOptions): Promise<Bench> {
  const { repetitions, leastSeconds, python, say } = options;
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'));
  const loadBefore = loadavg()[0]!;
  try {
    const tools = findTools({ python, folder });
    const networks = keeper(folder);
    const rows: MeasuredRow[] = [];
    for (const row of chosen(options)) {
      const size = sizeOf(row, options.size);
      const network = await networks(row.network, size);
      const small = await networks(row.network, smaller(size));
      rows.push(await measureRow(row, { tools, repetitions, leastSeconds, network, small, say }));
    }
    const sizes =
      options.sizes === undefined ? [] : await measureSizes(options.sizes, { tools, networks, repetitions, say });
    const machine = {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      processors: cpus().length,
      node: process.versions.node,
      loadBefore,
      loadAfter: loadavg()[0]!,
    };
    return { machine, tools: tools.versions, repetitions, rows, sizes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every verdict on a goal: what `--check` is about. */
export function verdictsOf({ rows, sizes }: Pick<Bench, 'rows' | 'sizes'>): Verdict[] {
  return [
    ...rows.flatMap(({ comparisons, held }) => [...comparisons, ...held].map(({ verdict }) => verdict)),
    ...sizes.flatMap(({ memory }) => memory.map(({ verdict }) => verdict)),
  ];
}

export function rowIds(): string[] {
  return ROWS.map(({ id }) => id);
}

export function peerNames(): string[] {
  return [...new Set(ROWS.flatMap((row) => row.peers.map(({ tool }) => tool)))].sort();
}

function chosen({ rows, peers }: Pick<BenchOptions, 'rows' | 'peers'>): readonly Row[] {
  const some = rows === undefined ? ROWS : ROWS.filter(({ id }) => rows.includes(id));
  if (peers === undefined) return some;
  return some.map((row) => ({ ...row, peers: row.peers.filter(({ tool }) => peers.includes(tool)) }));
}

function sizeOf({ size, larger = 1 }: Row, usual: Size): Size {
  const { members, ties } = size ?? usual;
  return { members: Math.round(members * larger), ties: Math.round(ties * larger) };
}

function smaller({ members, ties }: Size): Size {
  return { members: Math.max(20, Math.round(members / SMALLER)), ties: Math.max(40, Math.round(ties / SMALLER)) };
}

export type Networks = (name: NetworkName, size: Size) => Promise<MadeNetwork>;

/** Makes each network once. */
function keeper(folder: string): Networks {
  const made = new Map<string, Promise<MadeNetwork>>();
  return (name, size) => {
    const file = `${name}-${size.members}-${size.ties}${name === 'interactions' ? '.csv' : '.txt'}`;
    const known = made.get(file) ?? makeNetwork(name, size, join(folder, file));
    made.set(file, known);
    return known;
  };
}
