/**
 * A survey wave: every active member is asked, reminded a few times, and may answer until the close. Who has not
 * answered by then is kept as not having answered: their ties are unknown, not absent.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule } from '../process.ts';
import { calendar, clear, clearAll } from '../shared.ts';

export interface WaveState extends ProcessState {
  begin: WorkflowStarts['surveyWave'];
  stage: 'opening' | 'open' | 'closed';
  closes: string | null;
  asked: number;
  answered: number;
}

export const surveyWaveProcess: Process<WorkflowStarts['surveyWave'], WaveState> = {
  actions: ['answer'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, stage: 'opening', closes: null, asked: 0, answered: 0 }),
  refuse,
  decide,
  status: (state) => ({ stage: state.stage, counts: { asked: state.asked, answered: state.answered } }),
  decode: decodeFirstVersion,
};

function refuse(state: WaveState, action: ActionName, message: ActMessage): string | null {
  if (action !== 'answer') return 'A survey takes answers only.';
  const { wave, types } = state.begin;
  if (message.actor.membership !== 'active') return 'Only active members are asked in a survey.';
  if (state.stage !== 'open') return `Wave ${wave} is ${state.stage === 'closed' ? 'closed' : 'not open yet'}.`;
  const { ties } = message.payload as { ties: { to: string; type: string }[] };
  const named = new Set<string>();
  for (const { to, type } of ties) {
    if (!types.includes(type)) return `Wave ${wave} asks for ${types.join(', ')}, not for '${type}'.`;
    if (to === message.actor.person) return 'Name others, not yourself.';
    if (named.has(`${type} ${to}`)) return `Each person is named once for ${type}.`;
    named.add(`${type} ${to}`);
  }
  return null;
}

function decide(state: WaveState, event: Event, moment: Moment): Step<WaveState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return { state, wishes: [plan(state, moment)] };
    case 'learned':
      return learned(state, event, moment);
    case 'due':
      return event.what === 'close'
        ? close(state, moment)
        : { state, wishes: [remind(state, moment, Number(event.what.split(':')[1]))] };
    case 'acted':
      return answer(state, event.message, moment);
    case 'reported':
      return nothing(state);
  }
}

function plan(state: WaveState, moment: Moment) {
  const { open, reminders } = state.begin;
  const steps: { name: string; add: string; after?: string }[] = Array.from(
    { length: reminders.atMost },
    (_, index) => ({
      name: `remind:${index + 1}`,
      add: reminders.every,
      after: index === 0 ? undefined : `remind:${index}`,
    }),
  );
  return calendar(state.begin, moment.at, [{ name: 'close', add: open }, ...steps], 'plan');
}

function learned(state: WaveState, event: Extract<Event, { type: 'learned' }>, moment: Moment): Step<WaveState> {
  const { network, wave, types } = state.begin;
  switch (event.as) {
    case 'plan': {
      const dues = duesOf(event.result);
      const closes = dues.find((due) => due.what === 'close')?.at as string;
      // A reminder after the close would ask for what can no longer be given.
      const planned = schedule({ ...state, closes }, ...dues.filter((due) => due.at <= closes));
      return {
        state: planned,
        wishes: [perform('openWave', { network, wave, types, opens: moment.at, closes }, 'opened')],
      };
    }
    case 'opened': {
      const { asked } = event.result as { asked: number };
      const opened = { ...state, stage: 'open' as const, asked };
      return { state: opened, wishes: [notice(opened, moment, 'survey-open', 0)] };
    }
    case 'answered':
      return {
        state: { ...state, answered: state.answered + ((event.result as { first: boolean }).first ? 1 : 0) },
        wishes: [],
      };
    case 'closed': {
      const { asked, answered } = event.result as { asked: number; answered: number };
      return {
        state: { ...state, asked, answered, done: true },
        wishes: [report(workflowId({ kind: 'network', network }), 'wave-closed', { wave, asked, answered })],
      };
    }
    default:
      return nothing(state);
  }
}

function remind(state: WaveState, moment: Moment, round: number) {
  return notice(state, moment, 'survey-reminder', round);
}

function notice(state: WaveState, moment: Moment, template: 'survey-open' | 'survey-reminder', round: number) {
  return perform('notifyMembers', {
    network: state.begin.network,
    workflowId: moment.workflowId,
    at: moment.at,
    template,
    about: aboutOf(state),
    whom: { unansweredIn: state.begin.wave },
    ...(round === 0 ? {} : { optional: true as const }),
    ask: round === 0 ? { action: 'answer', until: state.closes } : undefined,
    round,
  });
}

function answer(state: WaveState, message: ActMessage, moment: Moment): Step<WaveState> {
  const { network, wave } = state.begin;
  const { person } = message.actor;
  const { ties } = message.payload as { ties: { to: string; type: string; strength: number | null }[] };
  return {
    state,
    wishes: [
      perform(
        'recordAnswer',
        { network, wave, member: person, ties, at: moment.at, request: message.request },
        'answered',
      ),
      clear(moment, { action: 'answer', about: aboutOf(state), people: [person] }),
    ],
    receipt: {
      id: null,
      said: `Your answer is kept: ${ties.length} ${ties.length === 1 ? 'tie' : 'ties'}. You can change it until ${state.closes?.slice(0, 10)}.`,
    },
  };
}

function close(state: WaveState, moment: Moment): Step<WaveState> {
  const { network, wave } = state.begin;
  return {
    state: { ...state, stage: 'closed', due: [] },
    wishes: [clearAll(moment), perform('closeWave', { network, wave, at: moment.at }, 'closed')],
  };
}

function aboutOf(state: WaveState): string {
  return `wave-${state.begin.wave}`;
}
