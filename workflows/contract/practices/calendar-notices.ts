/** Which notices bring an entry for the calendar: of which kind of record it is, and what the calendar does with it. */

export interface CalendarNotice {
  of: 'session';
  method: 'REQUEST' | 'CANCEL';
}

export const CALENDAR_NOTICES: Readonly<Record<string, CalendarNotice>> = {
  'session-invited': { of: 'session', method: 'REQUEST' },
  'session-moved': { of: 'session', method: 'REQUEST' },
  'session-called-off': { of: 'session', method: 'CANCEL' },
};
