/**
 * One of the worlds that are held against each other: who begins, which ties there are besides, who is away.
 */
import type { CompactGraph } from '../graph/compact.ts';
import { hasTie } from '../graph/compact.ts';

/** A further tie, as positions in `graph.ids`: `from` names `to`, so that a practice may run from `to` to `from`. */
export interface AddedTie {
  from: number;
  to: number;
  strength: number;
}

export interface Seeds {
  /** Positions in `graph.ids`; where they are drawn anew for each run, those of run 0, then those of run 1 … */
  members: Int32Array;
  /** How many a run has. */
  count: number;
  drawnAnew: boolean;
}

export interface Arm {
  seeds: Seeds;
  added: readonly AddedTie[];
  removed: readonly number[];
}

export function fixedSeeds(members: readonly number[]): Seeds {
  return { members: Int32Array.from(members), count: members.length, drawnAnew: false };
}

/** Those of the ties that are not there yet, each once, in order; ties to oneself are none. */
export function newTies(graph: CompactGraph, ties: readonly AddedTie[]): AddedTie[] {
  const seen = new Set<number>();
  const both = graph.directed ? ties : ties.flatMap((tie) => [tie, { ...tie, from: tie.to, to: tie.from }]);
  const fresh = both.filter(({ from, to }) => {
    const key = from * graph.n + to;
    if (from === to || hasTie(graph.out, from, to) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return fresh.sort((a, b) => a.from - b.from || a.to - b.to);
}
