/** How cost grows with size: the exponent e in seconds ≈ c·(n + m)^e, by least squares on logarithms. */
export interface CostAtSize {
  members: number;
  ties: number;
  seconds: number;
}

/** Null where there is nothing to draw a line through. */
export function exponentOf(costs: readonly CostAtSize[]): number | null {
  const points = costs.map(({ members, ties, seconds }) => [Math.log(members + ties), Math.log(seconds)] as const);
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread === 0 ? null : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
}
