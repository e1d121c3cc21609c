/**
 * Rogers' cuts: a figure is low, below the mean, above it or high by whether it is within a standard deviation (n − 1) of
 * the mean; who is exactly at a cut belongs below it. Rogers 2003, Diffusion of Innovations; Valente 1995.
 */
export interface Cuts {
  mean: number;
  sd: number;
  /** 0 at or below mean − sd; 1 to the mean; 2 to mean + sd; 3 above. */
  placeOf(value: number): 0 | 1 | 2 | 3;
}

/** @returns null where fewer than two are there, or all are alike: there is no spread to cut by. */
export function cutsOf(values: readonly number[]): Cuts | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  // Equal fractions leave a spread of rounding, by which nobody is early or late.
  if (sd <= 1e-12 * Math.abs(mean)) return null;
  return {
    mean,
    sd,
    placeOf: (value) => (value <= mean - sd ? 0 : value <= mean ? 1 : value <= mean + sd ? 2 : 3),
  };
}
