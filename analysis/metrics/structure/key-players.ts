/** Key players: the few without whom the network breaks, and the few through whom all can be reached. */
import { type Adjacency, type CompactGraph, degreeOf } from '../../graph/compact.ts';
import { inTouchWithout } from '../../graph/fragmentation.ts';
import { createReached } from '../../graph/reached.ts';
import type { Metric } from '../metric.ts';
import { figure, REASONS } from '../result.ts';

/** How many players make a set. */
const SET_SIZE = 3;

/** Up to so many sets all are tried; above, the best player is added one by one. */
const MOST_SETS = 2_000;

/** For reach, one by one, only so many members with the most contacts are tried: whoever has few reaches little. */
const CANDIDATES = 100;

export const keyPlayers: Metric = {
  id: 'key-players',
  family: 'structure',
  scopes: ['network'],
  title: 'Key players',
  question: 'Which three would be missed most together, and through which three are all reached soonest?',
  definition:
    'fragmentation: the set whose leaving leaves the largest share of ordered pairs of the others out of touch, 1 − Σ s(s − 1)/(r(r − 1)) with s the sizes of the pieces and r the members who are left. reach: the set with the highest Σ 1/d(K, v) ÷ n over all members v, d = the steps to the nearest of the set, itself counting 1.',
  direction: 'Directions are joined. Strength is ignored.',
  normalization: 'Two sets of ids; details give the value of each, 0 to 1, and how it was searched.',
  edgeCases:
    'Fewer than 5 members, or no ties: null. Among sets of equal value the first by id is taken. Computed on the ties that were reported: answers that are missing may show ways around them.',
  cost: 'All sets up to 2,000 of them (23 members), each O(n + m); above that, greedy: for fragmentation among all members, O(n + m); for reach among the 100 members with most contacts, 100 searches of O(n + m) and shorter ones.',
  reference: 'Borgatti 2006, doi:10.1007/s10588-006-7084-x',
  oracle: 'exhaustive search on small networks; the greedy set is a set that is good, not proven best',
  laws: {
    relabel: {
      changes: 'among sets of equal value the first by name is taken',
      keeps: ['details.fragmentation', 'details.reach'],
    },
    reorder: 'same',
    isolate: { changes: 'one more who can only be reached by being of the set' },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Three who are each central may do the same work twice: the best set is not the three most central. Fragmentation shows risk, reach shows whom to tell first.',
  example: {
    network: 'a>x b>x c>x x>y d>y e>y f>y g',
    gives: { fragmentation: ['a', 'x', 'y'], reach: ['g', 'x', 'y'] },
  },
  options: [],
  needs: 'ties',
  readsTies: true,
  compute(context) {
    const { union } = context;
    if (union.n < SET_SIZE + 2)
      return [figure(context, keyPlayers, 'network', { reason: REASONS.fewerThan(SET_SIZE + 2) })];
    if (union.m === 0) return [figure(context, keyPlayers, 'network', { reason: REASONS.noTies })];
    const isSmall = setsOf(union.n) <= MOST_SETS;
    const fragmentation = isSmall ? exhaustive(union, fragmentationOf) : greedyFragmentation(union);
    const reach = isSmall ? exhaustive(union, reachOf) : greedyReach(union);
    const names = (set: number[]) => set.map((v) => union.ids[v]!);
    const details = {
      fragmentation: fragmentation.value,
      reach: reach.value,
      search: isSmall ? 'all sets' : `greedy among ${candidatesOf(union).length}`,
    };
    const value = { fragmentation: names(fragmentation.set), reach: names(reach.set) };
    return [figure(context, keyPlayers, 'network', { value }, { details })];
  },
};

type Worth = (graph: CompactGraph, set: readonly number[]) => number;

interface Players {
  set: number[];
  value: number;
}

/** Values this close are equal: sums of fractions in another order differ in the last bits. */
const SAME = 1e-12;

function setsOf(n: number): number {
  return (n * (n - 1) * (n - 2)) / 6;
}

function exhaustive(graph: CompactGraph, worth: Worth): Players {
  let best: Players = { set: [], value: -1 };
  for (let a = 0; a < graph.n; a++) {
    for (let b = a + 1; b < graph.n; b++) {
      for (let c = b + 1; c < graph.n; c++) {
        const value = worth(graph, [a, b, c]);
        if (value > best.value + SAME) best = { set: [a, b, c], value };
      }
    }
  }
  return best;
}

/** Whoever's leaving leaves the fewest in touch, one after another, among all members. */
function greedyFragmentation(graph: CompactGraph): Players {
  const gone = new Uint8Array(graph.n);
  const set: number[] = [];
  while (set.length < SET_SIZE) {
    const inTouch = inTouchWithout(graph.n, graph.out, gone);
    let best = -1;
    for (let v = 0; v < graph.n; v++) {
      if (gone[v] === 0 && (best === -1 || inTouch[v]! < inTouch[best]!)) best = v;
    }
    gone[best] = 1;
    set.push(best);
  }
  set.sort((a, b) => a - b);
  return { set, value: fragmentationOf(graph, set) };
}

/** Whoever brings the others nearest, one after another, among those with the most contacts. */
function greedyReach(graph: CompactGraph): Players {
  const reached = createReached(graph.n, graph.out);
  const candidates = candidatesOf(graph);
  const set: number[] = [];
  while (set.length < SET_SIZE) {
    let best = -1;
    let most = -1;
    for (const v of candidates) {
      if (set.includes(v)) continue;
      const gain = reached.gainOf(v) / graph.n;
      if (gain <= most + SAME) continue;
      most = gain;
      best = v;
    }
    reached.add(best);
    set.push(best);
  }
  set.sort((a, b) => a - b);
  return { set, value: reachOf(graph, set) };
}

function candidatesOf(graph: CompactGraph): number[] {
  const members = graph.ids.map((_, v) => v);
  const byContacts = members.sort((a, b) => degreeOf(graph.out, b) - degreeOf(graph.out, a) || a - b);
  return byContacts.slice(0, CANDIDATES).sort((a, b) => a - b);
}

function fragmentationOf({ n, out }: CompactGraph, set: readonly number[]): number {
  const seen = new Uint8Array(n);
  for (const v of set) seen[v] = 1;
  let inTouch = 0;
  for (let start = 0; start < n; start++) {
    if (seen[start] === 1) continue;
    const size = spread(out, [start], seen, () => {});
    inTouch += size * (size - 1);
  }
  const left = n - set.length;
  return 1 - inTouch / (left * (left - 1));
}

function reachOf({ n, out }: CompactGraph, set: readonly number[]): number {
  const seen = new Uint8Array(n);
  let sum = set.length;
  spread(out, set, seen, (found, steps) => {
    sum += found / steps;
  });
  return sum / n;
}

/** A breadth-first search from a set over members not yet seen; the number it found, the set included. */
function spread(
  { offsets, targets }: Adjacency,
  from: readonly number[],
  seen: Uint8Array,
  level: (found: number, steps: number) => void,
): number {
  const queue = [...from];
  for (const v of from) seen[v] = 1;
  let begin = 0;
  for (let steps = 1; begin < queue.length; steps++) {
    const end = queue.length;
    for (; begin < end; begin++) {
      const v = queue[begin]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const w = targets[at]!;
        if (seen[w] === 1) continue;
        seen[w] = 1;
        queue.push(w);
      }
    }
    level(queue.length - end, steps);
  }
  return queue.length;
}
