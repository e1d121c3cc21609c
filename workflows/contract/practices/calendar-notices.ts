/**
 * Which notices bring an entry for the calendar: of which kind of record it is, and what the calendar does with it. An end
 * (`CANCEL`) of a series of which meetings were held is a change of it (`REQUEST`) to one that ends with the last of them.
 */

export interface CalendarNotice {
  of: 'session' | 'ritual' | 'ritual-part';
  method: 'REQUEST' | 'CANCEL';
}

export const CALENDAR_NOTICES: Readonly<Record<string, CalendarNotice>> = {
  'session-invited': { of: 'session', method: 'REQUEST' },
  'session-moved': { of: 'session', method: 'REQUEST' },
  'session-called-off': { of: 'session', method: 'CANCEL' },
  'session-left': { of: 'session', method: 'CANCEL' },
  'ritual-invited': { of: 'ritual', method: 'REQUEST' },
  'ritual-changed': { of: 'ritual', method: 'REQUEST' },
  'ritual-until-change': { of: 'ritual-part', method: 'REQUEST' },
  'ritual-ended': { of: 'ritual', method: 'CANCEL' },
  'ritual-left': { of: 'ritual', method: 'CANCEL' },
};
