/**
 * Who would have won a member over: drawn worlds, looked at from the one who is won instead of from the one who begins.
 *
 * A reverse set is everybody from whom a practice would have come to one member, drawn at random, in one world of ties
 * that pass. A set of seeds reaches that member exactly when it meets the set, so that the share of reverse sets which
 * seeds meet, times the members, is what the seeds are expected to reach. Choosing seeds becomes covering sets, and n × runs
 * simulations become one pass. Borgs et al. 2014, doi:10.1137/1.9781611973402.70.
 *
 * Contagion limits the time on the way; under drawn thresholds a member picks, at most, one of those whom they name
 * (Kempe, Kleinberg & Tardos 2003, theorem 4.6), so that a reverse set is a walk.
 */
import type { CompactGraph } from '../../graph/compact.ts';
import type { Random } from '../../inference/random.ts';
import { type FailuresTable, failuresOf, failuresTable } from '../failures-table.ts';
import type { Cascade, Contagion, LinearThreshold, Model } from '../model.ts';
import { chanceOf } from '../runs.ts';

export interface ReverseSets {
  count: number;
  /** The members of set `s` are `members[offsets[s]] … members[offsets[s + 1] − 1]`. */
  offsets: number[];
  members: number[];
}

/** Adds so many sets. `eligible` are those who can be won at all, as positions; others neither begin nor pass it on. */
export type DrawSets = (sets: ReverseSets, count: number) => void;

export function noSets(): ReverseSets {
  return { count: 0, offsets: [0], members: [] };
}

export function reverseSetsOf(
  graph: CompactGraph,
  model: Model,
  eligible: readonly number[],
  random: Random,
): DrawSets {
  const marks = new Int32Array(graph.n).fill(-1);
  const isHere = new Uint8Array(graph.n);
  for (const v of eligible) isHere[v] = 1;
  const gather = gathererOf(graph, model, random);
  let mark = 0;
  return (sets, count) => {
    for (let drawn = 0; drawn < count; drawn++, mark++) {
      const from = sets.members.length;
      const own = mark;
      const take = (v: number): boolean => {
        if (marks[v] === own || isHere[v] === 0) return false;
        marks[v] = own;
        sets.members.push(v);
        return true;
      };
      gather(eligible[random.below(eligible.length)]!, sets.members, from, take);
      sets.offsets.push(sets.members.length);
      sets.count++;
    }
  };
}

/** Takes the root and all behind it; `members` from `from` on are those taken so far. `take` says whether one is new. */
type Gather = (root: number, members: readonly number[], from: number, take: (v: number) => boolean) => void;

function gathererOf(graph: CompactGraph, model: Model, random: Random): Gather {
  switch (model.kind) {
    case 'cascade':
      return byTries(graph, model, random);
    case 'si':
      return byTime(graph, model, random);
    case 'threshold':
      return byPick(graph, model, random);
  }
}

function byTries({ out: { offsets, targets, strengths } }: CompactGraph, model: Cascade, random: Random): Gather {
  const { probability, byStrength, periods } = model;
  const table = failuresTable(probability);
  const most = periods ?? Number.POSITIVE_INFINITY;
  return (root, members, from, take) => {
    take(root);
    let level = from;
    for (let period = 1; probability > 0 && period <= most && level < members.length; period++) {
      for (const end = members.length; level < end; level++) {
        const w = members[level]!;
        const last = offsets[w + 1]!;
        for (let tie = offsets[w]!; tie < last; tie++) {
          if (!byStrength) tie += untilNext(random, table, last - tie);
          else if (random.next() >= chanceOf(probability, strengths[tie]!)) continue;
          if (tie < last) take(targets[tie]!);
        }
      }
    }
  };
}

/** Failures before the next success; any number from `enough` on where there are at least so many. */
function untilNext(random: Random, table: FailuresTable, enough: number): number {
  let failures = 0;
  for (;;) {
    const more = failuresOf(random.next() * 0x1_0000_0000, table);
    failures += more;
    if (more < table.most || failures >= enough) return failures;
  }
}

function byTime({ out: { offsets, targets } }: CompactGraph, model: Contagion, random: Random): Gather {
  const { probability, periods } = model;
  const table = failuresTable(probability, periods);
  return (root, _members, _from, take) => {
    const due: number[][] = Array.from({ length: periods + 1 }, () => []);
    due[0]!.push(root);
    for (const [time, waiting] of due.entries()) {
      for (const w of waiting) {
        if (!take(w) || probability === 0) continue;
        for (let tie = offsets[w]!; tie < offsets[w + 1]!; tie++) {
          const later = time + 1 + failuresOf(random.next() * 0x1_0000_0000, table);
          if (later <= periods) due[later]!.push(targets[tie]!);
        }
      }
    }
  };
}

function byPick(
  { out: { offsets, targets, strengths } }: CompactGraph,
  model: LinearThreshold,
  random: Random,
): Gather {
  const most = model.periods ?? Number.POSITIVE_INFINITY;
  const weight = (tie: number): number => (model.byStrength ? strengths[tie]! : 1);
  return (root, _members, _from, take) => {
    for (let w = root, period = 0; take(w) && period < most && offsets[w]! < offsets[w + 1]!; period++) {
      let total = 0;
      for (let tie = offsets[w]!; tie < offsets[w + 1]!; tie++) total += weight(tie);
      let left = random.next() * total;
      let tie = offsets[w]!;
      for (; tie < offsets[w + 1]! - 1; tie++) {
        left -= weight(tie);
        if (left < 0) break;
      }
      w = targets[tie]!;
    }
  };
}
