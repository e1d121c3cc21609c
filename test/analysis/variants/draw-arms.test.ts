import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../analysis/inference/random.ts';
import { drawArms } from '../../../analysis/variants/draw-arms.ts';
import { ARMS, type Arm } from '../../../data/records/index.ts';

const people = (blocks: (string | null)[]) => blocks.map((block, at) => ({ member: `m${at}`, block }));
const blocks = fc.array(fc.constantFrom('x', 'y', 'z', null), { maxLength: 30 });
const arms = fc.integer({ min: 2, max: 4 }).map((count) => ARMS.slice(0, count));

function spread(drawn: { arm: Arm }[], of: readonly Arm[]): number {
  const counts = of.map((arm) => drawn.filter((one) => one.arm === arm).length);
  return Math.max(...counts) - Math.min(...counts);
}

describe('Law: arms are of like size, in each block and over the network, and who is in one hangs on the seed alone', () => {
  it('sizes differ by one at most, within blocks and, in the first draw, over all', () => {
    fc.assert(
      fc.property(blocks, arms, fc.nat(), (of, names, seed) => {
        const draw = { arms: names, members: people(of), known: [], isFirst: true };
        const drawn = drawArms({ ...draw, random: createRandom(seed, 's') });
        expect(drawn.map(({ member }) => member).sort()).toEqual(draw.members.map(({ member }) => member).sort());
        for (const block of new Set(of)) {
          expect(
            spread(
              drawn.filter((one) => one.block === block),
              names,
            ),
          ).toBeLessThanOrEqual(1);
        }
        expect(spread(drawn, names)).toBeLessThanOrEqual(1);
        const turned = { ...draw, members: draw.members.toReversed() };
        expect(drawArms({ ...turned, random: createRandom(seed, 's') })).toEqual(drawn);
      }),
    );
  });

  it('a joiner comes into the smallest arm of the block, and a round takes each arm once', () => {
    fc.assert(
      fc.property(blocks, arms, fc.nat(), (of, names, seed) => {
        const known: { arm: Arm; block: string | null; draw: string }[] = [];
        for (const [at, one] of people(of).entries()) {
          const random = createRandom(seed, `joined/${at}`);
          known.push(...drawArms({ arms: names, members: [one], known, isFirst: false, random }));
        }
        for (const block of new Set(of)) {
          const own = known.filter((one) => one.block === block);
          expect(spread(own, names)).toBeLessThanOrEqual(1);
          for (const draw of new Set(own.map((one) => one.draw))) {
            const round = own.filter((one) => one.draw === draw).map(({ arm }) => arm);
            expect(new Set(round).size).toBe(round.length);
          }
        }
      }),
    );
  });

  it('every member is as likely in one arm as in another', () => {
    const count = Array.from({ length: 4000 }, (_, seed) =>
      drawArms({
        ...{ arms: ['a', 'b'], members: people(['x', 'x', 'x', 'y', 'y']), known: [], isFirst: true },
        random: createRandom(seed, 's'),
      }).find(({ member }) => member === 'm2'),
    ).filter((one) => one?.arm === 'a').length;
    expect(Math.abs(count / 4000 - 0.5)).toBeLessThan(0.03);
  });
});
