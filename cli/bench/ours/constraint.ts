/** Burt's constraint of everybody. */
import { constraintOf } from '../../../analysis/graph/constraint.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Float64Array> {
  const { n, out } = graphOf(given);
  return { call: () => constraintOf(n, out), answer: (constraint) => ({ constraint }) };
}
