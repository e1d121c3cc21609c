export { meetingOfRitual, meetingOfSession, type OpenWords } from './from-records.ts';
export { feed, invitation, type Meeting, type Method } from './meeting.ts';
export { daysOf, MOST_DAYS, ruleOf, type Series, type SeriesDays, type Span, WEEKDAYS } from './rhythm.ts';
export { vtimezone } from './vtimezone.ts';
