/**
 * Fewer cut-points: members whose leaving would take others out of touch.
 *
 * A network hangs together in blocks, parts that nobody's leaving breaks, joined at cut-points: a tree. A tie a–b closes
 * the way between them to one block. A cut-point on that way which joins two blocks is one no more; one that joins more
 * holds one fewer apart, which decides between equals. So what any tie would mend is read off the tree, without trying:
 * O(n) for all ties of one member. After each tie the tree is made anew, O(n + m).
 *
 * Ties between parts that are out of touch make cut-points, and are left to other aims. Two ties may mend together what
 * neither does alone, so that a greedy choice has no bound; what it has in fact is in the tests.
 */
import { createBlocks } from '../blocks.ts';
import type { Aim } from './aim.ts';

export const fewerCutPoints: Aim = {
  id: 'cut-points',
  title: 'Fewer cut-points',
  figure: 'cut-points',
  definition: 'members without whom somebody would be out of touch who is in touch now; directions joined',
  better: 'lower',
  acrossGroups: false,
  onlyIfItHelps: true,
  begin({ union }) {
    const blocks = createBlocks(union);
    return {
      value: () => blocks.cutPoints(),
      gain(a, b) {
        const { ended, mended } = blocks.mends(a, b);
        return { points: ended, second: mended };
      },
      ceiling: () => Number.POSITIVE_INFINITY,
      add: (a, b) => blocks.add(a, b),
      because(a, b) {
        const { ended, mended } = blocks.mends(a, b);
        const members = ended === 1 ? '1 member is' : `${ended} members are`;
        const parts = mended === 1 ? '1 part' : `${mended} parts`;
        return `would close a ring: ${members} no longer the only way to others, and ${parts} fewer hang on one person`;
      },
    };
  },
};
