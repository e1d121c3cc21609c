/**
 * Networks in which everybody has as many ties as observed and nothing else is the same, and the mean adoption threshold
 * in each: what structural dependence is held against.
 *
 * Ties are rows of an adjacency. A swap exchanges the targets of two of its entries, so rows keep their lengths. Whether a
 * tie is there already is a bit in a table of all pairs where that fits the cache, and is read off one row where it does
 * not. An undirected tie has two entries that know each other. Why swaps are counted even when they are vain, and why all samples start from one centre:
 * analysis/inference/rewire.ts. Plain twin: test/analysis/kernels/twins/rewire.ts.
 */
import { byte, int, real, setByte, setInt, setReal } from './memory';
import { openStreams } from './random';

/**
 * `result`: for each run the mean threshold of its network, −1 where nobody has one.
 * `owners`, `mates` (the other entry of an undirected tie), `strengths` lie beside `targets`. `adopted` is a member's
 * period, −1 without; `counts` 1 for members whose threshold counts.
 * Work, as it comes: the same three for the `centre` and for a `run`; `state` 64 bytes; `pairs`, n rows of `stride` bytes,
 * a bit for each pair; `stride` 0: no table.
 */
export function rewiredThresholds(
  begin: i32, end: i32, result: usize,
  offsets: usize, owners: usize, targets: usize, mates: usize, strengths: usize, adopted: usize, counts: usize,
  centreTargets: usize, centreMates: usize, centreStrengths: usize, runTargets: usize, runMates: usize, runStrengths: usize, state: usize, pairs: usize,
  n: i32, entries: i32, stride: i32, directed: i32, weighted: i32, lag: i32, swaps: i32, centreRun: i32, a: i32, b: i32, c: i32, counter: i32,
): void {
  const ints = (<usize>entries) << 2;
  const reals = (<usize>entries) << 3;
  memory.copy(centreTargets, targets, ints);
  memory.copy(centreMates, mates, ints);
  memory.copy(centreStrengths, strengths, reals);
  openStreams(state, a, b, c, counter, centreRun);
  swapTargets(offsets, owners, centreTargets, centreMates, centreStrengths, state, pairs, n, entries, stride, directed, swaps);
  for (let run = begin; run < end; run++) {
    memory.copy(runTargets, centreTargets, ints);
    memory.copy(runMates, centreMates, ints);
    memory.copy(runStrengths, centreStrengths, reals);
    openStreams(state, a, b, c, counter, run);
    swapTargets(offsets, owners, runTargets, runMates, runStrengths, state, pairs, n, entries, stride, directed, swaps);
    setReal(result, run - begin, meanThreshold(offsets, runTargets, runStrengths, adopted, counts, n, weighted, lag));
  }
}

function swapTargets(
  offsets: usize, owners: usize, targets: usize, mates: usize, strengths: usize, state: usize, pairs: usize,
  n: i32, entries: i32, stride: i32, directed: i32, swaps: i32,
): void {
  memory.fill(pairs, 0, <usize>(n * stride));
  if (stride != 0) for (let at = 0; at < entries; at++) turn(pairs, stride, int(owners, at), int(targets, at));
  // The first of the four streams, kept in registers: two draws a swap are most of what a swap costs.
  let a = load<i32>(state), b = load<i32>(state, 16), c = load<i32>(state, 32), counter = load<i32>(state, 48);
  for (let swap = 0; swap < swaps; swap++) {
    const word = a + b + counter++;
    a = b ^ (b >>> 9);
    b = c + (c << 3);
    c = rotl<i32>(c, 21) + word;
    const word2 = a + b + counter++;
    a = b ^ (b >>> 9);
    b = c + (c << 3);
    c = rotl<i32>(c, 21) + word2;
    const one = below(word, entries);
    const other = below(word2, entries);
    const from = int(owners, one), to = int(targets, one);
    const from2 = int(owners, other), to2 = int(targets, other);
    if (from == to2 || from2 == to) continue;
    if (stride != 0) {
      if ((bitOf(pairs, stride, from, to2) | bitOf(pairs, stride, from2, to)) != 0) continue;
      turn(pairs, stride, from, to);
      turn(pairs, stride, from2, to2);
      turn(pairs, stride, from, to2);
      turn(pairs, stride, from2, to);
    } else if (isInRow(offsets, targets, from, to2) || isInRow(offsets, targets, from2, to)) {
      continue;
    }
    setInt(targets, one, to2);
    setInt(targets, other, to);
    if (directed != 0) continue;
    if (stride != 0) {
      turn(pairs, stride, to, from);
      turn(pairs, stride, to2, from2);
      turn(pairs, stride, to2, from);
      turn(pairs, stride, to, from2);
    }
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

/** A whole number below `limit`: word · limit / 2³², rounded down. */
@inline
function below(word: i32, limit: i32): i32 {
  return <i32>(((<u64><u32>word) * <u64>limit) >> 32);
}

@inline
function bitOf(pairs: usize, stride: i32, v: i32, w: i32): i32 {
  return (byte(pairs, v * stride + (w >> 3)) >> (w & 7)) & 1;
}

/** Sets the bit of a pair that is not tied, and clears that of one that is. */
@inline
function turn(pairs: usize, stride: i32, v: i32, w: i32): void {
  const at = v * stride + (w >> 3);
  setByte(pairs, at, byte(pairs, at) ^ (1 << (w & 7)));
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
