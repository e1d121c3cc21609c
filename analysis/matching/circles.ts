/**
 * Triads and other small groups, formed for difference: the points of all pairs within them, added up. To find the best is
 * NP-hard for groups of three and more (Garey & Johnson 1979, partition into triangles), so this is a search: several
 * starts drawn by the seed, and from each, two members change places as long as anything is gained by it. (Groups of two
 * begin with the best pairs there are, and are the best where nobody is left over.) How good it is
 * is said beside it: `bound`, which nothing can exceed, the lower of
 *   - half of what everybody would have with the partners who suit them best, as many as a group has places for;
 *   - the best pairs of all (best-pairs.ts) times the number of sets of pairs into which a group's own pairs fall: 1 for a
 *     group of two, s − 1 for even and s for odd sizes.
 * Against all groupings of six to nine members into threes it found the best in each of sixty tries (the tests print it);
 * of a thousand members the bound leaves a third open, most of it the bound's own looseness.
 *
 * Groups differ by one in size at most, and none has fewer than two. Who cannot be with anybody is left out, with why.
 */
import { createRandom } from '../inference/random.ts';
import { bestPairs } from './best-pairs.ts';
import { type Account, type Candidate, drawnOrder, fairnessOf, type MatchRules, type Without } from './candidate.ts';
import { inWords, type Terms, termsAmong } from './terms.ts';

/** As one writes them within a sentence. */
const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

export interface Circle {
  /** In code-point order. */
  members: string[];
  points: number;
  /** Pairs in it who were in one group before. */
  repeats: number;
  sentence: string;
}

export interface Circles extends Omit<Account, 'blockingPairs'> {
  circles: Circle[];
  /** (bound − points) ÷ bound; null where there is nothing to gain. */
  gapAtMost: number | null;
}

/** Weigh more than all points that a change of places could gain. */
const BARRED = -1e9;
const REPEATED = -1e5;
const MOST_ROUNDS = 200;

export function formCircles(candidates: readonly Candidate[], size: number, rules: MatchRules): Circles {
  const people = drawnOrder(candidates, rules.seed, 'circles');
  const table = tableOf(people, rules);
  const sizes = sizesOf(people.length, size);
  const starts = people.length <= 60 ? 24 : people.length <= 300 ? 6 : 2;
  let best: number[][] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < starts && sizes.length > 0; start++) {
    const order = start === 0 && size === 2 ? pairedUp(people.length, table) : people.map((_, at) => at);
    if (start > 0 || size > 2) createRandom(rules.seed, 'matching/circles/start', start).shuffle(order);
    const groups = improved(split(order, sizes), table, people.length);
    const value = groups.reduce((sum, group) => sum + within(group, table.value), 0);
    if (value > most) [best, most] = [groups, value];
  }
  return described(people, best, table, rules);
}

interface Table {
  /** What the search looks at: points, less what a repeat costs, or barred. */
  value(a: number, b: number): number;
  points(a: number, b: number): number;
  terms(a: number, b: number): Terms;
  isBarred(a: number, b: number): boolean;
}

function tableOf(people: readonly Candidate[], rules: MatchRules): Table {
  const n = people.length;
  const terms = termsAmong(people, rules);
  const values = new Float64Array(n * n);
  const points = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const isBarred = terms.barrier(people[a]!, people[b]!) !== null;
      const pair = terms.of(people[a]!, people[b]!);
      values[a * n + b] = values[b * n + a] = isBarred ? BARRED : pair.points + (pair.isRepeat ? REPEATED : 0);
      points[a * n + b] = points[b * n + a] = isBarred ? 0 : pair.points;
    }
  }
  return {
    value: (a, b) => values[a * n + b]!,
    points: (a, b) => points[a * n + b]!,
    terms: (a, b) => terms.of(people[a]!, people[b]!),
    isBarred: (a, b) => values[a * n + b] === BARRED,
  };
}

/** As even as can be: seven in threes are four and three. */
export function sizesOf(people: number, size: number): number[] {
  if (people < 2) return [];
  const groups = Math.max(1, Math.min(Math.round(people / size), Math.floor(people / 2)));
  const least = Math.floor(people / groups);
  return Array.from({ length: groups }, (_, at) => least + (at < people % groups ? 1 : 0));
}

function split(order: readonly number[], sizes: readonly number[]): number[][] {
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return order.slice(from - size, from);
  });
}

/** More than all that repeats could cost, so that as many as possible have a partner. */
const PAIRED = 1e8;

/** Groups of two are pairs, and the best pairs are known: the search begins with them, and whoever is left over first. */
function pairedUp(n: number, { value, isBarred }: Table): number[] {
  const weights = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) if (a !== b && !isBarred(a, b)) weights[a * n + b] = PAIRED + value(a, b);
  }
  const { partnerOf } = bestPairs(weights, n);
  const members = [...partnerOf.keys()];
  const leading = members.filter((member) => partnerOf[member]! > member);
  return [
    ...members.filter((member) => partnerOf[member]! < 0),
    ...leading.flatMap((member) => [member, partnerOf[member]!]),
  ];
}

/** Two members change places while that gains anything. What each would have in each group is kept, so that a look is cheap. */
function improved(groups: number[][], { value }: Table, n: number): number[][] {
  const count = groups.length;
  const groupOf = new Int32Array(n);
  const withGroup = new Float64Array(n * count);
  for (const [group, members] of groups.entries()) {
    for (const member of members) groupOf[member] = group;
    for (let one = 0; one < n; one++) {
      for (const member of members) if (one !== member) withGroup[one * count + group]! += value(one, member);
    }
  }
  for (let round = 0, gains = true; gains && round < MOST_ROUNDS; round++) {
    gains = false;
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        const [from, to] = [groupOf[a]!, groupOf[b]!];
        if (from === to) continue;
        const now = withGroup[a * count + from]! + withGroup[b * count + to]!;
        const then = withGroup[a * count + to]! + withGroup[b * count + from]! - 2 * value(a, b);
        if (then <= now) continue;
        for (let one = 0; one < n; one++) {
          const change = (one === b ? 0 : value(one, b)) - (one === a ? 0 : value(one, a));
          withGroup[one * count + from]! += change;
          withGroup[one * count + to]! -= change;
        }
        groupOf[a] = to;
        groupOf[b] = from;
        gains = true;
      }
    }
  }
  return groups.map((_, group) => [...groupOf.keys()].filter((member) => groupOf[member] === group));
}

function within(group: readonly number[], value: (a: number, b: number) => number): number {
  let sum = 0;
  for (const [at, a] of group.entries()) for (const b of group.slice(at + 1)) sum += value(a, b);
  return sum;
}

function described(
  people: readonly Candidate[],
  groups: readonly number[][],
  table: Table,
  rules: MatchRules,
): Circles {
  const without: Without[] = [];
  const leave = (member: number, why: string) => without.push({ member: people[member]!.member, why });
  const kept: number[][] = [];
  for (const group of groups) {
    const left = withoutBarred(group, table);
    for (const member of group)
      if (!left.includes(member)) leave(member, 'is not to be in one group with those who are left');
    if (left.length >= 2) kept.push(left);
    else for (const member of left) leave(member, 'everybody else of the group is left out');
  }
  if (groups.length === 0) for (const member of people.keys()) leave(member, 'there is nobody else');
  const circles = kept.map((group) => circleOf(people, group, table));
  circles.sort((a, b) => (a.members[0]! < b.members[0]! ? -1 : 1));
  without.sort((a, b) => (a.member < b.member ? -1 : 1));
  const points = circles.reduce((sum, circle) => sum + circle.points, 0);
  const bound = boundOf(
    people.length,
    groups.map((group) => group.length),
    table,
  );
  const own = kept.flatMap((group) =>
    group.map((a) =>
      Math.round(group.reduce((sum, b) => sum + (a === b ? 0 : table.points(a, b)), 0) / (group.length - 1)),
    ),
  );
  return {
    ...{ circles, points, bound, isBest: points === bound, fairness: fairnessOf(own), without },
    gapAtMost: bound === 0 ? null : (bound - points) / bound,
    repeats: circles.reduce((sum, circle) => sum + circle.repeats, 0),
    seed: rules.seed,
  };
}

/** Whoever is barred from most others goes first, until nobody is barred from anybody. */
function withoutBarred(group: readonly number[], { isBarred }: Table): number[] {
  const left = [...group];
  for (;;) {
    const barred = left.map((a) => left.filter((b) => a !== b && isBarred(a, b)).length);
    const worst = Math.max(0, ...barred);
    if (worst === 0) return left;
    left.splice(barred.indexOf(worst), 1);
  }
}

function circleOf(people: readonly Candidate[], group: readonly number[], table: Table): Circle {
  const pairs = group.flatMap((a, at) => group.slice(at + 1).map((b) => table.terms(a, b)));
  const all: Terms = {
    points: 0,
    differIn: [...new Set(pairs.flatMap(({ differIn }) => differIn))].sort(),
    complements: [...new Set(pairs.flatMap(({ complements }) => complements))].sort(),
    pairsGained: pairs.reduce((sum, { pairsGained }) => sum + pairsGained, 0),
    hours: pairs.some(({ hours }) => hours === null) ? null : Math.min(...pairs.map(({ hours }) => hours!)),
    isRepeat: false,
  };
  const repeats = pairs.filter(({ isRepeat }) => isRepeat).length;
  const again =
    repeats === 0
      ? ''
      : `; ${repeats === 1 ? '1 pair was' : `${repeats} pairs were`} together before, which could not be avoided`;
  return {
    members: group.map((member) => people[member]!.member).sort(),
    points: within(group, table.points),
    repeats,
    sentence: `${inWords(`the ${NUMBERS[group.length] ?? group.length}`, all)}${again}.`,
  };
}

function boundOf(n: number, sizes: readonly number[], { points }: Table): number {
  const largest = Math.max(0, ...sizes);
  if (largest < 2) return 0;
  let halves = 0;
  const weights = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    const own: number[] = [];
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      weights[a * n + b] = points(a, b);
      own.push(points(a, b));
    }
    halves += own
      .sort((x, y) => y - x)
      .slice(0, largest - 1)
      .reduce((sum, one) => sum + one, 0);
  }
  const setsOfPairs = Math.max(...sizes.map((size) => (size % 2 === 0 ? size - 1 : size)));
  return Math.min(Math.floor(halves / 2), Math.floor(bestPairs(weights, n).bound * setsOfPairs));
}
