/**
 * Mentors and mentees: as many mentees as possible get one, then as few pairs as possible come again, then the points of
 * all together are the most that there can be (assignment.ts proves it). A mentor takes as many as they have room for; a
 * mentee who wishes for a skill gets a mentor who offers it, and both mean the same kind of mentorship.
 */
import { assign } from './assignment.ts';
import { type Account, type Candidate, drawnOrder, fairnessOf, type MatchRules, type Without } from './candidate.ts';
import { type Barrier, inWords, MOST_POINTS, termsAmong } from './terms.ts';

export interface Mentor extends Candidate {
  /** How many more mentees they take. */
  capacity: number;
  kinds: readonly string[];
  /** What they offer; a skill that they claim besides is not offered. */
  offers: readonly string[];
}

export interface Mentee extends Candidate {
  kind: string;
  /** Null: any mentor will do. */
  wish: string | null;
}

export interface MentorMatch {
  mentor: string;
  mentee: string;
  points: number;
  isRepeat: boolean;
  sentence: string;
}

export interface MentorMatching extends Account {
  matches: MentorMatch[];
}

export function matchMentors(
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
  rules: MatchRules,
): MentorMatching {
  const columns = drawnOrder(mentors, rules.seed, 'mentors');
  const rows = drawnOrder(mentees, rules.seed, 'mentees');
  const terms = termsAmong([...columns, ...rows], rules);
  // In one number: who is matched at all, then how few come again, then the points.
  const repeatCosts = 1 + MOST_POINTS * rows.length;
  const matchedCounts = repeatCosts * (rows.length + 1);
  const barriers = rows.map((mentee) => columns.map((mentor) => barrierBetween(mentee, mentor, terms.barrier)));
  const weights = new Float64Array(rows.length * columns.length).fill(-1);
  for (const [row, mentee] of rows.entries()) {
    for (const [column, mentor] of columns.entries()) {
      if (barriers[row]![column] !== null) continue;
      const { points, isRepeat } = terms.of(mentee, mentor, mentee.wish);
      weights[row * columns.length + column] = matchedCounts - (isRepeat ? repeatCosts : 0) + points;
    }
  }
  const capacities = columns.map(({ capacity }) => Math.max(0, capacity));
  const { columnOf, total, bound } = assign(weights, rows.length, capacities);

  const matches: MentorMatch[] = [];
  const without: Without[] = [];
  for (const [row, mentee] of rows.entries()) {
    const mentor = columns[columnOf[row] ?? -1];
    if (mentor === undefined) {
      without.push({ member: mentee.member, why: whyWithout(mentee, columns, barriers[row]!) });
      continue;
    }
    const pair = terms.of(mentee, mentor, mentee.wish);
    const { points, isRepeat } = pair;
    const sentence = `${inWords('the two', pair, mentee.wish)}.`;
    matches.push({ mentor: mentor.member, mentee: mentee.member, points, isRepeat, sentence });
  }
  matches.sort((a, b) => (a.mentee < b.mentee ? -1 : 1));
  without.sort((a, b) => (a.member < b.member ? -1 : 1));
  const points = matches.reduce((sum, match) => sum + match.points, 0);
  return {
    matches,
    // What the bound leaves beyond the matches is in points, as the rest of both is the same.
    ...{ points, bound: points + (bound - total), isBest: bound === total },
    fairness: fairnessOf(matches.map((match) => match.points)),
    without,
    blockingPairs: blockingPairs(columns, rows, matches, barriers),
    repeats: matches.filter(({ isRepeat }) => isRepeat).length,
    seed: rules.seed,
  };
}

type MentorBarrier = Barrier | 'other-kind' | 'not-offered';

function barrierBetween(
  mentee: Mentee,
  mentor: Mentor,
  between: (a: Candidate, b: Candidate) => Barrier | null,
): MentorBarrier | null {
  if (!mentor.kinds.includes(mentee.kind)) return 'other-kind';
  if (mentee.wish !== null && !mentor.offers.includes(mentee.wish)) return 'not-offered';
  return between(mentee, mentor);
}

const WHY: readonly [MentorBarrier, string][] = [
  ['blocked', 'every mentor left is one that the two of them are not to be matched with'],
  ['matched-before', 'every mentor left was theirs before'],
  ['too-alike', 'every mentor left is of the same'],
  ['no-common-hours', 'no mentor left shares enough hours of a working day'],
];

function whyWithout(
  { kind, wish }: Mentee,
  mentors: readonly Mentor[],
  barriers: readonly (MentorBarrier | null)[],
): string {
  if (mentors.length === 0) return 'nobody has offered';
  if (barriers.includes(null)) return 'every mentor who would do has no room left';
  if (barriers.every((barrier) => barrier === 'other-kind')) return `nobody offers ${kind}`;
  if (barriers.every((barrier) => barrier === 'other-kind' || barrier === 'not-offered'))
    return `nobody offers ${wish}`;
  return WHY.find(([barrier]) => barriers.includes(barrier))?.[1] ?? 'nobody would do';
}

/**
 * A mentee and a mentor, not matched, where the mentee would rather have that mentor than what they have, and the mentor
 * has room or would rather have that mentee than one of theirs (Gale & Shapley 1962, doi:10.1080/00029890.1962.11989827).
 * Whoever named nobody has no such wish.
 */
function blockingPairs(
  mentors: readonly Mentor[],
  mentees: readonly Mentee[],
  matches: readonly MentorMatch[],
  barriers: readonly (readonly unknown[])[],
): number | null {
  if (![...mentors, ...mentees].some(({ prefers = [] }) => prefers.length > 0)) return null;
  const mentorOf = new Map(matches.map(({ mentee, mentor }) => [mentee, mentor]));
  let count = 0;
  for (const [row, mentee] of mentees.entries()) {
    for (const [column, mentor] of mentors.entries()) {
      if (barriers[row]![column] !== null || mentorOf.get(mentee.member) === mentor.member) continue;
      if (!isDearer(mentee, mentor.member, mentorOf.get(mentee.member) ?? null)) continue;
      const own = matches.filter((match) => match.mentor === mentor.member).map((match) => match.mentee);
      const wouldTake = own.length < mentor.capacity || own.some((other) => isDearer(mentor, mentee.member, other));
      if (wouldTake) count++;
    }
  }
  return count;
}

/** Whoever is named is dearer than whoever is not, and anybody named is dearer than nobody. */
function isDearer({ prefers = [] }: Candidate, one: string, other: string | null): boolean {
  const place = prefers.indexOf(one);
  if (place === -1) return false;
  const otherPlace = other === null ? -1 : prefers.indexOf(other);
  return otherPlace === -1 || place < otherPlace;
}
