/**
 * Whether something observed at a time counts in a measurement as of a date.
 *
 * Times are period numbers or ISO dates. A date without hours includes its whole day, so `2013-04-04T16:32` counts as of
 * `2013-04-04`; comparing the text up to the length of `asOf` does this without any time zone.
 */
import type { BodyOf } from '../../data/records/index.ts';
import { MeasureError } from '../measure-error.ts';

type ObservedTime = NonNullable<BodyOf<'tie'>['time']>;

/** @throws MeasureError when the one is a period number and the other a date: they cannot be compared. */
export function holdsAsOf(time: ObservedTime | null, asOf: string | undefined): boolean {
  if (time === null || asOf === undefined) return true;
  if (typeof time === 'string') return time.slice(0, asOf.length) <= asOf;
  const period = Number(asOf);
  if (!Number.isFinite(period)) {
    throw new MeasureError(`asOf "${asOf}" is a date, but times here are period numbers; give a period number`);
  }
  return time <= period;
}
