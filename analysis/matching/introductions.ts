/**
 * Which members of different groups should meet: candidate ties ranked by what they would change, under a cap per person.
 *
 * Candidates are pairs of active members of different groups who are not tied in either direction, of whom at least one
 * has answered (of two who have not, nothing is known), and neither of whom is in the coordinating team (a network that
 * hangs on its hub is not helped by hanging on it more), has no group on record, or already has unusually many contacts
 * (above mean + 2 sd).
 *
 * A pair's score counts in pairs of members, so that all its parts are in one unit:
 *   score = reach gained      pairs of members who come within two steps, on top of the introductions ranked before
 *         + directions known  1 or 2: arcs that the E-I index would count, since it reads answered rows alone
 *         + common contacts   at most 3: who has a common contact accepts more readily (Kossinets & Watts 2006,
 *                             doi:10.1126/science.1116869), and more than a few vouch for nothing new
 *         − load              contacts across groups of the busier of the two: bridges are not loaded further
 * The whole set is chosen greedily, each pick re-scoring the rest. With one introduction per person reach is a coverage
 * function: the greedy choice is then at least a third of the best possible, and within a few per cent of it on the
 * networks of the tests (Fisher, Nemhauser & Wolsey 1978, doi:10.1007/BFb0121195). Ties break by lower load, then by id.
 *
 * Cost: O(picks · n² · degree) time, n² bytes; 60 members in milliseconds, 1,000 members in about a second.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { compactSelected, unionOf } from '../graph/compact.ts';
import { groupsBy, MISSING_GROUP } from '../graph/groups.ts';
import { forEachKnownTie } from '../graph/known.ts';
import { select } from '../graph/selection.ts';
import { pairKey } from './pair.ts';
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
  score: number;
  /** Pairs of members brought within two steps by this tie alone. */
  reachGained: number;
  /** By how much this tie alone, named by both, moves the E-I index; null where there are no ties yet. */
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
  'expected-extra-adopters': 'further adopters of the practices, against doing nothing, on average',
} as const;

const MOST_VOUCHING = 3;

export function introductions(records: NetworkRecords, options: IntroductionOptions): RankedIntroduction[] {
  const field = survey(records, options);
  const { reach, ids } = field;
  const before = new TwoStepReach(field.union);
  const openOf = (v: number): number => options.open?.get(ids[v]!) ?? 0;
  const room = ids.map((_, v) => options.capPerPerson - openOf(v));
  const load = ids.map((_, v) => field.across[v]! + openOf(v));

  const ranked: RankedIntroduction[] = [];
  while (ranked.length < options.atMost) {
    let best: Scored | null = null;
    for (const [a, b] of field.pairs()) {
      if (room[a]! < 1 || room[b]! < 1 || reach.areTied(a, b)) continue;
      const busier = Math.max(load[a]!, load[b]!);
      // What a pair can gain at most, without looking: a pick needs only beat the best so far.
      const ceiling = 1 + reach.contactsOf(a).length + reach.contactsOf(b).length + 2 + MOST_VOUCHING - busier;
      if (best !== null && ceiling < best.score) continue;
      const vouching = Math.min(MOST_VOUCHING, before.commonContacts(a, b));
      const score = reach.gained(a, b) + field.known[a]! + field.known[b]! + vouching - busier;
      if (best === null || score > best.score || (score === best.score && busier < best.busier)) {
        best = { a, b, score, busier };
      }
    }
    if (best === null) break;
    const { a, b } = best;
    ranked.push(describe(best, field, before));
    reach.add(a, b);
    room[a]!--;
    room[b]!--;
  }
  return ranked;
}

/** The value of a whole set, whatever its order: what the greedy choice tries to make large. */
export function valueOfSet(
  records: NetworkRecords,
  options: IntroductionOptions,
  pairs: readonly (readonly [string, string])[],
): number {
  const field = survey(records, options);
  const before = new TwoStepReach(field.union);
  let value = 0;
  for (const [first, second] of pairs) {
    const [a, b] = [field.ids.indexOf(first), field.ids.indexOf(second)];
    const busier = Math.max(...[a, b].map((v) => field.across[v]! + (options.open?.get(field.ids[v]!) ?? 0)));
    const vouching = Math.min(MOST_VOUCHING, before.commonContacts(a, b));
    value += field.reach.gained(a, b) + field.known[a]! + field.known[b]! + vouching - busier;
    field.reach.add(a, b);
  }
  return value;
}

interface Scored {
  a: number;
  b: number;
  score: number;
  busier: number;
}

/** What is known of the network before anybody is introduced. */
function survey(records: NetworkRecords, options: IntroductionOptions) {
  const ties = select(records);
  const graph = compactSelected(ties, false);
  const union = unionOf(graph);
  const { ids } = graph;
  const { known } = ties.response;
  const groups = groupsBy(records, ids, options.groupBy);
  const reach = new TwoStepReach(union);
  const contacts = ids.map((_, v) => reach.contactsOf(v));
  const across = contacts.map((of, v) => of.filter((w) => groups.of[w] !== groups.of[v]).length);

  const hub = new Set(records.members.filter((body) => body.hub).map((body) => body.member));
  const missing = groups.names.indexOf(MISSING_GROUP);
  const most = usualMost(contacts.map((of) => of.length));
  const eligible = [...ids.keys()].filter(
    (v) => !hub.has(ids[v]!) && groups.of[v] !== missing && contacts[v]!.length <= most,
  );
  const isCandidate = (a: number, b: number): boolean =>
    groups.of[a] !== groups.of[b] &&
    (known[a] === 1 || known[b] === 1) &&
    options.blocked?.has(pairKey(ids[a]!, ids[b]!)) !== true;

  const counted = { internal: 0, external: 0 };
  forEachKnownTie(graph, known, (from, to) => {
    counted[groups.of[from] === groups.of[to] ? 'internal' : 'external']++;
  });
  return {
    ids,
    union,
    known,
    reach,
    across,
    counted,
    /** Candidates with the lower number first; numbers follow the order of ids. */
    *pairs(): Generator<[number, number]> {
      for (const [at, a] of eligible.entries()) {
        for (let next = at + 1; next < eligible.length; next++) {
          const b = eligible[next]!;
          if (isCandidate(a, b)) yield [a, b];
        }
      }
    },
  };
}

function describe(
  { a, b, score, busier }: Scored,
  field: ReturnType<typeof survey>,
  before: TwoStepReach,
): RankedIntroduction {
  const { ids, known, counted } = field;
  const arcs = known[a]! + known[b]!;
  const facts = {
    reachGained: before.gained(a, b),
    eiChange: eiChangeOf(counted, arcs),
    distanceNow: before.distance(a, b),
    commonContacts: before.commonContacts(a, b),
    load: busier,
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
  return { members: [ids[a]!, ids[b]!], score, ...facts, reasons };
}

/** (E + k − I)/(E + k + I) − (E − I)/(E + I), for k further arcs between groups. */
function eiChangeOf({ internal, external }: { internal: number; external: number }, arcs: number): number | null {
  const all = internal + external;
  return all === 0 ? null : (external + arcs - internal) / (all + arcs) - (external - internal) / all;
}

/** Above this many contacts a member is a hub in fact: mean + 2 sd. */
function usualMost(degrees: readonly number[]): number {
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / Math.max(1, degrees.length);
  const variance = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / Math.max(1, degrees.length);
  return mean + 2 * Math.sqrt(variance);
}
