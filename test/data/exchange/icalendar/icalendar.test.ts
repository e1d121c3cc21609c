import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { daysOf, feed, invitation, type Meeting, vtimezone } from '../../../../data/exchange/icalendar/index.ts';

const FROM = { name: 'River valley', address: 'network@example.org' };

function meeting(given: Partial<Meeting> = {}): Meeting {
  return {
    ...{ uid: 'session-1.river@weft.invalid', sequence: 0, title: 'Case clinic', description: null, place: null },
    ...{ timeZone: 'Europe/Berlin', day: '2026-03-10', at: '09:00', minutes: 90 },
    ...{ stamp: '2026-03-01T08:00:00.000Z', isCancelled: false, series: null, insteadOf: null, ...given },
  };
}

/** A second implementation reads it: ical.js, which did not write it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  if (zone !== null) ICAL.TimezoneService.register(zone);
  return { calendar, zone, events };
}

const utc = (time: ICAL.Time, zone: ICAL.Component | null): string => {
  const local = time.clone();
  if (zone !== null) local.zone = new ICAL.Timezone(zone);
  return new Date(local.toUnixTime() * 1000).toISOString();
};

function seriesOf(given: Partial<Parameters<typeof daysOf>[0]> & { timeZone?: string; at?: string } = {}): Meeting {
  const { timeZone = 'Europe/Berlin', at = '09:00', ...rest } = given;
  const series = { rhythm: 'P14D', from: '2026-03-10', until: '2026-12-31', blackouts: [], ...rest };
  const days = daysOf({ onBlackout: 'skip', ...series });
  return meeting({ timeZone, at, day: days.first, series: { ...days, rhythm: series.rhythm, until: series.until } });
}

/** All meetings of a series as a calendar would show them, in universal time. */
function shown(of: Meeting): string[] {
  const { events, zone } = read(feed([of], 'all'));
  const [main, ...exceptions] = events as [ICAL.Event, ...ICAL.Event[]];
  for (const exception of exceptions) main.relateException(exception);
  const found: string[] = [];
  const each = main.iterator();
  for (let next = each.next(); next; next = each.next()) {
    found.push(utc(main.getOccurrenceDetails(next).startDate, zone));
  }
  return found.sort();
}

describe('Law: what one implementation writes another reads: one meeting, its change, its end', () => {
  it('an invitation says who asks whom, when, in which zone, and for how long', () => {
    const { calendar, events, zone } = read(invitation(meeting(), 'REQUEST', FROM, 'ada@example.org'));
    const [event] = events as [ICAL.Event];
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(event).toMatchObject({ uid: 'session-1.river@weft.invalid', sequence: 0, summary: 'Case clinic' });
    expect(utc(event.startDate, zone)).toBe('2026-03-10T08:00:00.000Z');
    expect(event.duration.toSeconds()).toBe(90 * 60);
    expect(event.component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Berlin');
    expect(String(event.organizer).toLowerCase()).toBe('mailto:network@example.org');
    expect(event.attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual(['mailto:ada@example.org']);
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('a change keeps the UID and raises the sequence; a cancellation says so twice', () => {
    const changed = read(invitation(meeting({ sequence: 1, at: '10:00' }), 'REQUEST', FROM, 'ada@example.org'));
    expect(changed.events[0]).toMatchObject({ uid: 'session-1.river@weft.invalid', sequence: 1 });
    const ended = read(invitation(meeting({ sequence: 2 }), 'CANCEL', FROM, 'ada@example.org'));
    expect(ended.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(ended.events[0]).toMatchObject({ uid: 'session-1.river@weft.invalid', sequence: 2 });
    expect(ended.events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('words with every awkward sign come back as they were; lines have at most 75 octets and end in CRLF', () => {
    const title =
      'Übergang; „erstes“ Gespräch, mit \\ und 🧵 in 東京都の小児科 — und noch viel mehr Wörtern als in eine Zeile passen';
    const description = 'Erstens: Kaffee\nZweitens: BEGIN:VEVENT\nDrittens: a;b,c:d "e"';
    const text = invitation(
      meeting({ title, description, place: 'Raum 3, hinten' }),
      'REQUEST',
      FROM,
      'ada@example.org',
    );
    const { events } = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ summary: title, description, location: 'Raum 3, hinten' });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
  });
});

describe('Law: nine in the morning stays nine in the morning, through both changes of the clocks', () => {
  it.each([
    // Zone, from, until, and the hours in universal time at which it is nine there.
    ['Europe/Berlin', '2026-03-01', '2026-12-31', [7, 8]],
    ['Africa/Nairobi', '2026-03-01', '2026-12-31', [6]],
    // Summer time until February 2019, and never again; its clocks changed at midnight.
    ['America/Sao_Paulo', '2018-09-04', '2020-01-31', [11, 12]],
    // Summer time until April 2021, and never again; a day's length east of the date line.
    ['Pacific/Apia', '2020-08-03', '2022-01-31', [19, 20]],
  ] as const)('%s', (timeZone, from, until, hours) => {
    const series = seriesOf({ timeZone, from, until, rhythm: 'P1W' });
    const seen = shown(series);
    expect(seen).toHaveLength(series.series!.held.length);
    expect([...new Set(seen.map((instant) => Number(instant.slice(11, 13))))].sort((a, b) => a - b)).toEqual(hours);
    const local = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    for (const instant of seen) expect(local.format(new Date(instant))).toBe('09:00');
    const day = new Intl.DateTimeFormat('en-CA', { timeZone });
    expect(seen.map((instant) => day.format(new Date(instant)))).toEqual(series.series!.held.map((one) => one.day));
  });

  it('says of a zone every change between two days, and of one without changes its offset', () => {
    const count = (text: string, word: string) => text.split(word).length - 1;
    expect(count(vtimezone('Africa/Nairobi', '2026-01-01', '2026-12-31'), 'BEGIN:STANDARD')).toBe(1);
    const berlin = vtimezone('Europe/Berlin', '2026-01-01', '2026-12-31');
    expect(berlin).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200');
    expect(berlin).toContain('BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100');
    expect(vtimezone('America/Sao_Paulo', '2018-11-01', '2018-11-30')).toContain('DTSTART:20181104T000000');
  });
});

describe('Law: the days of a series are those of its rhythm, less the blackouts', () => {
  const BLACKOUTS = [{ from: '2026-12-21', to: '2027-01-03' }];
  const winter = { from: '2026-12-08', until: '2027-02-01', rhythm: 'P14D', blackouts: BLACKOUTS };

  it('skips a day in a blackout, as an exception that the calendar is told of', () => {
    const series = seriesOf({ ...winter, onBlackout: 'skip' });
    expect(series.series?.skipped).toEqual(['2026-12-22']);
    expect(shown(series).map((instant) => instant.slice(0, 10))).toEqual(['2026-12-08', '2027-01-05', '2027-01-19']);
  });

  it('moves it to the same weekday after, unless that runs into the next one', () => {
    const monthly = { ...winter, rhythm: 'monthly-4-TU', onBlackout: 'move' } as const;
    expect(daysOf(monthly)).toEqual({
      first: '2026-12-22',
      held: [
        { planned: '2026-12-22', day: '2027-01-05' },
        { planned: '2027-01-26', day: '2027-01-26' },
      ],
      skipped: [],
    });
    expect(shown(seriesOf(monthly)).map((instant) => instant.slice(0, 10))).toEqual(['2027-01-05', '2027-01-26']);
    expect(daysOf({ ...winter, onBlackout: 'move' }).skipped).toEqual(['2026-12-22']);
  });

  it('knows the second Tuesday and the last Friday of every month', () => {
    const year = { from: '2026-01-01', until: '2026-04-30', blackouts: [], onBlackout: 'skip' } as const;
    const days = (rhythm: string) => daysOf({ ...year, rhythm }).held.map(({ day }) => day);
    expect(days('monthly-2-TU')).toEqual(['2026-01-13', '2026-02-10', '2026-03-10', '2026-04-14']);
    expect(days('monthly-last-FR')).toEqual(['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']);
    expect(shown(seriesOf({ ...year, rhythm: 'monthly-last-FR' })).map((one) => one.slice(0, 10))).toEqual(
      days('monthly-last-FR'),
    );
    expect(() => daysOf({ ...year, rhythm: 'sometimes' })).toThrow('is no rhythm');
  });
});
