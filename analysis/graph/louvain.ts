/**
 * Communities of an undirected graph by Louvain's method: a division into circles with high modularity.
 *
 * Everybody begins alone, and goes to the circle of a contact where they raise modularity most, in a random order and
 * again whenever a contact has moved away. When nobody gains by moving, circles become the members of a smaller graph,
 * and the same begins anew with them, until no two circles gain by becoming one. Then the way is gone back: on each level,
 * whose members may meanwhile be better placed elsewhere, they move once more (Rotta & Noack 2011,
 * doi:10.1145/1963190.1970376), which raises modularity more than it costs.
 *
 * graphology-communities-louvain goes up only, on maps and objects: it takes longer for less modularity,
 * and a measurement runs the method twenty times. About O(m) a level, and few levels. Blondel, Guillaume, Lambiotte &
 * Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008; the queue: Traag 2015, doi:10.1103/PhysRevE.92.032801.
 */
import type { Random } from '../inference/random.ts';
import type { Adjacency } from './compact.ts';

/** The graph of one level: its members are circles of the level below. */
interface Level {
  n: number;
  offsets: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
  /** Of each member, the weight of all tie ends within it and between it and others. */
  ends: Float64Array;
}

/** Gains below this share of a member's own weight are rounding: without it two circles could swap a member for ever. */
const ROUNDING = 1e-12;

/**
 * @param weights of ties as they stand in the adjacency, at least 0; null: all are 1.
 * @returns the number of each member's circle, in the order of their first members.
 */
export function louvain(n: number, adjacency: Adjacency, weights: Float64Array | null, random: Random): Int32Array {
  let level = lowestLevel(n, adjacency, weights ?? new Float64Array(adjacency.targets.length).fill(1));
  const total = level.ends.reduce((sum, ends) => sum + ends, 0);
  const below: { level: Level; circles: Int32Array }[] = [];
  for (;;) {
    const circles = eachAlone(level.n);
    moveToCircles(level, circles, total, random);
    const count = numberInOrder(circles);
    if (count === level.n) break;
    below.push({ level, circles });
    level = levelAbove(level, circles, count);
  }
  let circles = eachAlone(level.n);
  for (const step of below.reverse()) {
    const above = circles;
    circles = step.circles.map((circle) => above[circle]!);
    moveToCircles(step.level, circles, total, random);
    numberInOrder(circles);
  }
  return circles;
}

function eachAlone(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, v) => v);
}

function lowestLevel(n: number, { offsets, targets }: Adjacency, weights: Float64Array): Level {
  const ends = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) ends[v]! += weights[at]!;
  }
  return { n, offsets, targets, weights, ends };
}

/** Moves members one by one, from the circles they are in, until nobody gains. */
function moveToCircles(level: Level, circle: Int32Array, total: number, random: Random): void {
  const { n, offsets, targets, weights, ends } = level;
  const endsOf = new Float64Array(n);
  for (let v = 0; v < n; v++) endsOf[circle[v]!]! += ends[v]!;
  const queue = eachAlone(n);
  random.shuffle(queue);
  const isWaiting = new Uint8Array(n).fill(1);
  // The weight of the present member's ties into each circle next to them; zero again before the next member.
  const into = new Float64Array(n);
  const near = new Int32Array(n);
  let head = 0;
  for (let waiting = n; waiting > 0; waiting--) {
    const v = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    isWaiting[v] = 0;
    const begin = offsets[v]!;
    const end = offsets[v + 1]!;
    let nearCount = 0;
    for (let at = begin; at < end; at++) {
      const c = circle[targets[at]!]!;
      const weight = weights[at]!;
      if (weight === 0) continue;
      if (into[c] === 0) near[nearCount++] = c;
      into[c]! += weight;
    }
    const own = circle[v]!;
    // Ties into a circle, less those to be expected there by chance.
    const byChance = ends[v]! / total;
    endsOf[own]! -= ends[v]!;
    let best = own;
    let bestGain = into[own]! - byChance * endsOf[own]! + ROUNDING * ends[v]!;
    for (let at = 0; at < nearCount; at++) {
      const c = near[at]!;
      const gain = into[c]! - byChance * endsOf[c]!;
      into[c] = 0;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = c;
    }
    endsOf[best]! += ends[v]!;
    if (best === own) continue;
    circle[v] = best;
    for (let at = begin; at < end; at++) {
      const w = targets[at]!;
      if (isWaiting[w] === 1 || circle[w] === best) continue;
      isWaiting[w] = 1;
      let tail = head + waiting - 1;
      if (tail >= n) tail -= n;
      queue[tail] = w;
      waiting++;
    }
  }
}

/** Numbers the circles anew from 0, in the order of their first members. @returns how many there are. */
function numberInOrder(circle: Int32Array): number {
  const numberOf = new Int32Array(circle.length).fill(-1);
  let count = 0;
  for (let v = 0; v < circle.length; v++) {
    const c = circle[v]!;
    if (numberOf[c] === -1) numberOf[c] = count++;
    circle[v] = numberOf[c]!;
  }
  return count;
}

/** The graph whose members are the circles; ties within a circle count among its ends alone. */
function levelAbove({ n, offsets, targets, weights, ends }: Level, circle: Int32Array, count: number): Level {
  const { begins, members } = membersByCircle(circle, count);
  const above: Level = {
    n: count,
    offsets: new Int32Array(count + 1),
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length),
    ends: new Float64Array(count),
  };
  for (let v = 0; v < n; v++) above.ends[circle[v]!]! += ends[v]!;
  // Where the tie to a circle stands in the list that is being made; places only grow, so that older ones are told by size.
  const place = new Int32Array(count).fill(-1);
  let next = 0;
  for (let c = 0; c < count; c++) {
    const first = next;
    for (let of = begins[c]!; of < begins[c + 1]!; of++) {
      const v = members[of]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const d = circle[targets[at]!]!;
        if (d === c) continue;
        if (place[d]! < first) {
          place[d] = next;
          above.targets[next++] = d;
        }
        above.weights[place[d]!]! += weights[at]!;
      }
    }
    above.offsets[c + 1] = next;
  }
  return { ...above, targets: above.targets.slice(0, next), weights: above.weights.slice(0, next) };
}

function membersByCircle(circle: Int32Array, count: number): { begins: Int32Array; members: Int32Array } {
  const begins = new Int32Array(count + 1);
  for (const c of circle) begins[c + 1]!++;
  for (let c = 0; c < count; c++) begins[c + 1]! += begins[c]!;
  const next = begins.slice(0, count);
  const members = new Int32Array(circle.length);
  for (let v = 0; v < circle.length; v++) members[next[circle[v]!]!++] = v;
  return { begins, members };
}
