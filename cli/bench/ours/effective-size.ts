/** Effective size of everybody: contacts, less what they have in common (Borgatti 1997). */
import { degreeOf } from '../../../analysis/graph/compact.ts';
import { trianglesOf } from '../../../analysis/graph/triangles.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const { n, out } = graphOf(given);
  return {
    call: () => trianglesOf(n, out).map((triangles, v) => degreeOf(out, v) - (2 * triangles) / degreeOf(out, v)),
    answer: (effectiveSize) => ({ effectiveSize }),
  };
}
