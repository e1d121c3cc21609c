/**
 * Moran's I: whether those in contact are alike in some figure. Rows are normalised: what a member is compared with is the
 * mean of those whom the member names and who have the figure. Moran 1950, doi:10.2307/2332142.
 */
import type { MetricContext } from './context.ts';

export interface Autocorrelation {
  /** Members who have the figure. */
  n: number;
  /** −1/(n − 1), where the figure does not follow contact. */
  expected: number | null;
  /** Null where it is not defined; then `why` says so. */
  value: number | null;
  why: 'fewer than 3' | 'all alike' | 'no contact' | null;
}

/** @param figureOf of a member, null for who has none and is left out. */
export function autocorrelationOf(
  { graph, selected }: MetricContext,
  figureOf: (v: number) => number | null,
): Autocorrelation {
  const figures = graph.ids.map((_, v) => figureOf(v));
  const defined = figures.filter((figure) => figure !== null);
  const n = defined.length;
  const expected = n < 2 ? null : -1 / (n - 1);
  const without = (why: Autocorrelation['why']): Autocorrelation => ({ n, expected, value: null, why });
  if (n < 3) return without('fewer than 3');
  const mean = defined.reduce((sum, figure) => sum + figure, 0) / n;
  const spread = defined.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  if (defined.every((figure) => figure === defined[0])) return without('all alike');
  let together = 0;
  let weights = 0;
  for (const [v, own] of figures.entries()) {
    if (own === null || selected.response.known[v] === 0) continue;
    const named = graph.out.targets.subarray(graph.out.offsets[v]!, graph.out.offsets[v + 1]!);
    const others = Array.from(named, (w) => figures[w]!).filter((figure) => figure !== null);
    if (others.length === 0) continue;
    weights++;
    together += ((own - mean) * others.reduce((sum, figure) => sum + figure - mean, 0)) / others.length;
  }
  if (weights === 0) return without('no contact');
  return { n, expected, value: (n / weights) * (together / spread), why: null };
}
