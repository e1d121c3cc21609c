/**
 * Arrays in memory as addresses: AssemblyScript's own arrays are objects with bounds checks, and a kernel reads a
 * neighbour list some hundred million times. Indexes are checked by what a Job lays out and by the plain twins in the tests.
 */

/** The element `at` of an Int32Array at `base`. */
@inline
export function int(base: usize, at: i32): i32 {
  return load<i32>(base + ((<usize>at) << 2));
}

/** Where that element stands: a loop that walks from one to the next by 4 bytes does no sums in between. */
@inline
export function entry(base: usize, at: i32): usize {
  return base + ((<usize>at) << 2);
}

@inline
export function setInt(base: usize, at: i32, value: i32): void {
  store<i32>(base + ((<usize>at) << 2), value);
}

/** The element `at` of a Float64Array at `base`. */
@inline
export function real(base: usize, at: i32): f64 {
  return load<f64>(base + ((<usize>at) << 3));
}

@inline
export function setReal(base: usize, at: i32, value: f64): void {
  store<f64>(base + ((<usize>at) << 3), value);
}

/** The element `at` of a Uint8Array at `base`. */
@inline
export function byte(base: usize, at: i32): i32 {
  return <i32>load<u8>(base + <usize>at);
}

@inline
export function setByte(base: usize, at: i32, value: i32): void {
  store<u8>(base + <usize>at, <u8>value);
}

/** Where memory is free: a Job's arrays are laid out from here. */
export function freeFrom(): usize {
  return __heap_base;
}
