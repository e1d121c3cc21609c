/**
 * How far a practice would spread from its present adopters, with some further ties and without them.
 *
 * Independent cascade (Kempe, Kleinberg & Tardos 2003, doi:10.1145/956750.956769): whoever takes the practice up gives each
 * contact one chance to follow. A tie `from → to` means that `from` names `to`, so the practice runs from `to` to `from`.
 * A cascade is the same as keeping each tie with the chance `rate` beforehand and asking who can be reached, which is how
 * it is run: the draws for the ties that are there come from a stream of their own, so that with and without further ties
 * are compared on the very same draws, and a further tie can only add.
 *
 * The chance is read from the network itself: of the ties over which a practice could have passed, those over which the
 * contact followed later, by a Beta(1, 1) mean. It is generous, since who followed may have had other reasons.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { type CompactGraph, compact, forEachTie } from '../graph/compact.ts';
import { createRandom } from '../inference/random.ts';

export interface Spread {
  practice: string;
  /** The chance that a practice passes over a tie. */
  rate: number;
  /** Adopters now. */
  adopters: number;
  /** How many more adopters a run ends with when these ties are there too: positions in `graph.ids`, practice from → to. */
  extra: (run: number, added: readonly PassingTie[]) => number;
}

/** A tie over which a practice may pass, with a name of its own for its draws. */
export interface PassingTie {
  from: number;
  to: number;
  stream: string;
}

/** One for each practice that somebody has taken up, in code-point order. */
export function spreadOf(records: NetworkRecords, seed: number): { graph: CompactGraph; spreads: Spread[] } {
  const graph = compact(records);
  const position = new Map(graph.ids.map((id, at) => [id, at]));
  const practices = [...new Set(records.adoptions.map((body) => body.practice))].sort(byCodePoint);
  const spreads = practices.flatMap((practice): Spread[] => {
    const since = new Map<number, number | string>();
    for (const { member, practice: of, time, censored } of records.adoptions) {
      const at = position.get(member);
      if (of === practice && !censored && time !== null && at !== undefined) since.set(at, time);
    }
    if (since.size === 0) return [];
    const rate = passingRate(graph, since);
    const extra = (run: number, added: readonly PassingTie[]): number =>
      extraAdopters(graph, [...since.keys()], rate, added, seed, `cascade/${practice}/${run}`);
    return [{ practice, rate, adopters: since.size, extra }];
  });
  return { graph, spreads };
}

/** The chance at which a practice has passed over a tie so far. */
export function passingRate(graph: CompactGraph, since: ReadonlyMap<number, number | string>): number {
  let chances = 0;
  let passed = 0;
  forEachTie(graph, (from, to) => {
    const source = since.get(to);
    const follower = since.get(from);
    if (source === undefined || (follower !== undefined && follower <= source)) return;
    chances++;
    if (follower !== undefined) passed++;
  });
  return (passed + 1) / (chances + 2);
}

function extraAdopters(
  graph: CompactGraph,
  adopters: readonly number[],
  rate: number,
  added: readonly PassingTie[],
  seed: number,
  stream: string,
): number {
  const passing: number[][] = Array.from({ length: graph.n }, () => []);
  const random = createRandom(seed, stream);
  forEachTie(graph, (from, to) => {
    if (random.next() < rate) passing[to]!.push(from);
  });
  const reached = new Uint8Array(graph.n);
  const without = spread(passing, reached, adopters);
  for (const tie of added) {
    if (createRandom(seed, `${stream}/${tie.stream}`).next() < rate) passing[tie.from]!.push(tie.to);
  }
  // Goes on from everybody reached so far: what is new can only come over the added ties.
  const before = [...reached.keys()].filter((v) => reached[v] === 1);
  reached.fill(0);
  return spread(passing, reached, before) - without;
}

/** Marks whoever can be reached from the start, and counts them. */
function spread(passing: readonly number[][], reached: Uint8Array, start: readonly number[]): number {
  const queue = [...start];
  for (const v of queue) reached[v] = 1;
  for (const v of queue) {
    for (const w of passing[v]!) {
      if (reached[w] === 1) continue;
      reached[w] = 1;
      queue.push(w);
    }
  }
  return queue.length;
}
