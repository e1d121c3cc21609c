/** What people do about sessions, before, in and after them, and what they are told. */
import { z } from 'zod';
import { FORMATS, LocalTime } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

/** By which right a session may decide: one of the charter's, or the consent of those present. */
export const SESSION_RIGHTS = [
  'those-present',
  'confirm-readiness',
  'set-agenda',
  'decide-proposals',
  'decide-sustainment',
  'stop-proposals',
  'close-early',
] as const;

const Minutes = z.int().min(5, 'a session lasts 5 minutes at least').max(1440);
const TimeBoxes = z.array(z.int().min(1).max(1440)).max(30);
const lines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

/** Every item of an agenda has its time, and all of them fit the session. */
function agendaFits(given: { agenda?: string; timeBoxes?: number[]; minutes?: number }): boolean {
  if (given.agenda === undefined) return given.timeBoxes === undefined;
  const boxes = given.timeBoxes ?? [];
  const total = boxes.reduce((sum, box) => sum + box, 0);
  return boxes.length === lines(given.agenda) && (given.minutes === undefined || total <= given.minutes);
}
const AGENDA_FITS =
  'give the agenda a line an item and timeBoxes the minutes of each, together no longer than the session';

const ItemOfSessions = { practice: 'sessions', item: 'session' } as const;

export const sessionActions = {
  'announce-session': action({
    name: 'announce-session',
    does: 'announce a session: when (on the network’s own clock), how long, in which format, with which agenda',
    may: { roles: ['lead', 'facilitator'] },
    takenBy: { practice: 'sessions' },
    payload: z
      .strictObject({
        title: Text,
        format: z.enum(FORMATS),
        starts: LocalTime,
        minutes: Minutes,
        place: Text.optional(),
        agenda: Text.optional(),
        timeBoxes: TimeBoxes.optional(),
        cycle: z.int().min(1).max(1000).optional(),
        facilitator: Id.optional(),
      })
      .refine(agendaFits, { message: AGENDA_FITS, path: ['timeBoxes'] }),
    words: ['title', 'place', 'agenda'],
    people: ['facilitator'],
    takingPart: ['facilitator'],
    example: {
      ...{ title: 'Case clinic: one intake form', format: 'case-clinic', starts: '2026-03-10T09:00', minutes: 90 },
      ...{ place: 'https://meet.example.org/valley', agenda: 'Welcome\nTwo cases\nWhat we take home' },
      timeBoxes: [10, 60, 20],
    },
  }),
  'plan-session': action({
    name: 'plan-session',
    does: 'give your session its agenda and time boxes',
    may: { concerned: true },
    takenBy: ItemOfSessions,
    payload: z
      .strictObject({ session: Id, agenda: Text, timeBoxes: TimeBoxes })
      .refine(agendaFits, { message: AGENDA_FITS, path: ['timeBoxes'] }),
    words: ['agenda'],
    people: [],
    example: { session: 'session-1', agenda: 'Welcome\nTwo cases', timeBoxes: [10, 60] },
  }),
  'move-session': action({
    name: 'move-session',
    does: 'move your session to another time; everybody’s calendar follows',
    may: { concerned: true },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id, starts: LocalTime, minutes: Minutes.optional() }),
    words: [],
    people: [],
    example: { session: 'session-1', starts: '2026-03-11T10:00' },
  }),
  'call-off-session': action({
    name: 'call-off-session',
    does: 'call your session off; it goes from everybody’s calendar',
    may: { concerned: true },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id }),
    words: [],
    people: [],
    example: { session: 'session-1' },
  }),
  'come-to-session': action({
    name: 'come-to-session',
    does: 'say whether you come to a session',
    may: { members: ['active'] },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id, coming: z.boolean() }),
    words: [],
    people: [],
    example: { session: 'session-1', coming: true },
  }),
  'confirm-attendance': action({
    name: 'confirm-attendance',
    does: 'say that you were at a session, or not',
    may: { members: ['active'] },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id, attended: z.boolean() }),
    words: [],
    people: [],
    example: { session: 'session-1', attended: true },
  }),
  'record-session': action({
    name: 'record-session',
    does: 'say who was at your session, and give its notes',
    may: { concerned: true },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id, attended: z.array(Id).max(1000), notes: Text.optional() }),
    words: ['notes'],
    people: ['attended'],
    example: { session: 'session-1', attended: ['p05', 'p06'], notes: 'Both offices will try the three fields' },
  }),
  'decide-in-session': action({
    name: 'decide-in-session',
    does: 'document a decision of your session: the options, why, and who decided by which right',
    may: { concerned: true },
    takenBy: ItemOfSessions,
    payload: z
      .strictObject({
        session: Id,
        question: Text,
        options: Text,
        chosen: z.int().min(1).max(20),
        rationale: Text,
        right: z.enum(SESSION_RIGHTS),
        decidedBy: z.array(Id).min(1).max(200),
      })
      .refine(({ options, chosen }) => lines(options) >= 2 && chosen <= lines(options), {
        message: 'give options a line each, two at least, and chosen as the number of one of them',
        path: ['chosen'],
      }),
    words: ['question', 'options', 'rationale'],
    people: ['decidedBy'],
    example: {
      ...{ session: 'session-1', question: 'Which form?', options: 'The long one\nThree fields', chosen: 2 },
      ...{ rationale: 'Families stop at the second page', right: 'set-agenda', decidedBy: ['p03'] },
    },
  }),
  'solve-together': action({
    name: 'solve-together',
    does: 'say who worked with whom on which problem in a session',
    may: { members: ['active'] },
    takenBy: ItemOfSessions,
    payload: z.strictObject({ session: Id, people: z.array(Id).min(2, 'name two at least').max(12), on: Text }),
    words: ['on'],
    people: ['people'],
    example: { session: 'session-1', people: ['p05', 'p06'], on: 'Why families are asked twice' },
  }),
} as const;

export const SESSION_NOTICES = [
  'session-invited',
  'session-moved',
  'session-called-off',
  'session-left',
  'session-yours',
  'session-near',
  'session-of-ritual',
  'session-plan-asked',
  'session-attendance-asked',
  'session-record-asked',
] as const;
export type SessionNotice = (typeof SESSION_NOTICES)[number];
