/**
 * Eight numbers side by side, one for each source of a batch: four registers of two float64.
 *
 * A member's eight lanes are 64 bytes, one cache line. A neighbour list is then read once for eight sources, which is
 * where the time of a search goes.
 */

export const LANES: i32 = 8;

/** The lanes of member `v` in an array of 8 × n float64. */
@inline
export function lanesOf(base: usize, v: i32): usize {
  return base + ((<usize>v) << 6);
}

@inline
export function clearLanes(at: usize): void {
  const zero = f64x2.splat(0);
  v128.store(at, zero);
  v128.store(at, zero, 16);
  v128.store(at, zero, 32);
  v128.store(at, zero, 48);
}

/** Which of the eight lanes are not zero, a bit each. */
@inline
export function lanesSet(a: v128, b: v128, c: v128, d: v128): i32 {
  const zero = f64x2.splat(0);
  return (
    i64x2.bitmask(f64x2.ne(a, zero)) |
    (i64x2.bitmask(f64x2.ne(b, zero)) << 2) |
    (i64x2.bitmask(f64x2.ne(c, zero)) << 4) |
    (i64x2.bitmask(f64x2.ne(d, zero)) << 6)
  );
}

/** All bits of a lane set where its bit among `mask` is: two lanes, those of `bits`. */
@inline
export function laneMask(mask: v128, bits: v128): v128 {
  return i64x2.ne(v128.and(mask, bits), i64x2.splat(0));
}
