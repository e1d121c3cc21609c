/**
 * An introduction: both are asked, both must agree, then they learn of each other and meet; once a meeting is confirmed
 * there is a tie. However it ends, the outcome checks follow, so that what did not happen is counted too.
 */
import type { Instant } from '../../../data/records/index.ts';
import { INTRODUCED } from '../../../data/records/tie.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule, start } from '../process.ts';
import { ask, calendar, clear, clearAll, dayOf, record, recordBy, tell } from '../shared.ts';

export interface IntroductionState extends ProcessState {
  begin: WorkflowStarts['introduction'];
  stage: 'asked' | 'agreed' | 'met' | 'not-met' | 'refused' | 'lapsed';
  until: string | null;
  consented: string[];
  /** Who has said whether they met. */
  said: { person: string; met: boolean }[];
}

export const introductionProcess: Process<WorkflowStarts['introduction'], IntroductionState> = {
  actions: ['consent', 'confirm-met'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, stage: 'asked', until: null, consented: [], said: [] }),
  refuse,
  decide,
  status: (state) => ({ stage: state.stage, counts: { consented: state.consented.length, said: state.said.length } }),
  decode: decodeFirstVersion,
};

function refuse(state: IntroductionState, action: ActionName, message: ActMessage): string | null {
  const { person } = message.actor;
  if (!state.begin.members.includes(person)) return 'This introduction is between two other people.';
  if (state.done) return `This introduction has ended (${state.stage}).`;
  if (action === 'consent') {
    if (state.stage !== 'asked') return 'Both have agreed already.';
    return state.consented.includes(person) ? 'You have agreed already.' : null;
  }
  if (action === 'confirm-met') {
    if (state.stage !== 'agreed') return 'Both have to agree before they meet.';
    return state.said.some((word) => word.person === person) ? 'You have said so already.' : null;
  }
  return 'An introduction does not take this.';
}

function decide(state: IntroductionState, event: Event, moment: Moment): Step<IntroductionState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began':
      return {
        state,
        wishes: [
          record(begin, moment, fact(state)),
          calendar(
            begin,
            moment.at,
            [{ name: 'consent-close', add: begin.policy.introductions.consentWithin }],
            'plan',
          ),
        ],
      };
    case 'learned':
      return planned(state, event, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'consent' ? consent(state, event.message, moment) : confirm(state, event.message, moment);
    case 'reported':
      return event.report.report === 'left' ? left(state, String(event.report.data.member), moment) : nothing(state);
  }
}

/** One of the two has left: who has been told that they would meet hears that they do not. */
function left(state: IntroductionState, member: string, moment: Moment): Step<IntroductionState> {
  const { introduction, members } = state.begin;
  const others = members.filter((one) => one !== member);
  if (others.length === members.length) return nothing(state);
  // What one of them has said already stands, as it does at the end of the time.
  const stage = state.said.length === 0 ? 'lapsed' : verdict(state.said);
  const { wishes, ...ended } = end({ ...state, stage }, moment);
  const told =
    stage === 'lapsed' && others.some((one) => state.consented.includes(one))
      ? [tell(state.begin, moment, others, 'introduction-off', introduction)]
      : [];
  return { ...ended, wishes: [...wishes, ...told] };
}

function planned(
  state: IntroductionState,
  event: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<IntroductionState> {
  const [due] = duesOf(event.result);
  if (due === undefined) return nothing(state);
  const { begin } = state;
  const waits = schedule({ ...state, until: due.at }, due);
  const about = begin.introduction;
  const request =
    event.as === 'plan'
      ? ({ template: 'introduction-asked', action: 'consent', about, until: due.at } as const)
      : ({ template: 'introduction-confirm', action: 'confirm-met', about, until: due.at } as const);
  return { state: waits, wishes: ask(begin, moment, begin.members, request) };
}

function consent(state: IntroductionState, message: ActMessage, moment: Moment): Step<IntroductionState> {
  const { begin } = state;
  const { person } = message.actor;
  if (!(message.payload as { agree: boolean }).agree) {
    return {
      ...end({ ...state, stage: 'refused' }, moment),
      receipt: { id: null, said: 'The introduction is not made.' },
    };
  }
  const consented = [...state.consented, person].sort();
  const answered = clear(moment, { action: 'consent', about: begin.introduction, people: [person] });
  if (consented.length < 2) {
    const waits = { ...state, consented };
    return {
      state: waits,
      wishes: [recordBy(begin, moment, person, fact(waits, `consent/${person}`)), answered],
      receipt: { id: null, said: 'Thank you. You hear from us when the other has agreed too.' },
    };
  }
  const agreed = { ...state, consented, stage: 'agreed' as const, until: null, due: [] };
  return {
    state: agreed,
    wishes: [
      recordBy(begin, moment, person, fact(agreed)),
      answered,
      tell(begin, moment, begin.members, 'introduction-agreed', begin.introduction),
      calendar(begin, moment.at, [{ name: 'meet-close', add: begin.policy.introductions.meetWithin }], 'meet-plan'),
    ],
    receipt: { id: null, said: 'You have both agreed: you hear from us how to reach each other.' },
  };
}

/** Both say so, or one says so and the other is silent until the end: then there is a tie. */
function confirm(state: IntroductionState, message: ActMessage, moment: Moment): Step<IntroductionState> {
  const { begin } = state;
  const { person } = message.actor;
  const { met } = message.payload as { met: boolean };
  const said = [...state.said, { person, met }];
  const heard = { ...state, said };
  const receipt = { id: null, said: met ? 'Noted: you have met.' : 'Noted: you have not met.' };
  if (said.length === 2) return { ...end({ ...heard, stage: verdict(said) }, moment), receipt };
  return {
    state: heard,
    wishes: [clear(moment, { action: 'confirm-met', about: begin.introduction, people: [person] })],
    receipt,
  };
}

function due(state: IntroductionState, what: string, moment: Moment): Step<IntroductionState> {
  if (what === 'consent-close') return end({ ...state, stage: 'lapsed' }, moment);
  if (what === 'meet-close')
    return end({ ...state, stage: state.said.length === 0 ? 'lapsed' : verdict(state.said) }, moment);
  return nothing(state);
}

/** Two words that contradict each other are no meeting: a tie needs nobody who denies it. */
function verdict(said: { met: boolean }[]): 'met' | 'not-met' {
  return said.every((word) => word.met) ? 'met' : 'not-met';
}

function end(state: IntroductionState, moment: Moment): Step<IntroductionState> {
  const { begin } = state;
  const { introduction, proposal, members, network, policy, clock, settings } = begin;
  const [a, b] = members;
  const tie = (from: string, to: string) => ({
    kind: 'tie' as const,
    body: { from, to, type: INTRODUCED, strength: null, wave: null, time: dayOf(moment.at), occurrence: 0 },
    key: `introduction/${introduction}/${from}`,
  });
  const facts = state.stage === 'met' ? [fact(state, 'met', moment.at), tie(a, b), tie(b, a)] : [fact(state)];
  return {
    state: { ...state, until: null, due: [], done: true },
    wishes: [
      clearAll(moment),
      record(begin, moment, ...facts),
      start('outcomeCheck', workflowId({ kind: 'outcome', network, proposal }), {
        network,
        policy,
        clock,
        settings,
        proposal,
        carriedOutAt: moment.at,
      }),
    ],
  };
}

function fact(state: IntroductionState, word: string = state.stage, metAt?: Instant) {
  const { introduction, proposal, members } = state.begin;
  const { stage: status, consented } = state;
  const body = { introduction, proposal, members, status, consented, ...(metAt === undefined ? {} : { metAt }) };
  return { kind: 'introduction' as const, body, key: `introduction/${introduction}/${word}` };
}
