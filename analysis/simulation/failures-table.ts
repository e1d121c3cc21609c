/**
 * How many tries fail before the first that succeeds (a geometric number), from 32 random bits and no logarithm.
 *
 * A logarithm may differ in its last bit from one machine to the next, and with it a whole run; multiplications do not.
 * The chance of at least k failures is (1 − p)^k: the table holds it, and a draw looks up how many k it stays below.
 * Tries have no memory, so that a table of any length will do: whoever reaches its end draws again from there.
 * Kernels read the same two arrays (kernels/assembly/draws.ts).
 */
export interface FailuresTable {
  /** At k, the chance of at least k failures times 2³², as unsigned 32-bit numbers. */
  least: Int32Array;
  /** For each value of a draw's upper ten bits: failures that there are at least. */
  begin: Int32Array;
  /** No draw says more. */
  most: number;
}

/** Beyond this a longer table saves less than it costs to build. */
const USUAL_LENGTH = 256;

/** @param atLeast the table tells apart at least so many failures. */
export function failuresTable(probability: number, atLeast = 1): FailuresTable {
  const most = Math.max(USUAL_LENGTH, atLeast);
  const least = new Int32Array(most + 1);
  let chance = 1;
  for (let k = 0; k <= most; k++) {
    least[k] = Math.min(0xffff_ffff, Math.floor(chance * 0x1_0000_0000));
    chance *= 1 - probability;
  }
  const begin = new Int32Array(1024);
  for (let upper = 1023, count = 0; upper >= 0; upper--) {
    const largest = ((upper << 22) | 0x003f_ffff) >>> 0;
    while (count < most && largest < least[count + 1]! >>> 0) count++;
    begin[upper] = count;
  }
  return { least, begin, most };
}

export function failuresOf(draw: number, { least, begin, most }: FailuresTable): number {
  let count = begin[draw >>> 22]!;
  while (count < most && draw < least[count + 1]! >>> 0) count++;
  return count;
}
