/**
 * Eight numbers side by side, one for each source of a batch: four registers of two float64, or two of four float32.
 *
 * A member's eight lanes are one cache line of 64 bytes, or half of one. A neighbour list is then read once for eight
 * sources, which is where the time of a search goes.
 */

export const LANES: i32 = 8;

/** The lanes of member `v` in an array of 8 × n numbers. */
@inline
export function lanesOf<T>(base: usize, v: i32): usize {
  return base + ((<usize>v) << (sizeof<T>() == 8 ? 6 : 5));
}

@inline
export function clearLanes<T>(at: usize): void {
  const zero = f64x2.splat(0);
  v128.store(at, zero);
  v128.store(at, zero, 16);
  if (sizeof<T>() == 8) {
    v128.store(at, zero, 32);
    v128.store(at, zero, 48);
  }
}

/** Which of the eight lanes are not zero, a bit each. Of float32 `c` and `d` are not looked at. */
@inline
export function lanesSet<T>(a: v128, b: v128, c: v128, d: v128): i32 {
  if (sizeof<T>() == 4) {
    const zero = f32x4.splat(0);
    return i32x4.bitmask(f32x4.ne(a, zero)) | (i32x4.bitmask(f32x4.ne(b, zero)) << 4);
  }
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
