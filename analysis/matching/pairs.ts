/**
 * Pairs across organisations (or whatever they are to differ in): as many as possible, then as few as possible who were a
 * pair before, then the most points together (best-pairs.ts proves it). Members of odd number leave one without.
 */
import { bestPairs } from './best-pairs.ts';
import { type Account, type Candidate, drawnOrder, fairnessOf, type MatchRules, type Without } from './candidate.ts';
import { pairOf } from './pair.ts';
import { type Barrier, inWords, MOST_POINTS, termsAmong } from './terms.ts';

export interface PairMatch {
  /** In code-point order. */
  members: [string, string];
  points: number;
  isRepeat: boolean;
  sentence: string;
}

export interface PairMatching extends Account {
  matches: PairMatch[];
}

export function matchPairs(candidates: readonly Candidate[], rules: MatchRules): PairMatching {
  const people = drawnOrder(candidates, rules.seed, 'pairs');
  const n = people.length;
  const terms = termsAmong(people, rules);
  const repeatCosts = 1 + MOST_POINTS * n;
  const matchedCounts = repeatCosts * (n + 1);
  const weights = new Float64Array(n * n);
  const barriers: (Barrier | null)[][] = people.map(() => []);
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const barrier = terms.barrier(people[a]!, people[b]!);
      barriers[a]!.push(barrier);
      barriers[b]!.push(barrier);
      if (barrier !== null) continue;
      const pair = terms.of(people[a]!, people[b]!);
      weights[a * n + b] = weights[b * n + a] = matchedCounts - (pair.isRepeat ? repeatCosts : 0) + pair.points;
    }
  }
  const { partnerOf, total, bound } = bestPairs(weights, n);
  const matches: PairMatch[] = [];
  const without: Without[] = [];
  for (const [a, partner] of partnerOf.entries()) {
    if (partner < 0) without.push({ member: people[a]!.member, why: whyWithout(barriers[a]!) });
    if (partner < a) continue;
    const pair = terms.of(people[a]!, people[partner]!);
    const { points, isRepeat } = pair;
    const members = pairOf(people[a]!.member, people[partner]!.member);
    matches.push({ members, points, isRepeat, sentence: `${inWords('the two', pair)}.` });
  }
  matches.sort((a, b) => (a.members[0] < b.members[0] ? -1 : 1));
  without.sort((a, b) => (a.member < b.member ? -1 : 1));
  const points = matches.reduce((sum, match) => sum + match.points, 0);
  return {
    matches,
    ...{ points, bound: points + (bound - total), isBest: bound === total },
    fairness: fairnessOf(matches.flatMap((match) => [match.points, match.points])),
    without,
    blockingPairs: blockingPairs(people, matches, terms.barrier),
    repeats: matches.filter(({ isRepeat }) => isRepeat).length,
    seed: rules.seed,
  };
}

const WHY: Record<Barrier, string> = {
  blocked: 'is not to be matched with anybody who is left',
  'too-alike': 'everybody else is of the same',
  'no-common-hours': 'shares too few hours of a working day with everybody else',
  'matched-before': 'was matched with everybody else before',
};

function whyWithout(barriers: readonly (Barrier | null)[]): string {
  if (barriers.length === 0) return 'there is nobody else';
  if (barriers.includes(null)) return 'everybody who would do has a partner';
  return WHY[barriers.find((barrier) => barrier !== 'blocked') ?? 'blocked'] ?? WHY.blocked;
}

/** As in mentors.ts, among equals: two who would both rather have each other than what they have. */
function blockingPairs(
  people: readonly Candidate[],
  matches: readonly PairMatch[],
  barrier: (a: Candidate, b: Candidate) => Barrier | null,
): number | null {
  if (!people.some(({ prefers = [] }) => prefers.length > 0)) return null;
  const partner = new Map(matches.flatMap(({ members: [a, b] }) => [[a, b] as const, [b, a] as const]));
  const wants = (one: Candidate, other: string): boolean => {
    const { prefers = [] } = one;
    const place = prefers.indexOf(other);
    const own = prefers.indexOf(partner.get(one.member) ?? '');
    return place !== -1 && (own === -1 || place < own);
  };
  let count = 0;
  for (const [at, a] of people.entries()) {
    for (const b of people.slice(at + 1)) {
      if (barrier(a, b) === null && wants(a, b.member) && wants(b, a.member)) count++;
    }
  }
  return count;
}
