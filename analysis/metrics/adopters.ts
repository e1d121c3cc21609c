/**
 * Who had taken up a practice by when, in periods: what every diffusion metric starts from.
 *
 * Whole-number times are periods themselves. Dates are gathered into calendar months, read from the text, so that no time
 * zone enters. Other numbers each make a period of their own. Periods run from the first to the last adoption without
 * gaps. Who has not adopted is censored: at risk as long as they were observed, and never counted as adopting later.
 */
import type { BodyOf } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { holdsAsOf } from '../graph/as-of.ts';
import { MeasureError, unknownName } from '../measure-error.ts';
import type { MetricContext } from './context.ts';

export interface Adopters {
  practice: string;
  /** The periods, in order: numbers, or months as 2026-03. */
  time: (number | string)[];
  /** Per member, the position in `time` of the period in which they adopted; -1: not while observed. */
  adopted: Int32Array;
  /** Per member, the last period in which they were observed: the last of all unless censored before. */
  observedUntil: Int32Array;
}

type Time = NonNullable<BodyOf<'adoption'>['time']>;

/** Longer than any programme: a time axis beyond this is a mistake in the data (a time stamp taken for a period). */
const MOST_PERIODS = 10_000;

/** The adopters of each practice that is asked for; practices without any adoption by then are among them. */
export function adoptersOf(context: MetricContext): Adopters[] {
  return context.shared('adopters', () => {
    const { records, settings } = context;
    const practices = [...new Set(records.adoptions.map((adoption) => adoption.practice))].sort(byCodePoint);
    if (settings.practice === null) return practices.map((practice) => adoptersOfOne(context, practice));
    if (!practices.includes(settings.practice)) throw unknownName('practice', settings.practice, practices);
    return [adoptersOfOne(context, settings.practice)];
  });
}

/** How many had adopted by the end of each period. */
export function cumulativeCounts({ time, adopted }: Adopters): number[] {
  const counts = time.map(() => 0);
  for (const period of adopted) if (period >= 0) counts[period]!++;
  for (let period = 1; period < counts.length; period++) counts[period]! += counts[period - 1]!;
  return counts;
}

function adoptersOfOne(context: MetricContext, practice: string): Adopters {
  const { records, settings, graph } = context;
  const position = new Map(graph.ids.map((id, v) => [id, v]));
  const at = new Map<number, Time>();
  const censoredAt = new Map<number, Time>();
  for (const adoption of records.adoptions) {
    const v = position.get(adoption.member);
    if (adoption.practice !== practice || v === undefined || adoption.time === null) continue;
    if (adoption.censored) censoredAt.set(v, adoption.time);
    else if (holdsAsOf(adoption.time, settings.selection.asOf)) at.set(v, adoption.time);
  }
  const axis = timeAxis(practice, [...at.values()]);
  const last = axis.time.length - 1;
  return {
    practice,
    time: axis.time,
    adopted: Int32Array.from(graph.ids, (_, v) => (at.has(v) ? axis.periodOf(at.get(v)!) : -1)),
    observedUntil: Int32Array.from(graph.ids, (_, v) => {
      const until = censoredAt.get(v);
      return until === undefined || at.has(v) ? last : Math.min(last, axis.periodOf(until));
    }),
  };
}

interface TimeAxis {
  time: (number | string)[];
  /** The last period that does not begin after the time; -1: before all. */
  periodOf: (time: Time) => number;
}

function timeAxis(practice: string, times: Time[]): TimeAxis {
  if (times.length === 0) return { time: [], periodOf: () => -1 };
  const dates = times.filter((time) => typeof time === 'string');
  const numbers = times.filter((time) => typeof time === 'number');
  if (dates.length > 0 && numbers.length > 0) {
    throw new MeasureError(
      `adoptions of "${practice}" mix dates and period numbers; give all times as one or the other`,
    );
  }
  const time = dates.length > 0 ? monthsBetween(dates) : periodsBetween(numbers);
  if (time.length > MOST_PERIODS) {
    throw new MeasureError(`adoptions of "${practice}" span ${time.length} periods; give dates or period numbers`);
  }
  const cell = (one: Time): number | string => (typeof one === 'string' ? one.slice(0, 7) : one);
  return { time, periodOf: (one) => time.findLastIndex((period) => period <= cell(one)) };
}

function periodsBetween(times: number[]): number[] {
  const first = times.reduce((low, time) => Math.min(low, time));
  const last = times.reduce((high, time) => Math.max(high, time));
  if (!times.every(Number.isInteger)) return [...new Set(times)].sort((a, b) => a - b);
  return Array.from({ length: Math.min(last - first, MOST_PERIODS) + 1 }, (_, step) => first + step);
}

function monthsBetween(dates: string[]): string[] {
  const months = dates.map((date) => {
    const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
    if (year === undefined) throw new MeasureError('a time of adoption is not a date; write it as 2026-02-28');
    return Number(year) * 12 + Number(month) - 1;
  });
  return periodsBetween(months).map((month) => {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
