/**
 * The one source of chance in `analysis`: seeded, and split into named streams.
 *
 * Every metric draws from a stream of its own ("e-i-index/permutation"), so that adding, leaving out or reordering
 * metrics never changes another metric's figures. The generator is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of
 * state, small, fast, and the same on every machine because it uses 32-bit integers alone.
 */
export interface Random {
  /** The next number in [0, 1), one of 2³². */
  next(): number;
  /** The next whole number in [0, below). The bias, below/2³², is far under what any count here can show. */
  below(below: number): number;
  /** Shuffles in place (Fisher–Yates): every order is equally likely. */
  shuffle(items: Int32Array | unknown[]): void;
}

/** @param run of a simulation or permutation: each has a stream of its own, as in analysis/kernels/assembly/random.ts. */
export function createRandom(seed: number, stream: string, run = 0): Random {
  let [a, b, c, counter] = streamWords(seed, stream);
  c ^= run;
  const next32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) next32();

  const below = (limit: number): number => Math.floor((next32() / 0x1_0000_0000) * limit);
  return {
    next: () => next32() / 0x1_0000_0000,
    below,
    shuffle(items) {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const kept = items[last]!;
        items[last] = items[other]!;
        items[other] = kept;
      }
    },
  };
}

/** Where a stream begins: four words, for a kernel that opens the streams of its runs itself. */
export function streamWords(seed: number, stream: string): [number, number, number, number] {
  return stateFrom(`${seed}/${stream}`);
}

/** Four well-mixed words from a text (xmur3 by bryc: MurmurHash3's mixing over UTF-16 units). */
function stateFrom(text: string): [number, number, number, number] {
  let hash = 1779033703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash | 0;
  };
  return [word(), word(), word(), word()];
}
