/**
 * How many hours of a working day two people share, from the zones in which they live: nine to five here and there, laid
 * over each other. Zones are IANA names or fixed offsets (UTC+03:00), looked up for a date, because summer time moves them.
 */
import type { Instant } from '../../data/records/index.ts';

const BEGINS_HOUR = 9;
const ENDS_HOUR = 17;
const DAY_HOURS = 24;
const FIXED = /^UTC([+-])(\d{2}):(\d{2})$/;

/** Hours ahead of UTC; null where the zone is not known, or is none. */
export function offsetHours(zone: string | null, at: Instant): number | null {
  if (zone === null) return null;
  const fixed = FIXED.exec(zone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) + Number(fixed[3]) / 60);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  const name = format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const parts = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name);
  if (parts === null) return null;
  return parts[1] === undefined ? 0 : (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) + Number(parts[3]) / 60);
}

/** From 0 (day and night) to 8. */
export function hoursTogether(oneOffset: number, otherOffset: number): number {
  const apart = Math.abs(oneOffset - otherOffset) % DAY_HOURS;
  // Around the globe the shorter way counts.
  return Math.max(0, ENDS_HOUR - BEGINS_HOUR - Math.min(apart, DAY_HOURS - apart));
}
