/**
 * What a matching is made from: who may be matched with whom, what each already carries, what is known of them.
 *
 * Left out are members of the coordinating team (a network that hangs on its hub is not helped by hanging on it more),
 * those who already have unusually many contacts (above mean + 2 sd), and, where groups are looked at, members without a
 * group on record. A pair is a candidate when at least one of the two has answered (of two who have not, nothing is
 * known) and, where groups are to be brought together, when theirs differ.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { type CompactGraph, compactSelected, forEachTie, unionOf } from '../graph/compact.ts';
import { type Groups, groupsBy, MISSING_GROUP } from '../graph/groups.ts';
import { forEachKnownTie } from '../graph/known.ts';
import { select } from '../graph/select.ts';
import type { Selection } from '../graph/selection.ts';
import { pairKey } from './pair.ts';

export interface FieldOptions {
  /** Null where groups are not looked at. */
  groupBy: string | null;
  /** Whether a pair has to be of different groups. */
  acrossGroups: boolean;
  blocked: ReadonlySet<string>;
  open: ReadonlyMap<string, number>;
  selection: Selection;
}

export interface Field {
  ids: readonly string[];
  /** Ties without their direction, as they are now. */
  union: CompactGraph;
  /** Per member, 1 where they answered. */
  known: Uint8Array;
  /** Per member, 1 for the hub: those marked as such, else those with unusually many contacts. */
  isHub: Uint8Array;
  /** Arcs between and within groups, of those who answered: what the E-I index counts; none where there are no groups. */
  counted: { internal: number; external: number };
  /** Members who may be matched, as positions in `ids`, ascending. */
  eligible: readonly number[];
  /** What a member carries: contacts (across groups, where groups are looked at) and what is open. */
  loadOf(v: number): number;
  mayMeet(a: number, b: number): boolean;
  /** Ties between the groups of each two members, of which more may be told. */
  seams(): Seams;
}

export interface Seams {
  /** Ties between the groups of two members, both directions as one; 0 where groups are not looked at. */
  between(a: number, b: number): number;
  /** Says that one more tie will run there. */
  widen(a: number, b: number): void;
}

export function fieldOf(records: NetworkRecords, options: FieldOptions): Field {
  const { groupBy, acrossGroups, blocked, open, selection } = options;
  const ties = select(records, selection);
  const graph = compactSelected(ties, false);
  const union = unionOf(graph);
  const { ids } = graph;
  const { known } = ties.response;
  const groups = groupBy === null ? null : groupsBy(records, ids, groupBy);
  const isAcross = (a: number, b: number): boolean => groups === null || groups.of[a] !== groups.of[b];

  const degrees = new Int32Array(ids.length);
  const across = new Int32Array(ids.length);
  forEachTie(union, (a, b) => {
    degrees[a]!++;
    degrees[b]!++;
    if (!isAcross(a, b)) return;
    across[a]!++;
    across[b]!++;
  });
  const counted = { internal: 0, external: 0 };
  if (groups !== null) {
    forEachKnownTie(graph, known, (from, to) => {
      counted[isAcross(from, to) ? 'external' : 'internal']++;
    });
  }

  const marked = new Set(records.members.filter((body) => body.hub).map((body) => body.member));
  const most = usualMost(degrees);
  const isMarked = (v: number): boolean => marked.has(ids[v]!);
  const isUnusual = (v: number): boolean => degrees[v]! > most;
  const anyMarked = ids.some((_, v) => isMarked(v));
  const missing = groups === null ? -1 : groups.names.indexOf(MISSING_GROUP);
  return {
    ids,
    union,
    known,
    isHub: Uint8Array.from(ids, (_, v) => ((anyMarked ? isMarked(v) : isUnusual(v)) ? 1 : 0)),
    counted,
    eligible: [...ids.keys()].filter(
      (v) => !isMarked(v) && !isUnusual(v) && (groups === null || groups.of[v] !== missing),
    ),
    loadOf: (v) => across[v]! + (open.get(ids[v]!) ?? 0),
    mayMeet: (a, b) =>
      (!acrossGroups || isAcross(a, b)) &&
      (known[a] === 1 || known[b] === 1) &&
      !blocked.has(pairKey(ids[a]!, ids[b]!)),
    seams: () => seamsOf(union, groups),
  };
}

function seamsOf(union: CompactGraph, groups: Groups | null): Seams {
  const ties = new Map<string, number>();
  const keyOf = (a: number, b: number): string | null => {
    if (groups === null || groups.of[a] === groups.of[b]) return null;
    return [groups.of[a]!, groups.of[b]!].sort((one, other) => one - other).join('|');
  };
  const widen = (a: number, b: number): void => {
    const key = keyOf(a, b);
    if (key !== null) ties.set(key, (ties.get(key) ?? 0) + 1);
  };
  forEachTie(union, widen);
  return { between: (a, b) => ties.get(keyOf(a, b) ?? '') ?? 0, widen };
}

/** Above this many contacts a member is a hub in fact: mean + 2 sd. */
function usualMost(degrees: Int32Array): number {
  const count = Math.max(1, degrees.length);
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / count;
  const variance = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / count;
  return mean + 2 * Math.sqrt(variance);
}
