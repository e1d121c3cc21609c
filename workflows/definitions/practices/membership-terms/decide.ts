/**
 * Terms of membership. One process looks at all of them again and again, and carries none: who is in which term is in the
 * store, and an activity goes through it in batches, so that a thousand members are no thousand timers.
 */
import { addDuration } from '../../../../data/records/duration.ts';
import type { Begin as NetworkBegin, WorkflowStarts } from '../../../contract/index.ts';
import { type ActionName, type ActMessage, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule } from '../../process.ts';
import { ACTIVE_ONLY, calendar, clearAll, dayOf } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

export interface TermsState extends ProcessState {
  begin: WorkflowStarts['practice'];
  counts: { asked: number; renewed: number; paused: number; stayed: number; lapsed: number };
}

const keeper: Process<WorkflowStarts['practice'], TermsState> = {
  actions: ['renew-membership', 'pause-membership'],
  begin: (begin) => ({
    ...{ v: 1, due: [], done: false, begin },
    counts: { asked: 0, renewed: 0, paused: 0, stayed: 0, lapsed: 0 },
  }),
  refuse,
  decide,
  status: ({ done, counts }) => ({ stage: done ? 'ended' : 'open', counts }),
  decode: decodeFirstVersion,
};

export const membershipTerms: PracticeModule<TermsState, never> = { keeper, item: null };

function refuse(state: TermsState, action: ActionName, { actor, payload }: ActMessage, { at }: Moment): string | null {
  if (state.done) return 'The network is closed.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  if (action !== 'pause-membership') return null;
  const { until } = payload as { until: string };
  if (until <= dayOf(at)) return `${until} is no day to come; say until when you pause.`;
  const last = dayOf(addDuration(at, settingsOf(state.begin, 'membership-terms').longestPause));
  return until > last ? `A pause may last until ${last} here; leave, and join again later, where it is longer.` : null;
}

function decide(state: TermsState, event: Event, moment: Moment): Step<TermsState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return look(state, moment);
    case 'due':
      return event.what === 'look' ? look(state, moment) : nothing(state);
    case 'learned':
      return learned(state, event.as, event.result, moment);
    case 'acted':
      return settle(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, String(event.report.data.member), moment);
  }
}

function look(state: TermsState, moment: Moment): Step<TermsState> {
  const { begin } = state;
  const { lookEvery } = settingsOf(begin, 'membership-terms');
  return {
    state,
    wishes: [
      perform('lookAtTerms', { ...terms(begin, moment), workflowId: moment.workflowId }, 'looked'),
      calendar(begin, moment.at, [{ name: 'look', add: lookEvery }], 'plan'),
    ],
  };
}

function learned(state: TermsState, as: string, result: unknown, moment: Moment): Step<TermsState> {
  if (as === 'plan') {
    // There is more to do, at once: that look has its own plan.
    return state.due.some(({ what }) => what === 'look') ? nothing(state) : nothing(schedule(state, ...duesOf(result)));
  }
  if (as === 'looked') return looked(state, result, moment);
  const { changed, said } = result as { changed: boolean; said: string };
  const kind = as === 'renewed' ? 'renewed' : 'paused';
  const counts = changed ? { ...state.counts, [kind]: state.counts[kind] + 1 } : state.counts;
  return { state: { ...state, counts }, wishes: [], receipt: { id: null, said } };
}

function looked(state: TermsState, result: unknown, moment: Moment): Step<TermsState> {
  const { asked, stayed, lapsed, more } = result as { asked: number; stayed: number; lapsed: string[]; more: boolean };
  const counts = {
    ...state.counts,
    asked: state.counts.asked + asked,
    stayed: state.counts.stayed + stayed,
    lapsed: state.counts.lapsed + lapsed.length,
  };
  const next = { ...state, counts };
  const network = workflowId({ kind: 'network', network: state.begin.network });
  return {
    state: more ? schedule(next, { what: 'look', at: moment.at }) : next,
    // The lifecycle tells all others that they have left.
    wishes: lapsed.map((member) => report(network, 'lapsed', { member })),
  };
}

function settle(state: TermsState, action: ActionName, message: ActMessage, moment: Moment): Step<TermsState> {
  const { until = null } = message.payload as { until?: string };
  const input = { ...terms(state.begin, moment), workflowId: moment.workflowId, member: message.actor.person };
  const as = action === 'renew-membership' ? 'renewed' : 'paused';
  return { state, wishes: [perform('settleTerm', { ...input, pauseUntil: until }, as)] };
}

function reported(state: TermsState, word: string, member: string, moment: Moment): Step<TermsState> {
  const { network } = state.begin;
  if (word === 'stop') return { state: { ...state, due: [], done: true }, wishes: [clearAll(moment)] };
  if (word !== 'left') return nothing(state);
  return { state, wishes: [perform('endTerm', { network, workflowId: moment.workflowId, member, at: moment.at })] };
}

function terms(begin: NetworkBegin, { at }: Moment) {
  const { timeZone, blackouts } = begin.policy;
  const settings = settingsOf(begin, 'membership-terms');
  return { network: begin.network, calendar: { timeZone, blackouts }, settings, at };
}
