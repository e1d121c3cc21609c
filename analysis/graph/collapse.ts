/**
 * Rows → ties: parallel rows (same from, same to) become one tie, strengths added. Rows are grouped by whom they name, and
 * the members who are named are taken in order: the tie that somebody begins then comes after all that they began before,
 * so that lists come out ascending and rows of a pair meet, without a comparison. O(rows + members).
 */
import { group, type Lists, transpose } from './adjacency.ts';

/** In order of from, then to. */
export interface CollapsedRows {
  from: Int32Array;
  to: Int32Array;
  strength: Float64Array;
}

/** Rows between members 0 … n − 1; without strengths each counts 1. */
export function collapse(n: number, from: Int32Array, to: Int32Array, strength: Float64Array | null): CollapsedRows {
  return strength === null ? count(n, group(n, to, from, null)) : add(n, transpose(n, group(n, to, from, strength)));
}

/** How many rows there are of each pair. Pairs are counted before they are written: no array is longer than they need. */
function count(n: number, naming: Lists<null>): CollapsedRows {
  const next = new Int32Array(n + 1);
  const latest = new Int32Array(n).fill(-1);
  for (let target = 0; target < n; target++) {
    const end = naming.offsets[target + 1]!;
    for (let at = naming.offsets[target]!; at < end; at++) {
      const source = naming.targets[at]!;
      next[source + 1]! += latest[source] === target ? 0 : 1;
      latest[source] = target;
    }
  }
  for (let source = 0; source < n; source++) next[source + 1]! += next[source]!;
  const ties = { from: sourcesOf(n, next), to: new Int32Array(next[n]!), strength: new Float64Array(next[n]!) };
  if (ties.to.length === naming.targets.length) return onlyOnce(n, naming, next, ties);

  latest.fill(-1);
  for (let target = 0; target < n; target++) {
    const end = naming.offsets[target + 1]!;
    for (let at = naming.offsets[target]!; at < end; at++) {
      const source = naming.targets[at]!;
      // Where their next tie goes, or, of a pair that is there already, one before.
      const slot = next[source]! - (latest[source] === target ? 1 : 0);
      ties.to[slot] = target;
      ties.strength[slot]!++;
      next[source] = slot + 1;
      latest[source] = target;
    }
  }
  return ties;
}

/** The same where no pair is there twice. */
function onlyOnce(n: number, naming: Lists<null>, next: Int32Array, ties: CollapsedRows): CollapsedRows {
  const { to } = ties;
  for (let target = 0; target < n; target++) {
    const end = naming.offsets[target + 1]!;
    for (let at = naming.offsets[target]!; at < end; at++) to[next[naming.targets[at]!]!++] = target;
  }
  ties.strength.fill(1);
  return ties;
}

/** The strengths of each pair, added up. What is kept is written over what has been read. */
function add(n: number, { offsets, targets, strengths }: Lists<Float64Array>): CollapsedRows {
  const ends = new Int32Array(n + 1);
  let ties = 0;
  for (let v = 0, at = 0; v < n; v++) {
    const listEnd = offsets[v + 1]!;
    while (at < listEnd) {
      const begin = at++;
      const target = targets[begin]!;
      while (at < listEnd && targets[at] === target) at++;
      strengths[ties] = at - begin === 1 ? strengths[begin]! : sumOf(strengths.subarray(begin, at));
      targets[ties++] = target;
    }
    ends[v + 1] = ties;
  }
  const from = sourcesOf(n, ends);
  if (ties === targets.length) return { from, to: targets, strength: strengths };
  return { from, to: targets.slice(0, ties), strength: strengths.slice(0, ties) };
}

function sourcesOf(n: number, offsets: Int32Array): Int32Array {
  const sources = new Int32Array(offsets[n]!);
  for (let v = 0, at = 0; v < n; v++) for (const end = offsets[v + 1]!; at < end; at++) sources[at] = v;
  return sources;
}

/**
 * Whole numbers add up exactly in any order. Fractions do not, so they are added from the smallest: in whatever order
 * rows arrive, the sum has the same bits.
 */
function sumOf(strengths: Float64Array): number {
  let whole = 0;
  const fractions: number[] = [];
  for (const strength of strengths) {
    if (Number.isInteger(strength)) whole += strength;
    else fractions.push(strength);
  }
  return fractions.length === 0 ? whole : whole + fractions.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0);
}
