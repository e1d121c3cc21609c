/**
 * The programme's clock. A real network's day lasts a day; the demonstration's lasts a fraction of a second. Everything
 * that people see and every fact that is stored is in programme time; only timers are in real time.
 */
import type { CharterDocument, Instant } from '../../data/records/index.ts';

export interface ProgrammeClock {
  /** The real instant at which the clock was started, in milliseconds since 1970. */
  startedRealMs: number;
  /** The programme instant at that moment, in milliseconds since 1970. */
  startedProgrammeMs: number;
  /** How long a programme day takes in real time. */
  dayLastsMs: number;
}

const DAY_MS = 86_400_000;

/** The clock of a network that is launched at a real instant under a charter. */
export function clockOf(charter: Pick<CharterDocument, 'clock'>, launchedRealMs: number): ProgrammeClock {
  if (charter.clock === undefined) {
    return { startedRealMs: launchedRealMs, startedProgrammeMs: launchedRealMs, dayLastsMs: DAY_MS };
  }
  return {
    startedRealMs: launchedRealMs,
    startedProgrammeMs: Date.parse(`${charter.clock.starts}T00:00:00.000Z`),
    dayLastsMs: charter.clock.dayLastsSeconds * 1000,
  };
}

/** What the programme's clock shows at a real instant. */
export function programmeInstant(clock: ProgrammeClock, realMs: number): Instant {
  const elapsed = ((realMs - clock.startedRealMs) * DAY_MS) / clock.dayLastsMs;
  return new Date(Math.round(clock.startedProgrammeMs + elapsed)).toISOString();
}

/** How long, in real milliseconds from a real instant, until the programme's clock shows `until`. Never negative. */
export function realDelayMs(clock: ProgrammeClock, realMs: number, until: Instant): number {
  const target = clock.startedRealMs + ((Date.parse(until) - clock.startedProgrammeMs) * clock.dayLastsMs) / DAY_MS;
  return Math.max(0, Math.ceil(target - realMs));
}

/** True where programme time is real time. */
export function isRealTime(clock: ProgrammeClock): boolean {
  return clock.dayLastsMs === DAY_MS;
}
