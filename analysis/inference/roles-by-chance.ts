/**
 * How often a member would mediate in each role if groups were dealt out by chance: mean and standard deviation, exactly.
 *
 * Every labelling of the grouped members with the same group sizes is equally likely. The mean of a count is the number
 * of open ways through the member times the chance of the role; its variance needs the chance that two ways have the role
 * at once, which hangs only on how the two overlap. So ways are counted by overlap, and no labelling is drawn: what ten
 * thousand shuffles would approach. Gould & Fernandez 1989, doi:10.2307/270949, worked out for labels instead of ties.
 */

export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;

/** Ordered pairs of open ways a → v → b through one member, by how they overlap beyond v. */
export interface Overlaps {
  /** The ways themselves: pairs of a way with itself. */
  ways: number;
  /** Both from one member, to two. */
  sameStart: number;
  /** Both to one member, from two. */
  sameEnd: number;
  /** The one's end is the other's start, and not the other way round. */
  chained: number;
  /** The same two members, there and back. */
  returned: number;
}

export interface RoleChances {
  /** Mean and standard deviation of the count in each role, for a member with these ways. */
  of(overlaps: Overlaps): { mean: number; deviation: number }[];
}

/** @param sizes of the groups; members without a group are not among them. */
export function roleChances(sizes: ArrayLike<number>): RoleChances {
  const chances = chancesOf(Array.from(sizes));
  return {
    of({ ways, sameStart, sameEnd, chained, returned }) {
      const apart = ways * ways - ways - sameStart - sameEnd - chained - returned;
      return ROLES.map((role) => {
        const chance = chances[role];
        const mean = ways * chance.one;
        const square =
          ways * chance.one +
          sameStart * chance.sameStart +
          sameEnd * chance.sameEnd +
          chained * chance.chained +
          returned * chance.returned +
          apart * chance.apart;
        const variance = square - mean * mean;
        // What is left of a difference of equal numbers is noise in their last digits.
        return { mean, deviation: variance > 1e-9 * Math.max(1, square) ? Math.sqrt(variance) : 0 };
      });
    },
  };
}

/** The chance that a way has a role, and that two ways have it which overlap so. */
interface Chance {
  one: number;
  sameStart: number;
  sameEnd: number;
  chained: number;
  returned: number;
  apart: number;
}

/** n (n − 1) … of so many factors: ordered choices of different members. */
function choices(n: number, of: number): number {
  let product = 1;
  for (let taken = 0; taken < of; taken++) product *= n - taken;
  return product;
}

function chancesOf(sizes: readonly number[]): Record<(typeof ROLES)[number], Chance> {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const over = (count: number, drawn: number): number => (n < drawn ? 0 : count / choices(n, drawn));
  const each = (of: (size: number) => number): number => sizes.reduce((sum, size) => sum + of(size), 0);
  const pairs = each((size) => choices(size, 2));

  const coordinator = (drawn: number): number =>
    over(
      each((size) => choices(size, drawn)),
      drawn,
    );
  // Both ends in one group, v in another; two ways apart may have their ends in one such group or in two.
  const oneItinerant = over(
    each((size) => choices(size, 2) * (n - size)),
    3,
  );
  const twoItinerant = over(
    each((size) => choices(size, 3) * (n - size)),
    4,
  );
  const squares = each((size) => choices(size, 2) ** 2);
  const apartItinerant = over(
    each((size) => choices(size, 4) * (n - size)) +
      n * (pairs ** 2 - squares) -
      2 * each((size) => size * choices(size, 2) * (pairs - choices(size, 2))),
    5,
  );
  // v and one end in a group, the other end outside.
  const shared = over(
    each((size) => choices(size, 3) * (n - size)),
    4,
  );
  const spread = over(
    each((size) => choices(size, 2) * choices(n - size, 2)),
    4,
  );
  const apartBetween = over(
    each((size) => choices(size, 3) * choices(n - size, 2)),
    5,
  );
  const between = { one: oneItinerant, chained: 0, returned: 0, apart: apartBetween };
  const oneLiaison = over(
    each((size) => size * (choices(n - size, 2) - (pairs - choices(size, 2)))),
    3,
  );
  const twoLiaison = over(
    each((size) => size * each2(sizes, size, (other) => other * choices(n - size - other, 2))),
    4,
  );
  const fours = each((size) => choices(size, 4));
  const apartLiaison = over(
    each((size) => {
      const outside = n - size;
      const alike = pairs - choices(size, 2);
      const bothAlike = fours - choices(size, 4) + alike ** 2 - (squares - choices(size, 2) ** 2);
      return size * (choices(outside, 4) - 2 * alike * choices(outside - 2, 2) + bothAlike);
    }),
    5,
  );
  return {
    coordinator: {
      one: coordinator(3),
      sameStart: coordinator(4),
      sameEnd: coordinator(4),
      chained: coordinator(4),
      returned: coordinator(3),
      apart: coordinator(5),
    },
    itinerant: {
      one: oneItinerant,
      sameStart: twoItinerant,
      sameEnd: twoItinerant,
      chained: twoItinerant,
      returned: oneItinerant,
      apart: apartItinerant,
    },
    representative: { ...between, sameStart: spread, sameEnd: shared },
    gatekeeper: { ...between, sameStart: shared, sameEnd: spread },
    liaison: {
      one: oneLiaison,
      sameStart: twoLiaison,
      sameEnd: twoLiaison,
      chained: twoLiaison,
      returned: oneLiaison,
      apart: apartLiaison,
    },
  };
}

/** The sum over all groups but one of the given size. */
function each2(sizes: readonly number[], but: number, of: (size: number) => number): number {
  let sum = -of(but);
  for (const size of sizes) sum += of(size);
  return sum;
}
