export { feed, invitation, type Meeting, type Method } from './meeting.ts';
export type { OpenWords } from './of-records.ts';
export { daysOf, MOST_DAYS, ruleOf, type Series, type SeriesDays, type Span, WEEKDAYS } from './rhythm.ts';
export { heldUntil, meetingOfPart, meetingOfRitual, partOf, type RitualFacts } from './series-of-ritual.ts';
export { isException, meetingOfSession } from './session.ts';
export { vtimezone } from './vtimezone.ts';
