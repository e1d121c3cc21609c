/** The shapes of dots as SVG paths, for the legend: the same as the shader draws, by the same numbers. */
const PATHS = [
  'M6,0A6,6,0,1,1,-6,0A6,6,0,1,1,6,0',
  'M-5.2,-5.2H5.2V5.2H-5.2Z',
  'M0,-6.6L5.7,3.3H-5.7Z',
  'M0,-6L6,0L0,6L-6,0Z',
  'M-2.2,-6H2.2V-2.2H6V2.2H2.2V6H-2.2V2.2H-6V-2.2H-2.2Z',
  'M0,6.6L5.7,-3.3H-5.7Z',
  'M6.6,0L-3.3,5.7V-5.7Z',
] as const;

export function symbolPath(shape: number): string {
  return PATHS[shape] ?? PATHS[0];
}
