/**
 * What a row of the benchmark is: data. What is done, on which network, by whom besides Weft, and how many times faster
 * Weft means to be. The doing lies apart: `ours/` for Weft, `peers/` for the others, each in a process of its own.
 */
import type { NetworkName, Size } from './networks.ts';

/**
 * Who is compared with. `weft` is Weft itself, set up differently; `c` is built for every processor of its kind, and
 * `c-native` for the one at hand alone.
 */
export type Tool =
  | 'c'
  | 'c-native'
  | 'igraph'
  | 'networkx'
  | 'networkit'
  | 'cynetdiff'
  | 'duckdb'
  | 'graphology'
  | 'arquero'
  | 'weft';

/** What is compared: of both, one number each, of which less is better. */
export type Quantity = 'processor time' | 'wall time' | 'peak memory';

/** Theirs ÷ ours has to be at least so much. */
export interface Goal {
  quantity: Quantity;
  atLeast: number;
}

export interface Peer {
  tool: Tool;
  /** The work's name among the tool's works; default: the row's own. */
  work?: string;
  /** Options that differ from the row's. */
  options?: Options;
  /** Empty: shown for knowledge only. */
  goals: readonly Goal[];
  /**
   * The peer does only one part in so many of the work, because all of it takes minutes, and its time is multiplied.
   * Only for work whose parts are alike and independent: sources, permutations, runs.
   */
  share?: number;
  /** Its figures are checked on a small network of the same kind: for peers that take minutes, or do only a share. */
  checkedSmall?: boolean;
}

export type Options = Readonly<Record<string, string | number>>;

/** How the figures of two tools have to agree before their times count. */
export type Agreement =
  /** Each number within so much, relative to the size of the largest of its list. */
  | { kind: 'same'; within: number }
  /** Means over runs of chance, within five standard errors of their difference. */
  | { kind: 'by chance' }
  /** Searches for something good: ours is no worse than theirs, by more than so much. */
  | { kind: 'as good'; within: number };

/** What Weft has to stay below, whoever else is there. */
export interface Limit {
  quantity: Quantity;
  /** Seconds or bytes; null: shown only. */
  atMost: number | null;
  /** The first call of a fresh process; otherwise one of a process that has done it before. */
  cold?: boolean;
}

export interface Row {
  id: string;
  title: string;
  /** What is done, what stands in for what a peer lacks, and what is not counted. */
  about: string;
  network: NetworkName;
  /** Default: the size that the whole benchmark is run at. */
  size?: Size;
  /** Default: 1. So many times the members and ties of that size. */
  larger?: number;
  /** The file in `ours/`. */
  work: string;
  options: Options;
  agreement: Agreement;
  /** Each repetition has a process of its own, whose first call counts. */
  fresh?: boolean;
  peers: readonly Peer[];
  limits?: readonly Limit[];
}

/** `faster(7)`: a seventh of the peer's processor time or less. */
export function faster(times: number): readonly Goal[] {
  return [{ quantity: 'processor time', atLeast: times }];
}

/** `within(1.3)`: at most 1.3 times the peer's processor time. */
export function within(times: number): readonly Goal[] {
  return [{ quantity: 'processor time', atLeast: 1 / times }];
}

export const NO_SLOWER = faster(1);
export const SHOWN: readonly Goal[] = [];

/** The same in C: held to goals as packages are built, and shown beside it as it can be built for this machine alone. */
export function inC(goals: readonly Goal[]): readonly Peer[] {
  return [
    { tool: 'c', goals },
    { tool: 'c-native', goals: SHOWN },
  ];
}

/** For what a row is about, where it is compared with C. */
export const BUILDS_OF_C =
  'c is built as packages are distributed, for every processor of its kind (on x86-64 for x86-64-v2: registers of 128 bits, as WebAssembly has them); so are igraph, NetworKit and DuckDB. c-native is the same source built for this machine alone, with its widest registers, and is shown.';
