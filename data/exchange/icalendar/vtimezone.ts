/**
 * A time zone as a calendar needs it (VTIMEZONE, RFC 5545, 3.6.5): every change of its clocks between two days, each on
 * its own. Read from the same tables by which Weft counts its instants, so that the two never part; no rule is guessed
 * from the past, so that zones that gave summer time up (São Paulo 2019, Apia 2021) are right on both sides.
 */
import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Meetings near the edges are covered as well. */
const MARGIN_DAYS = 370;

export function vtimezone(timeZone: string, from: string, until: string): string {
  const start = Date.parse(`${from}T00:00:00Z`) - MARGIN_DAYS * DAY_MS;
  const end = Date.parse(`${until}T00:00:00Z`) + MARGIN_DAYS * DAY_MS;
  const changes = changesOf(timeZone, start, end);
  const first = offsetAt(timeZone, start);
  const lines = [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance(timeZone, start, first, first),
    ...changes.flatMap(({ at, before, after }) => observance(timeZone, at, before, after)),
    'END:VTIMEZONE',
  ];
  return lines.join('\r\n');
}

/** Instants at which clocks change, to the minute, with the offsets around them in minutes. */
function changesOf(timeZone: string, start: number, end: number): { at: number; before: number; after: number }[] {
  const changes: { at: number; before: number; after: number }[] = [];
  let before = offsetAt(timeZone, start);
  for (let day = start; day < end; day += DAY_MS) {
    const after = offsetAt(timeZone, day + DAY_MS);
    if (after === before) continue;
    let [low, high] = [day, day + DAY_MS];
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS;
      if (offsetAt(timeZone, middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
    before = after;
  }
  return changes;
}

function observance(timeZone: string, at: number, before: number, after: number): string[] {
  const name = DateTime.fromMillis(at, { zone: timeZone }).isInDST ? 'DAYLIGHT' : 'STANDARD';
  // Its onset is in local time as it was until then.
  const onset = new Date(at + before * MINUTE_MS).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${name}`,
  ];
}

function offsetAt(timeZone: string, at: number): number {
  return DateTime.fromMillis(at, { zone: timeZone }).offset;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
