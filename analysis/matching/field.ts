/**
 * What a matching is made from: who may be matched with whom, what each already carries, what is known of them.
 *
 * Left out are members of the coordinating team (a network that hangs on its hub is not helped by hanging on it more),
 * members without a group on record, and those who already have unusually many contacts (above mean + 2 sd). A pair is a
 * candidate when its groups differ and at least one of the two has answered: of two who have not, nothing is known.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { type CompactGraph, compactSelected, forEachTie, unionOf } from '../graph/compact.ts';
import { groupsBy, MISSING_GROUP } from '../graph/groups.ts';
import { forEachKnownTie } from '../graph/known.ts';
import { select } from '../graph/select.ts';
import { pairKey } from './pair.ts';

export interface Field {
  ids: readonly string[];
  /** Ties without their direction, as they are now. */
  union: CompactGraph;
  /** Per member, 1 where they answered. */
  known: Uint8Array;
  /** Per member, contacts in other groups. */
  across: Int32Array;
  /** Arcs between and within groups, of those who answered: what the E-I index counts. */
  counted: { internal: number; external: number };
  /** Members who may be matched, as positions in `ids`, ascending. */
  eligible: readonly number[];
  mayMeet(a: number, b: number): boolean;
  /** Ties between the groups of two members, both directions as one. */
  seam(a: number, b: number): number;
  /** Says that one more tie will run between the groups of two members. */
  widenSeam(a: number, b: number): void;
}

export function fieldOf(records: NetworkRecords, groupBy: string, blocked: ReadonlySet<string>): Field {
  const ties = select(records);
  const graph = compactSelected(ties, false);
  const union = unionOf(graph);
  const { ids } = graph;
  const { known } = ties.response;
  const { of, names } = groupsBy(records, ids, groupBy);

  const degrees = new Int32Array(ids.length);
  const across = new Int32Array(ids.length);
  const seams = new Map<string, number>();
  const seamKey = (a: number, b: number): string => [of[a]!, of[b]!].sort((one, other) => one - other).join('|');
  const widenSeam = (a: number, b: number): void => {
    seams.set(seamKey(a, b), (seams.get(seamKey(a, b)) ?? 0) + 1);
  };
  forEachTie(union, (a, b) => {
    degrees[a]!++;
    degrees[b]!++;
    if (of[a] === of[b]) return;
    across[a]!++;
    across[b]!++;
    widenSeam(a, b);
  });
  const counted = { internal: 0, external: 0 };
  forEachKnownTie(graph, known, (from, to) => {
    counted[of[from] === of[to] ? 'internal' : 'external']++;
  });

  const hub = new Set(records.members.filter((body) => body.hub).map((body) => body.member));
  const missing = names.indexOf(MISSING_GROUP);
  const most = usualMost(degrees);
  return {
    ids,
    union,
    known,
    across,
    counted,
    eligible: [...ids.keys()].filter((v) => !hub.has(ids[v]!) && of[v] !== missing && degrees[v]! <= most),
    mayMeet: (a, b) => of[a] !== of[b] && (known[a] === 1 || known[b] === 1) && !blocked.has(pairKey(ids[a]!, ids[b]!)),
    seam: (a, b) => seams.get(seamKey(a, b)) ?? 0,
    widenSeam,
  };
}

/** Above this many contacts a member is a hub in fact: mean + 2 sd. */
function usualMost(degrees: Int32Array): number {
  const count = Math.max(1, degrees.length);
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / count;
  const variance = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / count;
  return mean + 2 * Math.sqrt(variance);
}
