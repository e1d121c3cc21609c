/**
 * A session: it is announced, enters calendars, is moved or called off, is held; then is taken who was there, who worked
 * with whom on what, what was decided and by which right, until its record closes.
 *
 * Its process carries ids alone; 1,000 who come are the most.
 */
import type { ActMessage } from '../../../contract/index.ts';
import type { Event, Moment, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule } from '../../process.ts';
import { ask, calendar, clearAll, record, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { itemEnds } from '../item-ends.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';
import { acted } from './acted.ts';
import { fact } from './facts.ts';
import { invited, tellInvited } from './invited.ts';
import { type SessionKeeperState, sessionsKeeper } from './keeper.ts';
import { left } from './left.ts';
import { refuse } from './refuse.ts';
import { keepersOf, type SessionState } from './state.ts';

export const sessions: PracticeModule<SessionKeeperState, SessionState> = {
  keeper: sessionsKeeper,
  item: {
    actions: [
      ...(['plan-session', 'move-session', 'call-off-session', 'come-to-session', 'confirm-attendance'] as const),
      ...(['record-session', 'decide-in-session', 'solve-together'] as const),
    ],
    begin: (begin) => ({
      ...{
        v: 1,
        due: [],
        done: false,
        begin,
        sequence: Number(begin.given.sequence ?? 0),
        status: 'announced',
        coming: [],
        attended: [],
      },
      ...{ local: begin.given.starts as string, starts: null, minutes: Number(begin.given.minutes) },
      agenda: begin.given.agenda ?? null,
      timeBoxes: (begin.given.timeBoxes ?? '')
        .split(' ')
        .filter((box) => box !== '')
        .map(Number),
      ...{ notes: null, decisions: 0, problems: 0 },
    }),
    refuse,
    decide,
    status: ({ status, coming, attended, decisions, problems }) => ({
      stage: status,
      counts: { coming: coming.length, attended: attended.length, decisions, problems },
    }),
    decode: decodeFirstVersion,
  },
};

function decide(state: SessionState, event: Event, moment: Moment): Step<SessionState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return plan(state, moment);
    case 'learned':
      return planned(state, event.result, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'move-session'
        ? moved(state, event.message, moment)
        : event.action === 'call-off-session'
          ? calledOff(state, moment)
          : acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report, moment);
  }
}

function plan(state: SessionState, moment: Moment): Step<SessionState> {
  const { begin, local, minutes } = state;
  const { remindBefore, recordWithin } = settingsOf(begin, 'sessions');
  const [on, at] = local.split('T') as [string, string];
  const steps = [
    { name: 'starts', on, at, add: 'PT0M' },
    { name: 'near', on, at, add: remindBefore, before: true },
    { name: 'ended', on, at, add: `PT${minutes}M` },
    { name: 'closes', add: recordWithin, after: 'ended' },
  ];
  return { state, wishes: [calendar(begin, moment.at, steps, 'plan')] };
}

/** The first time it is announced, from then on it is moved. A reminder that would have been due is left out. */
function planned(state: SessionState, result: unknown, moment: Moment): Step<SessionState> {
  const { begin, sequence } = state;
  const dues = duesOf(result);
  const isMoved = state.starts !== null;
  const starts = dues.find(({ what }) => what === 'starts')?.at ?? moment.at;
  const later = dues.filter(({ what, at }) => what !== 'starts' && (what !== 'near' || at > moment.at));
  const dated = schedule({ ...state, starts, due: [] }, ...later);
  const kept = record(begin, moment, fact(dated, `sequence/${sequence}`));
  if (isMoved) return { state: dated, wishes: [kept, ...tellInvited(begin, moment, 'session-moved', sequence)] };
  const request = { template: 'session-plan-asked', action: 'plan-session', about: begin.item, until: starts } as const;
  return {
    state: dated,
    wishes: [
      kept,
      ...invited(begin, moment, starts),
      ...(dated.agenda === null ? ask(begin, moment, keepersOf(begin), request) : []),
    ],
  };
}

function due(state: SessionState, what: string, moment: Moment): Step<SessionState> {
  if (what === 'near') {
    const { begin, coming, sequence } = state;
    return {
      state,
      wishes: coming.length === 0 ? [] : [tell(begin, moment, coming, 'session-near', begin.item, undefined, sequence)],
    };
  }
  if (what === 'ended') return held(state, moment);
  return what === 'closes' ? close(state, moment) : nothing(state);
}

/** Whoever said they would come says whether they did; the facilitator gives the notes. */
function held(state: SessionState, moment: Moment): Step<SessionState> {
  const { begin, coming } = state;
  const until = state.due.find(({ what }) => what === 'closes')?.at ?? null;
  const now: SessionState = { ...state, status: 'held' };
  const about = begin.item;
  const attendance = { template: 'session-attendance-asked', action: 'confirm-attendance', about, until } as const;
  const notes = { template: 'session-record-asked', action: 'record-session', about, until } as const;
  return {
    state: now,
    wishes: [
      clearAll(moment, 'come-to-session'),
      clearAll(moment, 'plan-session'),
      record(begin, moment, fact(now, 'held')),
      ...ask(
        begin,
        moment,
        coming.filter((person) => !state.attended.includes(person)),
        attendance,
      ),
      ...ask(begin, moment, keepersOf(begin), notes),
    ],
  };
}

function moved(state: SessionState, message: ActMessage, moment: Moment): Step<SessionState> {
  const { starts, minutes } = message.payload as { starts: string; minutes?: number };
  const now = { ...state, local: starts, minutes: minutes ?? state.minutes, sequence: state.sequence + 1 };
  const said = `${state.begin.item} is on ${starts.replace('T', ', ')} now; everybody is told.`;
  return { ...plan(now, moment), receipt: { id: state.begin.item, said } };
}

function calledOff(state: SessionState, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const now: SessionState = { ...state, status: 'called-off', sequence: state.sequence + 1, due: [], done: true };
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, 'called-off', moment.at)),
      ...tellInvited(begin, moment, 'session-called-off', now.sequence),
      ...itemEnds(begin, moment),
    ],
    receipt: { id: begin.item, said: `${begin.item} is called off; everybody is told.` },
  };
}

/** What was learned in it may be asked for some days later, of those who were there. */
function close(state: SessionState, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const now: SessionState = { ...state, due: [], done: true };
  const there = state.attended.filter((person) => state.gone?.includes(person) !== true);
  const took = { after: 'session', about: begin.item, people: there.join(' ') };
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, 'closed', moment.at)),
      ...tellPractice(begin, 'tacit-knowledge', 'took-part', took),
      ...itemEnds(begin, moment),
    ],
  };
}

function reported(
  state: SessionState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<SessionState> {
  if (word === 'stop') return stopped(state, moment);
  if (word === 'left') return left(state, String(data.member), moment);
  return word === 'facilitator' ? facilitatedBy(state, data.facilitator as string | null, moment) : nothing(state);
}

/** Another one facilitates it than was announced: what was asked of the first is asked of the second. */
function facilitatedBy(state: SessionState, facilitator: string | null, moment: Moment): Step<SessionState> {
  const { begin, starts, agenda } = state;
  const { facilitator: before = null, ...given } = begin.given;
  if (before === facilitator || state.status !== 'announced') return nothing(state);
  const now = {
    ...state,
    begin: { ...begin, given: facilitator === null ? given : { ...given, facilitator } },
  };
  const request = { template: 'session-plan-asked', action: 'plan-session', about: begin.item, until: starts } as const;
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, `facilitator/${moment.at}`)),
      clearAll(moment, 'plan-session'),
      ...(agenda === null ? ask(begin, moment, keepersOf(now.begin), request) : []),
    ],
  };
}

/** The network is closed: what is ahead goes from calendars. */
function stopped(state: SessionState, moment: Moment): Step<SessionState> {
  if (state.status !== 'announced') return close(state, moment);
  const { receipt: _, ...step } = calledOff(state, moment);
  return step;
}
