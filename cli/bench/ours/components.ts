/** Weak components: which one everybody belongs to. */
import { sizesDescending, weakComponents } from '../../../analysis/graph/components.ts';
import { type Given, graphOf, type Work } from './work.ts';

export function prepare(given: Given): Work<Int32Array> {
  const { n, out } = graphOf(given);
  return {
    call: () => weakComponents(n, out),
    answer: (component) => ({ sizes: sizesDescending(component) }),
  };
}
