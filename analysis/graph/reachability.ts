/**
 * Who can reach whom at all, as rows of bits over strong components (everybody in one reaches the same).
 *
 * Row c has bit d set when a member of component c can reach one of d by naming; each reaches itself. Components are
 * numbered as `strongComponents` finds them, so that a component is reached only by later ones: one pass fills all rows.
 * O(n + m + c²/32) words for c components.
 */
import type { CompactGraph } from './compact.ts';
import { strongComponents } from './components.ts';

export interface Reachability {
  component: Int32Array;
  count: number;
  sizes: Int32Array;
  /** Words per row. */
  words: number;
  rows: Int32Array;
}

export function reachabilityOf(graph: CompactGraph): Reachability {
  const component = strongComponents(graph.n, graph.out);
  const count = component.reduce((high, number) => Math.max(high, number + 1), 0);
  const words = Math.ceil(count / 32);
  const rows = new Int32Array(count * words);
  const sizes = new Int32Array(count);
  const membersOf = Array.from({ length: count }, (): number[] => []);
  for (const [v, number] of component.entries()) {
    sizes[number]!++;
    membersOf[number]!.push(v);
  }
  for (const [number, members] of membersOf.entries()) {
    setBit(rows, number * words, number);
    for (const v of members) {
      for (let tie = graph.out.offsets[v]!; tie < graph.out.offsets[v + 1]!; tie++) {
        const reached = component[graph.out.targets[tie]!]!;
        if (reached !== number) addRow(rows, number * words, reached * words, words);
      }
    }
  }
  return { component, count, sizes, words, rows };
}

export function setBit(rows: Int32Array, row: number, bit: number): void {
  rows[row + (bit >> 5)]! |= 1 << (bit & 31);
}

export function hasBit(rows: Int32Array, row: number, bit: number): boolean {
  return (rows[row + (bit >> 5)]! & (1 << (bit & 31))) !== 0;
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function addRow(rows: Int32Array, to: number, from: number, words: number): void {
  for (let word = 0; word < words; word++) rows[to + word]! |= rows[from + word]!;
}
