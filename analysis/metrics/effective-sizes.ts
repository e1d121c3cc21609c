/**
 * Effective size of each member's contacts, and how many contacts they are: computed once for the size and the efficiency.
 *
 * Without strengths Burt's form is Borgatti's k − 2t/k. With strengths it is the number of contacts less the redundancy;
 * a tie of strength 0 is no contact then.
 */
import { degreeOf } from '../graph/compact.ts';
import { redundancyOf } from '../graph/redundancy.ts';
import { trianglesOf } from '../graph/triangles.ts';
import type { MetricContext } from './context.ts';

export interface EffectiveSizes {
  contacts: Int32Array;
  /** 0 where there are no contacts. */
  sizes: Float64Array;
}

export function effectiveSizesOf(context: MetricContext): EffectiveSizes {
  return context.shared('effective-sizes', () => (context.settings.strength ? byStrength(context) : byTies(context)));
}

function byTies(context: MetricContext): EffectiveSizes {
  const { union } = context;
  const triangles = context.shared('triangles', () => trianglesOf(union.n, union.out));
  const contacts = Int32Array.from({ length: union.n }, (_, v) => degreeOf(union.out, v));
  const sizes = Float64Array.from(contacts, (k, v) => (k === 0 ? 0 : k - (2 * triangles[v]!) / k));
  return { contacts, sizes };
}

function byStrength({ union: { n, out } }: MetricContext): EffectiveSizes {
  const redundancy = redundancyOf(n, out);
  const contacts = Int32Array.from(
    { length: n },
    (_, v) => out.strengths.subarray(out.offsets[v]!, out.offsets[v + 1]!).filter((strength) => strength > 0).length,
  );
  return { contacts, sizes: Float64Array.from(contacts, (k, v) => k - redundancy[v]!) };
}
