/**
 * Networks in which everybody has as many ties as observed and nothing else is the same, and the mean adoption threshold
 * in each: what structural dependence is held against.
 *
 * Ties are rows of an adjacency. A swap exchanges the targets of two of its entries, so rows keep their lengths and whether
 * a tie is there already is read off one short row: no set of ties is kept. An undirected tie has two entries that know
 * each other. Why swaps are counted even when they are vain, and why all samples start from one centre:
 * analysis/inference/rewire.ts. Plain twin: test/analysis/kernels/twins/rewire.ts.
 */
import { byte, int, real, setInt, setReal } from './memory';
import { belowLow, draw, openStreams } from './random';

/**
 * `result`: for each run the mean threshold of its network, −1 where nobody has one.
 * `owners`, `mates` (the other entry of an undirected tie), `strengths` lie beside `targets`. `adopted` is a member's
 * period, −1 without; `counts` 1 for members whose threshold counts.
 * Work, as it comes: the same three for the `centre` and for a `run`; `state` 64 bytes.
 */
export function rewiredThresholds(
  begin: i32, end: i32, result: usize,
  offsets: usize, owners: usize, targets: usize, mates: usize, strengths: usize, adopted: usize, counts: usize,
  centreTargets: usize, centreMates: usize, centreStrengths: usize, runTargets: usize, runMates: usize, runStrengths: usize, state: usize,
  n: i32, entries: i32, directed: i32, weighted: i32, lag: i32, swaps: i32, centreRun: i32, a: i32, b: i32, c: i32, counter: i32,
): void {
  const ints = (<usize>entries) << 2;
  const reals = (<usize>entries) << 3;
  memory.copy(centreTargets, targets, ints);
  memory.copy(centreMates, mates, ints);
  memory.copy(centreStrengths, strengths, reals);
  openStreams(state, a, b, c, counter, centreRun);
  swapTargets(offsets, owners, centreTargets, centreMates, centreStrengths, state, entries, directed, swaps);
  for (let run = begin; run < end; run++) {
    memory.copy(runTargets, centreTargets, ints);
    memory.copy(runMates, centreMates, ints);
    memory.copy(runStrengths, centreStrengths, reals);
    openStreams(state, a, b, c, counter, run);
    swapTargets(offsets, owners, runTargets, runMates, runStrengths, state, entries, directed, swaps);
    setReal(result, run - begin, meanThreshold(offsets, runTargets, runStrengths, adopted, counts, n, weighted, lag));
  }
}

function swapTargets(
  offsets: usize, owners: usize, targets: usize, mates: usize, strengths: usize, state: usize,
  entries: i32, directed: i32, swaps: i32,
): void {
  for (let swap = 0; swap < swaps; swap++) {
    const one = <i32>i64x2.extract_lane(belowLow(draw(state), entries), 0);
    const other = <i32>i64x2.extract_lane(belowLow(draw(state), entries), 0);
    const from = int(owners, one), to = int(targets, one);
    const from2 = int(owners, other), to2 = int(targets, other);
    if (from == to2 || from2 == to) continue;
    if (isInRow(offsets, targets, from, to2) || isInRow(offsets, targets, from2, to)) continue;
    setInt(targets, one, to2);
    setInt(targets, other, to);
    if (directed != 0) continue;
    const back = int(mates, one), back2 = int(mates, other);
    setInt(targets, back, from2);
    setInt(targets, back2, from);
    setInt(mates, one, back2);
    setInt(mates, back2, one);
    setInt(mates, other, back);
    setInt(mates, back, other);
    // A strength stays with the entry whose owner named first; its mate follows.
    setReal(strengths, back2, real(strengths, one));
    setReal(strengths, back, real(strengths, other));
  }
}

function isInRow(offsets: usize, targets: usize, v: i32, w: i32): bool {
  for (let at = int(offsets, v), last = int(offsets, v + 1); at < last; at++) if (int(targets, at) == w) return true;
  return false;
}

function meanThreshold(offsets: usize, targets: usize, strengths: usize, adopted: usize, counts: usize, n: i32, weighted: i32, lag: i32): f64 {
  let sum: f64 = 0;
  let members = 0;
  for (let v = 0; v < n; v++) {
    if (byte(counts, v) == 0) continue;
    const latest = int(adopted, v) - lag;
    let all: f64 = 0;
    let reached: f64 = 0;
    for (let at = int(offsets, v), last = int(offsets, v + 1); at < last; at++) {
      const amount = weighted != 0 ? real(strengths, at) : 1;
      const when = int(adopted, int(targets, at));
      all += amount;
      if (when >= 0 && when <= latest) reached += amount;
    }
    if (all == 0) continue;
    sum += reached / all;
    members++;
  }
  return members == 0 ? -1 : sum / members;
}
