/**
 * Compares a figure with an oracle's: key sets and lengths first, then values.
 *
 * `NaN`, `NA` and `±Inf` of a record stand for our null: what another tool cannot say either. How many values were
 * compared and how far apart the farthest were is part of the answer, so that "agrees" can be read as a number.
 */

export interface Tolerance {
  /** Of the size of their figure. */
  relative: number;
  /** What a figure may be off by however small it is. */
  absolute: number;
}

export interface Comparison {
  /** Values compared, leaf by leaf. */
  values: number;
  /** Largest absolute difference of two numbers. */
  largest: number;
  /** In words, where values differ by more than the tolerance. */
  differences: string[];
}

const UNDEFINED: readonly unknown[] = ['NaN', 'NA', 'Inf', '-Inf'];

export function compare(ours: unknown, theirs: unknown, tolerance: Tolerance): Comparison {
  const comparison: Comparison = { values: 0, largest: 0, differences: [] };
  visit(ours, theirs, tolerance, '', comparison);
  return comparison;
}

function visit(ours: unknown, theirs: unknown, tolerance: Tolerance, path: string, found: Comparison): void {
  if (typeof ours === 'object' && typeof theirs === 'object' && ours !== null && theirs !== null) {
    const unlike = unlikeKeys(ours, theirs);
    if (unlike !== null) {
      found.values++;
      found.differences.push(at(path, unlike));
      return;
    }
    for (const [key, one] of Object.entries(ours)) {
      visit(one, (theirs as Record<string, unknown>)[key], tolerance, path === '' ? key : `${path}.${key}`, found);
    }
    return;
  }
  found.values++;
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const difference = Math.abs(ours - theirs);
    found.largest = Math.max(found.largest, difference);
    if (difference <= tolerance.relative * Math.abs(theirs) + tolerance.absolute) return;
  } else if (ours === theirs || (ours === null && UNDEFINED.includes(theirs))) {
    return;
  }
  found.differences.push(at(path, `ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`));
}

/** In words, where one has keys that the other has not; null where both have the same. */
function unlikeKeys(ours: object, theirs: object): string | null {
  const [our, their] = [Object.keys(ours).sort(), Object.keys(theirs).sort()];
  if (our.join('\n') === their.join('\n')) return null;
  const some = (keys: string[]) => `${keys.slice(0, 8).join(', ')} (${keys.length})`;
  return `ours has ${some(our)}, theirs ${some(their)}`;
}

function at(path: string, words: string): string {
  return path === '' ? words : `${path}: ${words}`;
}
