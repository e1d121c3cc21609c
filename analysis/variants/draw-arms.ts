/**
 * Members drawn into arms of like size within their block: each into the arm that has fewest of the block, by lot where
 * several have. Many at once come in an order drawn by lot, and remainders of blocks are levelled over the network; who
 * joins later is drawn alone. That is a draw in permuted blocks (Zelen 1974, doi:10.1016/0021-9681(74)90015-0): who was
 * drawn `first` in a block, and joiners of one round of it, could have changed places, which is what the test of the
 * comparison goes by.
 */
import type { Arm } from '../../data/records/index.ts';
import type { Random } from '../inference/random.ts';

export interface Drawn {
  member: string;
  arm: Arm;
  block: string | null;
  /** `first`, or the round of the block in which a joiner was drawn. */
  draw: string;
}

export interface Draw {
  arms: readonly Arm[];
  /** In whatever order: it is drawn in that of ids. */
  members: readonly { member: string; block: string | null }[];
  /** Who is in an arm already. */
  known: readonly { arm: Arm; block: string | null }[];
  /** Whether it is the first draw, of all who take part; else they have joined. */
  isFirst: boolean;
  random: Random;
}

export function drawArms({ arms, members, known, isFirst, random }: Draw): Drawn[] {
  const held = [...known];
  const drawn: Drawn[] = [];
  for (const block of blocksOf(members)) {
    const ofBlock = members.filter((one) => one.block === block).map(({ member }) => member);
    ofBlock.sort((a, b) => (a < b ? -1 : 1));
    if (isFirst) random.shuffle(ofBlock);
    for (const member of ofBlock) {
      const within = held.filter((one) => one.block === block);
      const smallest = fewest(arms, within);
      // Levelled only where the order was drawn: a joiner's arm must be open as long as several are alike.
      const open = isFirst ? fewest(smallest, held) : smallest;
      const arm = open[random.below(open.length)] as Arm;
      const draw = isFirst ? 'first' : `round-${1 + Math.floor(within.length / arms.length)}`;
      held.push({ arm, block });
      drawn.push({ member, arm, block, draw });
    }
  }
  return drawn;
}

/** In order of code points; who has no value comes last. */
function blocksOf(members: Draw['members']): (string | null)[] {
  const values = [...new Set(members.map(({ block }) => block))];
  return values.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}

function fewest(arms: readonly Arm[], held: readonly { arm: Arm }[]): Arm[] {
  const counts = arms.map((arm) => held.filter((one) => one.arm === arm).length);
  const least = Math.min(...counts);
  return arms.filter((_, at) => counts[at] === least);
}
