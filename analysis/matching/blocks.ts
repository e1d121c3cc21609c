/**
 * Blocks and cut-points of a network to which ties are added: which cut-points a further tie would end.
 *
 * One depth-first walk gives the blocks (Hopcroft & Tarjan 1973, doi:10.1145/362248.362272): when all beyond a member has
 * been seen and nothing of it leads back past that member, what has piled up since is a block. The blocks and the
 * cut-points between them form a tree; the way from a to b in it is the way that a tie a–b closes.
 */
import { type CompactGraph, forEachTie } from '../graph/compact.ts';

export interface Mending {
  /** Cut-points that would be none any more; below 0 where the tie would make some. */
  ended: number;
  /** Parts that would no longer hang on one member. */
  mended: number;
}

export interface Blocks {
  cutPoints(): number;
  mends(a: number, b: number): Mending;
  add(a: number, b: number): void;
}

export function createBlocks(union: CompactGraph): Blocks {
  const contacts: number[][] = Array.from({ length: union.n }, () => []);
  forEachTie(union, (a, b) => {
    contacts[a]!.push(b);
    contacts[b]!.push(a);
  });
  let tree = blocksOf(contacts);
  let row = rowFrom(tree, contacts, -1);
  return {
    cutPoints: () => tree.blocksAt.filter((blocks) => blocks.length > 1).length,
    mends(a, b) {
      if (row.from !== a) row = rowFrom(tree, contacts, a);
      if (row.isReached[b] === 1) return { ended: row.ended[b]!, mended: row.mended[b]! };
      // Two parts become one: each of the two whom others hang on now joins one block more.
      const joins = [a, b].filter((v) => contacts[v]!.length > 0);
      return { ended: 0 - joins.filter((v) => tree.blocksAt[v]!.length === 1).length, mended: 0 - joins.length };
    },
    add(a, b) {
      contacts[a]!.push(b);
      contacts[b]!.push(a);
      tree = blocksOf(contacts);
      row = rowFrom(tree, contacts, -1);
    },
  };
}

interface BlockTree {
  /** Members of each block. */
  members: number[][];
  /** Per member, the blocks that they are in: more than one for a cut-point, none without ties. */
  blocksAt: number[][];
}

function blocksOf(contacts: readonly (readonly number[])[]): BlockTree {
  const n = contacts.length;
  const members: number[][] = [];
  const blocksAt: number[][] = Array.from({ length: n }, () => []);
  const found = new Int32Array(n).fill(-1);
  const earliest = new Int32Array(n);
  const next = new Int32Array(n);
  const piled: number[] = [];
  let time = 0;
  for (let root = 0; root < n; root++) {
    if (found[root] !== -1) continue;
    const path = [root];
    found[root] = earliest[root] = time++;
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (next[v]! < contacts[v]!.length) {
        const w = contacts[v]![next[v]!++]!;
        if (found[w] === -1) {
          found[w] = earliest[w] = time++;
          path.push(w);
          piled.push(w);
        } else {
          earliest[v] = Math.min(earliest[v]!, found[w]!);
        }
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above === undefined) continue;
      earliest[above] = Math.min(earliest[above]!, earliest[v]!);
      if (earliest[v]! < found[above]!) continue;
      const block = [above];
      for (let w = piled.pop()!; ; w = piled.pop()!) {
        block.push(w);
        if (w === v) break;
      }
      for (const w of block) blocksAt[w]!.push(members.length);
      members.push(block);
    }
  }
  return { members, blocksAt };
}

interface Row {
  from: number;
  isReached: Uint8Array;
  ended: Int32Array;
  mended: Int32Array;
}

/** What a tie from one member to each other would mend: one walk through the tree. */
function rowFrom({ members, blocksAt }: BlockTree, { length: n }: readonly unknown[], from: number): Row {
  const row: Row = { from, isReached: new Uint8Array(n), ended: new Int32Array(n), mended: new Int32Array(n) };
  if (from === -1) return row;
  const isEntered = new Uint8Array(members.length);
  const queue = [from];
  row.isReached[from] = 1;
  for (const v of queue) {
    const isBetween = v !== from;
    const joins = blocksAt[v]!.length;
    for (const block of blocksAt[v]!) {
      if (isEntered[block] === 1) continue;
      isEntered[block] = 1;
      for (const w of members[block]!) {
        if (row.isReached[w] === 1) continue;
        row.isReached[w] = 1;
        row.ended[w] = row.ended[v]! + (isBetween && joins === 2 ? 1 : 0);
        row.mended[w] = row.mended[v]! + (isBetween ? 1 : 0);
        queue.push(w);
      }
    }
  }
  return row;
}
