/**
 * Follow-up: it waits while the network lives, and goes on when the network closes. At each of its dates those who are
 * still in the roster are asked in a survey wave of its own; whoever says that they do not want to be asked has left.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { inboxId, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, start } from '../../process.ts';
import { calendar, record } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];

export interface FollowUpState extends ProcessState {
  begin: Begin;
  /** Null while the network lives. */
  closedAt: string | null;
  /** How many waves were begun. */
  waves: number;
}

const keeper: Process<Begin, FollowUpState> = {
  actions: ['decline-follow-up'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, closedAt: null, waves: 0 }),
  refuse,
  decide,
  status: ({ closedAt, waves, done }) => ({
    stage: done ? 'ended' : closedAt === null ? 'waits for the close' : 'follows up',
    counts: { waves },
  }),
  decode: decodeFirstVersion,
};

export const followUp: PracticeModule<FollowUpState, never> = { keeper, item: null };

function refuse(state: FollowUpState, action: ActionName, { actor }: ActMessage): string | null {
  if (action !== 'decline-follow-up') return 'This is not done here.';
  if (state.done) return 'Nobody is asked any more.';
  if (actor.membership !== 'active') return 'Only those who were active at the close are asked, and you are not.';
  return state.closedAt === null ? 'The network has not closed yet; leave takes you out of it.' : null;
}

function decide(state: FollowUpState, event: Event, moment: Moment): Step<FollowUpState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'reported':
      return event.report.report === 'stop' && state.closedAt === null ? closed(state, moment) : nothing(state);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return declined(state, event.message, moment);
    case 'began':
      return nothing(state);
  }
}

function closed(state: FollowUpState, moment: Moment): Step<FollowUpState> {
  const { after, open } = settingsOf(state.begin, 'follow-up');
  const steps = after.map((add, at) => ({ name: `wave:${at + 1}`, add }));
  const ends = after.map((_, at) => ({ name: `over:${at + 1}`, add: open, after: `wave:${at + 1}` }));
  return {
    state: { ...state, closedAt: moment.at },
    wishes: [calendar(state.begin, moment.at, [...steps, ...ends], 'plan')],
  };
}

function due(state: FollowUpState, what: string, moment: Moment): Step<FollowUpState> {
  const [word, number] = what.split(':');
  if (word === 'wave') return ask(state, Number(number), moment);
  const { network } = state.begin;
  const isLast = !state.due.some((one) => one.what !== what);
  return {
    state: { ...state, done: isLast },
    wishes: [perform('weighFollowUp', { network, wave: `follow-up-${number}`, at: moment.at })],
  };
}

function ask(state: FollowUpState, number: number, moment: Moment): Step<FollowUpState> {
  const { begin } = state;
  const { after, open, remindEvery, remindAtMost, types } = settingsOf(begin, 'follow-up');
  const wave = `follow-up-${number}`;
  const surveyed = [...new Set(begin.policy.surveys.flatMap((survey) => survey.types))].sort();
  const asked = types ?? (surveyed.length > 0 ? surveyed : ['advice']);
  const body = { wave, closedAt: state.closedAt, after: after[number - 1], result: null };
  const { practice: _practice, ...network } = begin;
  return {
    state: { ...state, waves: number },
    wishes: [
      record(begin, moment, { kind: 'follow-up', body, key: `follow-up/${wave}` }),
      start('surveyWave', workflowId({ kind: 'wave', network: begin.network, wave }), {
        ...{ ...network, wave, types: asked, open, reminders: { every: remindEvery, atMost: remindAtMost } },
      }),
    ],
  };
}

/** Whoever has left is asked in no wave to come, and waits in none that is open. */
function declined(state: FollowUpState, { actor, request }: ActMessage, moment: Moment): Step<FollowUpState> {
  const { network } = state.begin;
  const { person: member } = actor;
  const wave = `follow-up-${state.waves}`;
  const id = workflowId({ kind: 'wave', network, wave });
  return {
    state,
    wishes: [
      perform('setStanding', { network, member, status: 'left', at: moment.at, request }),
      perform('clearInbox', { ids: [inboxId(id, 'answer', `wave-${wave}`, member)] }),
    ],
    receipt: { id: null, said: 'You are not asked any more. Thank you for what you brought.' },
  };
}
