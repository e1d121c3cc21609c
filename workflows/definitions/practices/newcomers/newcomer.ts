/**
 * The way in of one newcomer: welcomed, given a buddy who agrees, looked after until they have ties enough. Where they have
 * none by a day, a facilitator is told.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import { BUDDY } from '../../../../data/records/tie.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clear, dayOf, holders, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practiceItem'];
type Body = BodyOf<'newcomer'>;

export interface NewcomerState extends ProcessState {
  begin: Begin;
  joinedAt: Instant | null;
  /** Who was asked to be the buddy, in order; the last one is asked now, or agreed. */
  asked: string[];
  buddy: string | null;
  metBuddyAt: Instant | null;
  ties: Instant[];
  tiesByDay: number | null;
  escalated: boolean;
  status: Body['status'];
}

export const newcomerProcess: Process<Begin, NewcomerState> = {
  actions: ['be-buddy', 'met-buddy'],
  begin: (begin) => ({
    ...{ v: 1, due: [], done: false, begin, joinedAt: null, asked: [], buddy: null, metBuddyAt: null },
    ...{ ties: [], tiesByDay: null, escalated: false, status: 'followed' },
  }),
  refuse,
  decide,
  status: ({ status, ties, asked }) => ({ stage: status, counts: { ties: ties.length, buddiesAsked: asked.length } }),
  decode: decodeFirstVersion,
};

function refuse(state: NewcomerState, action: ActionName, { actor }: ActMessage): string | null {
  const { person } = actor;
  if (state.done) return `${state.begin.item} is followed no longer (${state.status}).`;
  if (action === 'be-buddy') {
    if (state.asked.at(-1) !== person) return 'Only who is asked to be the buddy answers.';
    return state.buddy === null ? null : 'You have agreed already.';
  }
  if (action !== 'met-buddy') return 'The way in of a newcomer does not take this.';
  if (person !== state.begin.by && person !== state.buddy)
    return 'Only the newcomer and the buddy say whether they have met.';
  if (state.buddy === null) return 'There is no buddy yet.';
  return state.metBuddyAt === null ? null : 'You have met already.';
}

function decide(state: NewcomerState, event: Event, moment: Moment): Step<NewcomerState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return learned(state, event, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'be-buddy' ? answered(state, event.message, moment) : met(state, event.message, moment);
    case 'reported': {
      const { report: word, data } = event.report;
      if (word === 'stop') return end(state, moment, 'ended');
      if (word !== 'left') return nothing(state);
      if (data.member === begin.by) return end(state, moment, 'left');
      return data.member === state.asked.at(-1) && state.metBuddyAt === null
        ? nextBuddy({ ...state, buddy: null }, moment)
        : nothing(state);
    }
  }
}

function began(state: NewcomerState, moment: Moment): Step<NewcomerState> {
  const { begin } = state;
  const { lookEvery, nudgeAfter, firstTiesBy, followFor } = settingsOf(begin, 'newcomers');
  const joined = { ...state, joinedAt: moment.at };
  const steps = [
    { name: 'look', add: lookEvery },
    { name: 'nudge', add: nudgeAfter },
    { name: 'by-day', add: firstTiesBy },
    { name: 'over', add: followFor },
  ];
  const next = nextBuddy(joined, moment);
  return {
    state: next.state,
    wishes: [
      record(begin, moment, fact(joined, 'joined')),
      tell(begin, moment, [begin.by], 'newcomer-welcome', begin.item),
      calendar(begin, moment.at, steps, 'plan'),
      ...next.wishes,
    ],
  };
}

/** Somebody else is looked for, or, once enough have been asked, a facilitator is told. */
function nextBuddy(state: NewcomerState, moment: Moment): Step<NewcomerState> {
  const { begin } = state;
  const { buddiesAsked } = settingsOf(begin, 'newcomers');
  const last = state.asked.at(-1);
  const cleared = last === undefined ? [] : [clear(moment, { action: 'be-buddy', about: begin.item, people: [last] })];
  const waits = unschedule(state, 'buddy-close');
  if (state.asked.length >= buddiesAsked) {
    return { state: waits, wishes: [...cleared, toFacilitators(state, moment, 'newcomer-without-buddy')] };
  }
  const question = { network: begin.network, member: begin.by, notThese: state.asked, at: moment.at };
  return { state: waits, wishes: [...cleared, perform('chooseBuddy', question, 'buddy')] };
}

function toFacilitators(
  { begin }: NewcomerState,
  moment: Moment,
  template: 'newcomer-without-buddy' | 'newcomer-alone',
): Wish {
  return tell(
    begin,
    moment,
    holders(begin, ['facilitator', 'lead']).filter((person) => person !== begin.by),
    template,
    begin.item,
  );
}

function learned(
  state: NewcomerState,
  { as, result }: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<NewcomerState> {
  const { begin } = state;
  if (as === 'buddy') {
    const { buddy } = result as { buddy: string | null };
    if (buddy === null) return { state, wishes: [toFacilitators(state, moment, 'newcomer-without-buddy')] };
    const { buddyWithin } = settingsOf(begin, 'newcomers');
    const asked = { ...state, asked: [...state.asked, buddy] };
    return {
      state: asked,
      wishes: [calendar(begin, moment.at, [{ name: 'buddy-close', add: buddyWithin }], 'buddy-plan')],
    };
  }
  if (as === 'buddy-plan') {
    const [close] = duesOf(result);
    const buddy = state.asked.at(-1) as string;
    const request = {
      template: 'buddy-asked',
      action: 'be-buddy',
      about: begin.item,
      until: close?.at ?? null,
    } as const;
    return { state: schedule(state, ...duesOf(result)), wishes: ask(begin, moment, [buddy], request) };
  }
  if (as === 'look' || as === 'nudge' || as === 'by-day')
    return looked(state, as, (result as { times: Instant[] }).times, moment);
  return nothing(schedule(state, ...duesOf(result)));
}

function due(state: NewcomerState, what: string, moment: Moment): Step<NewcomerState> {
  const { begin } = state;
  const { enoughTies, lookEvery } = settingsOf(begin, 'newcomers');
  if (what === 'buddy-close') return nextBuddy(state, moment);
  if (what === 'over') return end(state, moment, 'ended');
  if (what !== 'look' && what !== 'nudge' && what !== 'by-day') return nothing(state);
  const again = what === 'look' ? [calendar(begin, moment.at, [{ name: 'look', add: lookEvery }], 'plan')] : [];
  const question = { network: begin.network, member: begin.by, atMost: enoughTies, at: moment.at };
  return { state, wishes: [perform('firstTies', question, what), ...again] };
}

/** What is known of their ties now; whoever has enough is settled, once the day has come on which that is counted. */
function looked(
  state: NewcomerState,
  why: 'look' | 'nudge' | 'by-day',
  ties: Instant[],
  moment: Moment,
): Step<NewcomerState> {
  const { begin } = state;
  const { enoughTies } = settingsOf(begin, 'newcomers');
  const isNew = ties.length !== state.ties.length;
  const tiesByDay = why === 'by-day' ? ties.length : state.tiesByDay;
  const isAlone = why === 'by-day' && ties.length === 0;
  const now: NewcomerState = { ...state, ties, tiesByDay, escalated: state.escalated || isAlone };
  const told = [
    ...(why === 'nudge' && ties.length === 0 ? [tell(begin, moment, [begin.by], 'newcomer-nudge', begin.item)] : []),
    ...(isAlone ? [toFacilitators(state, moment, 'newcomer-alone')] : []),
  ];
  if (tiesByDay !== null && ties.length >= enoughTies) return end(now, moment, 'settled');
  const known = isNew || why === 'by-day' ? [record(begin, moment, fact(now, `${why}/${ties.length}`))] : [];
  return { state: now, wishes: [...told, ...known] };
}

function answered(state: NewcomerState, { actor, payload }: ActMessage, moment: Moment): Step<NewcomerState> {
  const { begin } = state;
  if ((payload as { agree: boolean }).agree) {
    const agreed = unschedule({ ...state, buddy: actor.person }, 'buddy-close');
    const both = [begin.by, actor.person];
    const request = {
      template: 'buddy-agreed',
      action: 'met-buddy',
      about: begin.item,
      until: null,
      round: state.asked.length,
    } as const;
    return {
      state: agreed,
      wishes: [
        recordBy(begin, moment, actor.person, fact(agreed, `buddy/${state.asked.length}`)),
        clear(moment, { action: 'be-buddy', about: begin.item, people: [actor.person] }),
        ...ask(begin, moment, both, request),
      ],
      receipt: { id: begin.item, said: 'Thank you: you both hear how to reach each other.' },
    };
  }
  return {
    ...nextBuddy(state, moment),
    receipt: { id: null, said: 'Thank you for saying so: somebody else is asked.' },
  };
}

function met(state: NewcomerState, { actor }: ActMessage, moment: Moment): Step<NewcomerState> {
  const { begin, buddy } = state;
  const now = { ...state, metBuddyAt: moment.at };
  const body = {
    from: begin.by,
    to: buddy,
    type: BUDDY,
    strength: null,
    wave: null,
    time: dayOf(moment.at),
    occurrence: 0,
  };
  const tie = { kind: 'tie' as const, body, key: `newcomers/${begin.item}/tie` };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, fact(now, 'met'), tie),
      clear(moment, { action: 'met-buddy', about: begin.item, people: [begin.by, buddy as string] }),
    ],
    receipt: { id: begin.item, said: 'Noted: you have met.' },
  };
}

function end(state: NewcomerState, moment: Moment, status: Body['status']): Step<NewcomerState> {
  const ended: NewcomerState = { ...state, status, due: [], done: true };
  return {
    state: ended,
    wishes: [record(state.begin, moment, fact(ended, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact(state: NewcomerState, word: string, endedAt: Instant | null = null) {
  const { begin, joinedAt, buddy, asked, metBuddyAt, ties, tiesByDay, escalated, status } = state;
  const { enoughTies } = settingsOf(begin, 'newcomers');
  const body = { newcomer: begin.item, member: begin.by, joinedAt, buddy, buddiesAsked: asked.length, metBuddyAt };
  return {
    kind: 'newcomer' as const,
    body: {
      ...{ ...body, firstTieAt: ties[0] ?? null, enoughTiesAt: ties[enoughTies - 1] ?? null },
      ...{ tiesByDay, escalated, status, endedAt },
    },
    key: `newcomers/${begin.item}/${word}`,
  };
}
