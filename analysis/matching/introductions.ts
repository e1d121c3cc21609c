/**
 * Which members should meet: the k introductions that do most for an aim, under a cap per person.
 *
 * Who is a candidate is said in field.ts, what a tie does for an aim in aims/; never a pair that is tied in either
 * direction. The set is chosen greedily, each pick re-scoring the rest, because introductions overlap in what they do.
 * Then each is held against all others that could stand in its place, and gives way to one that does more with the rest;
 * three such exchanges at most. Ties break by what the aim says, then by lower load, by the thinnest seam between two groups, by id.
 *
 * How far from the best, against all sets of two or three introductions on 60 networks of ten members (the tests print
 * it), on average and at worst: e-i 99 and 82 %, reach 99 and 83 %, cut-points 99 and 67 %, hub 99.6 and 75 %; the very
 * best in 52 to 59 of the 60.
 *
 * Cost: O(picks · n² · degree) time for choosing and as much for each exchange, at most three; n² bytes for aims
 * that look two steps far.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import type { Selection } from '../graph/selection.ts';
import type { Aim, AimId, Gain, Pursuit } from './aims/aim.ts';
import { aimOf } from './aims/index.ts';
import { type Field, fieldOf, type Seams } from './field.ts';
import { TwoStepReach } from './reach.ts';

export interface IntroductionOptions {
  /** What they are for. Default: more ties across groups. */
  aim?: AimId;
  /** The attribute whose groups are looked at; some aims need none. */
  groupBy?: string | null;
  /** How many at most. */
  atMost: number;
  /** How many may concern one person, with those that are open already. */
  capPerPerson: number;
  /** By member, where it is another number for them. */
  capOf?: ReadonlyMap<string, number>;
  /** By member: proposals and introductions that are open. */
  open?: ReadonlyMap<string, number>;
  /** Keys (see pair.ts) of pairs that are not to be introduced: they know each other, or were asked lately. */
  blocked?: ReadonlySet<string>;
  /** Which ties count. */
  selection?: Selection;
}

export type Reason = BodyOf<'proposal'>['reasons'][number];

export interface RankedIntroduction {
  /** In code-point order. */
  members: [string, string];
  /** On top of the introductions ranked before it; all the rest but the sentence is of this one alone. */
  score: number;
  /** Pairs of members brought within two steps. */
  reachGained: number;
  /** By how much the tie, named by both, moves the E-I index; null where there are no ties yet, or no groups. */
  eiChange: number | null;
  /** Steps between the two now; null where there is no way. */
  distanceNow: number | null;
  commonContacts: number;
  /** What the busier of the two carries: contacts (across groups, where there are groups), with what is open. */
  load: number;
  /** Who of the two did not answer: their own ties are unknown. */
  unanswered: string | null;
  /** The same as data, for a proposal. Codes are listed in `REASON_CODES`. */
  reasons: Reason[];
  /** Why these two, on top of the introductions ranked before them: by id, for people. */
  sentence: string;
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
  members: 'members whom the figure before is measured on; where a person proposed it',
  response: 'share of those asked who answered, for the figure before; where a person proposed it',
  p: 'how often chance alone gives a figure as far off as the one before; where a person proposed it',
  'made-in': 'where a person thought of it: “notebook”',
  because: 'reference to why, in the own words of the person who proposed it',
} as const;

const MOST_EXCHANGES = 3;

/** @throws MeasureError where the aim has nothing to work on. */
export function introductions(records: NetworkRecords, options: IntroductionOptions): RankedIntroduction[] {
  const { groupBy = null, blocked = new Set(), open = new Map(), selection = {} } = options;
  const aim = aimOf(options.aim ?? 'e-i');
  const field = fieldOf(records, { groupBy, acrossGroups: aim.acrossGroups, blocked, open, selection });
  const room = field.ids.map((id) => (options.capOf?.get(id) ?? options.capPerPerson) - (open.get(id) ?? 0));
  const matching = createMatching(aim, field, room);
  let picks: Candidate[] = [];
  while (picks.length < options.atMost) {
    const best = matching.best();
    if (best === null) break;
    matching.take(best);
    picks.push(best);
  }
  for (let exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
    const better = exchanged(aim, field, room, picks);
    if (better === null) break;
    picks = better;
  }
  return described(aim, field, room, picks);
}

interface Candidate {
  a: number;
  b: number;
  gain: Gain;
  /** What the busier of the two carries. */
  load: number;
  /** Ties and picks between the two groups. */
  seam: number;
}

interface Matching {
  /** The best introduction that is left; null where there is none. */
  best(): Candidate | null;
  /** A pair as things are now. */
  look(a: number, b: number): Candidate;
  take(pick: Candidate): void;
  because: Pursuit['because'];
}

/** An aim pursued under the caps: what is best changes with what was taken. */
function createMatching(aim: Aim, field: Field, roomAtFirst: readonly number[]): Matching {
  const pursuit = aim.begin(field);
  const seams: Seams = field.seams();
  const room = [...roomAtFirst];
  const taken = new Set<number>();
  const contacts = tiedPairs(field);
  const keyOf = (a: number, b: number): number => Math.min(a, b) * field.ids.length + Math.max(a, b);

  const look = (a: number, b: number): Candidate => {
    const load = Math.max(field.loadOf(a), field.loadOf(b));
    return { a, b, gain: pursuit.gain(a, b), load, seam: seams.between(a, b) };
  };
  /** Null where the two may not be introduced, or where it would not help. */
  const candidate = (a: number, b: number): Candidate | null => {
    if (!field.mayMeet(a, b) || contacts.has(keyOf(a, b)) || taken.has(keyOf(a, b))) return null;
    const pick = look(a, b);
    return aim.onlyIfItHelps && !helps(pick.gain) ? null : pick;
  };
  /**
   * Points that some introduction reaches, so that hardly any other need be looked at: each member is looked at with the
   * partner of the highest ceiling alone.
   */
  const barOf = (free: readonly number[]): number => {
    let bar = Number.NEGATIVE_INFINITY;
    for (const [at, a] of free.entries()) {
      let partner = -1;
      let highest = bar;
      for (let next = at + 1; next < free.length; next++) {
        const b = free[next]!;
        const ceiling = pursuit.ceiling(a, b);
        if (ceiling <= highest || ceiling === Number.POSITIVE_INFINITY || !field.mayMeet(a, b)) continue;
        if (contacts.has(keyOf(a, b)) || taken.has(keyOf(a, b))) continue;
        highest = ceiling;
        partner = b;
      }
      const pick = partner < 0 ? null : candidate(a, partner);
      if (pick !== null && pick.gain.points > bar) bar = pick.gain.points;
    }
    return bar;
  };
  return {
    look,
    because: pursuit.because,
    best() {
      let best: Candidate | null = null;
      const free = field.eligible.filter((v) => room[v]! > 0);
      const bar = barOf(free);
      for (const [at, a] of free.entries()) {
        for (let next = at + 1; next < free.length; next++) {
          const b = free[next]!;
          if (pursuit.ceiling(a, b) < (best?.gain.points ?? bar)) continue;
          const pick = candidate(a, b);
          if (pick !== null && (best === null || comparePicks(pick, best) > 0)) best = pick;
        }
      }
      return best;
    },
    take({ a, b }) {
      pursuit.add(a, b);
      seams.widen(a, b);
      taken.add(keyOf(a, b));
      room[a]!--;
      room[b]!--;
    },
  };
}

function tiedPairs({ union, ids }: Field): Set<number> {
  const tied = new Set<number>();
  const { offsets, targets } = union.out;
  for (let v = 0; v < union.n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++)
      if (v < targets[at]!) tied.add(v * ids.length + targets[at]!);
  }
  return tied;
}

function helps({ points, second }: Gain): boolean {
  return points > 0 || (points === 0 && second > 0);
}

/** Positive where the first is the better one. */
function comparePicks(one: Candidate, other: Candidate): number {
  return compareGains(one.gain, other.gain) || other.load - one.load || other.seam - one.seam;
}

function compareGains(one: Gain, other: Gain): number {
  return one.points - other.points || one.second - other.second;
}

/** The picks with the first that another does better than, in its place; null where each stands. */
function exchanged(aim: Aim, field: Field, room: readonly number[], picks: readonly Candidate[]): Candidate[] | null {
  for (const pick of picks) {
    const rest = picks.filter((other) => other !== pick);
    const matching = createMatching(aim, field, room);
    for (const other of rest) matching.take(other);
    const best = matching.best();
    const own = matching.look(pick.a, pick.b).gain;
    if (best !== null && compareGains(best.gain, own) > 0) return [...rest, best];
  }
  return null;
}

/** In the order in which each adds most to those before it, with what it does. */
function described(aim: Aim, field: Field, room: readonly number[], picks: readonly Candidate[]): RankedIntroduction[] {
  const matching = createMatching(aim, field, room);
  const now = new TwoStepReach(field.union);
  const left = picks
    .map(({ a, b }): [number, number] => [a, b])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const ranked: RankedIntroduction[] = [];
  while (left.length > 0) {
    let first = 0;
    for (const [at, [a, b]] of left.entries()) {
      const [c, d] = left[first]!;
      if (comparePicks(matching.look(a, b), matching.look(c, d)) > 0) first = at;
    }
    const [a, b] = left.splice(first, 1)[0]!;
    const pick = matching.look(a, b);
    ranked.push(introductionOf(pick, field, now, `${field.ids[a]} and ${field.ids[b]} ${matching.because(a, b)}.`));
    matching.take(pick);
  }
  return ranked;
}

function introductionOf(
  { a, b, gain, load }: Candidate,
  { ids, known, counted }: Field,
  now: TwoStepReach,
  sentence: string,
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
  return { members: [ids[a]!, ids[b]!], score: gain.points, ...facts, reasons, sentence };
}

/** (E + k − I)/(E + k + I) − (E − I)/(E + I), for k further arcs between groups. */
function eiChangeOf({ internal, external }: Field['counted'], arcs: number): number | null {
  const all = internal + external;
  return all === 0 ? null : (external + arcs - internal) / (all + arcs) - (external - internal) / all;
}
