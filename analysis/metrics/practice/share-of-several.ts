/** A share that is shown only where several people are behind it: of one or two it would say what is their own affair. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';

export const LEAST_PEOPLE = 5;

/** What it means where there is no interval. */
export const SHARE_OF_SEVERAL_NULL = `fewer than ${LEAST_PEOPLE} members are behind it, or there is nothing to take a share of`;

export type Given = { value: number } | { reason: string };

/** @param nothing why there is no figure where there is nothing to take a share of. */
export function shareOfSeveral(
  count: number,
  of: number,
  people: ReadonlySet<string>,
  nothing: string,
): { given: Given; interval: [number, number] | null } {
  if (of === 0) return { given: { reason: nothing }, interval: null };
  if (people.size < LEAST_PEOPLE) {
    return {
      given: { reason: `fewer than ${LEAST_PEOPLE} members are behind it: it is shown from ${LEAST_PEOPLE} on` },
      interval: null,
    };
  }
  return { given: { value: count / of }, interval: wilsonInterval(count, of) as [number, number] };
}
