/**
 * Peer support: a request for help. Peers are asked by turns; where none answers they are reminded, then facilitators are
 * asked as well; the member says whether it helped. Who helped has a tie from the one who was helped.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import { HELPED_BY } from '../../../../data/records/tie.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clear, dayOf, holders, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practiceItem'];
type Status = BodyOf<'support-request'>['status'];

export interface RequestState extends ProcessState {
  begin: Begin;
  status: Status;
  askedAt: Instant | null;
  asked: string[];
  escalated: boolean;
  answers: number;
  answeredBy: string[];
  firstAnswerAt: Instant | null;
  until: Instant | null;
}

export const peerSupport: PracticeModule<ItemKeeperState, RequestState> = {
  keeper: itemKeeper({
    practice: 'peer-support',
    opens: 'ask-for-help',
    calledSingular: 'request',
    tellsOfLeaving: 'all',
    openPerMember: (begin) => settingsOf(begin, 'peer-support').openPerMember,
    given: ({ text, skill }) => ({ text: String(text), ...(typeof skill === 'string' ? { skill } : {}) }),
    said: (item) => `Peers are asked. Your request is ${item}; say with end-request how it went.`,
  }),
  item: {
    actions: ['help', 'end-request'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, status: 'open', askedAt: null, asked: [], escalated: false },
      ...{ answers: 0, answeredBy: [], firstAnswerAt: null, until: null },
    }),
    refuse,
    decide,
    status: ({ status, asked, answers }) => ({ stage: status, counts: { asked: asked.length, answers } }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: RequestState, action: ActionName, message: ActMessage): string | null {
  const { person, membership } = message.actor;
  const { by, item } = state.begin;
  if (state.done) return `${item} has ended (${state.status}).`;
  if (action === 'help') {
    if (membership !== 'active') return 'Only active members help: join the network first.';
    if (person === by) return 'This is your own request; end-request says how it went.';
    return state.answers >= MOST_ANSWERS ? `${item} has ${MOST_ANSWERS} answers already.` : null;
  }
  if (action === 'end-request') return person === by ? null : 'Only the member who asked says how it went.';
  return 'A request for help does not take this.';
}

/** Bounds of what is carried and recorded of one request. */
const MOST_ANSWERS = 100;

function decide(state: RequestState, event: Event, moment: Moment): Step<RequestState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return event.as === 'plan' ? planned(state, event.result) : peersChosen(state, event.result, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'help' ? helped(state, event.message, moment) : settled(state, event.message, moment);
    case 'reported':
      return reported(state, event.report, moment);
  }
}

function reported(
  state: RequestState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<RequestState> {
  if (word === 'stop') return end(state, moment, state.status);
  if (word !== 'left') return nothing(state);
  // Nobody is left who would say how it went.
  if (data.member === state.begin.by) return end(state, moment, state.status === 'open' ? 'lapsed' : state.status);
  return state.asked.includes(String(data.member)) ? withoutPeer(state, String(data.member), moment) : nothing(state);
}

/** A peer who was asked has left. Where nobody else was, facilitators are asked now rather than when the time is over. */
function withoutPeer(state: RequestState, member: string, moment: Moment): Step<RequestState> {
  const { begin } = state;
  const now = { ...state, asked: state.asked.filter((one) => one !== member) };
  const noted = record(begin, moment, fact(now, `left/${member}`));
  if (now.asked.length > 0 || now.status !== 'open') return { state: now, wishes: [noted] };
  const escalates = escalated(now, moment);
  return { state: escalates.state, wishes: [noted, ...escalates.wishes] };
}

function began(state: RequestState, moment: Moment): Step<RequestState> {
  const { begin } = state;
  const { remindAfter, escalateAfter, closeAfter, peersAsked, askedPerQuarter } = settingsOf(begin, 'peer-support');
  const steps = [
    { name: 'remind', add: remindAfter },
    { name: 'escalate', add: escalateAfter },
    { name: 'close', add: closeAfter },
  ];
  const { network, by: askedBy, item: request, given } = begin;
  const skill = given.skill ?? null;
  const choice = { network, request, askedBy, skill, atMost: peersAsked, askedPerQuarter, at: moment.at };
  return {
    state: { ...state, askedAt: moment.at },
    wishes: [calendar(begin, moment.at, steps, 'plan'), perform('choosePeers', choice, 'peers')],
  };
}

function planned(state: RequestState, result: unknown): Step<RequestState> {
  const dues = duesOf(result);
  const until = dues.find(({ what }) => what === 'close')?.at ?? null;
  return nothing(schedule({ ...state, until }, ...dues));
}

/** Where nobody can be asked (all have been asked often enough), facilitators are, at once. */
function peersChosen(state: RequestState, result: unknown, moment: Moment): Step<RequestState> {
  const { begin } = state;
  const { peers } = result as { peers: string[] };
  const chosen = { ...state, asked: peers };
  if (peers.length === 0) return escalated(chosen, moment);
  const { item: about, given } = begin;
  const request = { template: 'help-asked', action: 'help', about, until: state.until, text: given.text } as const;
  return {
    state: chosen,
    wishes: [recordBy(begin, moment, begin.by, fact(chosen, 'open')), ...ask(begin, moment, peers, request)],
  };
}

function due(state: RequestState, what: string, moment: Moment): Step<RequestState> {
  const { begin } = state;
  if (what === 'remind') {
    return { state, wishes: [tell(begin, moment, state.asked, 'help-still-asked', begin.item)] };
  }
  if (what === 'escalate') return escalated(state, moment);
  if (what === 'close') return end(state, moment, state.status === 'open' ? 'lapsed' : state.status);
  return nothing(state);
}

function escalated(state: RequestState, moment: Moment): Step<RequestState> {
  const { begin } = state;
  if (state.escalated) return nothing(state);
  const facilitators = holders(begin, ['facilitator', 'lead']).filter((person) => person !== begin.by);
  const now = { ...state, escalated: true };
  const { item: about, given } = begin;
  const request = { template: 'help-escalated', action: 'help', about, until: state.until, text: given.text } as const;
  return {
    state: now,
    wishes: [record(begin, moment, fact(now, 'escalated')), ...ask(begin, moment, facilitators, request)],
  };
}

function helped(state: RequestState, message: ActMessage, moment: Moment): Step<RequestState> {
  const { begin } = state;
  const { person } = message.actor;
  const { text } = message.payload as { text: string };
  const answer = `${begin.item}.${state.answers + 1}`;
  const isFirst = state.answers === 0;
  const now: RequestState = unschedule(
    {
      ...state,
      status: 'answered',
      answers: state.answers + 1,
      answeredBy: state.answeredBy.includes(person) ? state.answeredBy : [...state.answeredBy, person],
      firstAnswerAt: state.firstAnswerAt ?? moment.at,
    },
    'remind',
    'escalate',
  );
  const said = { answer, request: begin.item, member: person, text, at: moment.at };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, person, { kind: 'support-answer', body: said, key: `support/${answer}` }),
      recordBy(begin, moment, person, fact(now, `answered/${now.answers}`), tie(state, person, moment)),
      clear(moment, { action: 'help', about: begin.item, people: [person] }),
      ...(isFirst ? ask(begin, moment, [begin.by], howItWent(state)) : []),
      // About the answer: each of them is told of once.
      tell(begin, moment, [begin.by], 'help-came', answer, text),
    ],
    receipt: { id: answer, said: 'Thank you: the member who asked hears of it.' },
  };
}

function howItWent({ begin, until }: RequestState) {
  return { template: 'request-how-went', action: 'end-request', about: begin.item, until } as const;
}

function settled(state: RequestState, message: ActMessage, moment: Moment): Step<RequestState> {
  const { resolved } = message.payload as { resolved: boolean };
  return {
    ...end(state, moment, resolved ? 'resolved' : 'not-resolved'),
    receipt: { id: state.begin.item, said: resolved ? 'Good: it is resolved.' : 'Noted: it is not resolved.' },
  };
}

function end(state: RequestState, moment: Moment, status: Status): Step<RequestState> {
  const ended: RequestState = { ...state, status, until: null, due: [], done: true };
  return {
    state: ended,
    wishes: [record(state.begin, moment, fact(ended, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact(state: RequestState, word: string, endedAt: Instant | null = null) {
  const { begin, status, askedAt, asked, escalated, answeredBy, firstAnswerAt } = state;
  const { item: request, by: askedBy, given } = begin;
  const body = { request, askedBy, text: given.text ?? null, askedAt, status, asked, escalated, answeredBy };
  return {
    kind: 'support-request' as const,
    body: { ...body, firstAnswerAt, endedAt },
    key: `support/${request}/${word}`,
  };
}

/** Once for each pair and request, however often the same peer answers. */
function tie({ begin }: RequestState, helper: string, moment: Moment) {
  const time = dayOf(moment.at);
  return {
    kind: 'tie' as const,
    body: { from: begin.by, to: helper, type: HELPED_BY, strength: null, wave: null, time, occurrence: 0 },
    key: `support/${begin.item}/tie/${helper}`,
  };
}
