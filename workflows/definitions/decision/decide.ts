/**
 * A decision that waits for a person: asked, reminded, escalated to the deputy, and at last settled by the default that
 * the charter states. Each step is recorded; who decided, and by which role's right, is kept.
 *
 * About a proposal, yes means that the introduction begins; the proposal's own record follows the decision.
 */
import type { WorkflowStarts } from '../../contract/index.ts';
import { type ActionName, type ActMessage, ROLE_MOVED, workflowId } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule, start, unschedule } from '../process.ts';
import { ask, calendar, clearAll, holders, record, recordBy, tell } from '../shared.ts';

export interface DecisionState extends ProcessState {
  begin: WorkflowStarts['decision'];
  stage: 'asked' | 'reminded' | 'escalated' | 'decided' | 'expired' | 'withdrawn';
  until: string | null;
  chosen: string | null;
}

export const decisionProcess: Process<WorkflowStarts['decision'], DecisionState> = {
  actions: ['approve', 'decline', 'decide'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, stage: 'asked', until: null, chosen: null }),
  refuse,
  decide,
  status: (state) => ({ stage: state.stage, counts: {} }),
  decode: decodeFirstVersion,
};

/** Who may decide now: holders of the right, and after escalation the deputy too. */
function deciders(state: DecisionState): string[] {
  const { policy, right, whom } = state.begin;
  // A person's own affair passes to whoever holds the right only when they let it wait.
  if (whom !== undefined && state.stage !== 'escalated') return [...whom];
  const deputy = state.stage === 'escalated' ? [policy.decisions.deputy] : [];
  return holders(state.begin, [...policy.rights[right], ...deputy]);
}

function refuse(state: DecisionState, action: ActionName, message: ActMessage): string | null {
  const { begin } = state;
  if (!deciders(state).includes(message.actor.person)) {
    const { policy, right, whom } = begin;
    if (whom !== undefined && state.stage !== 'escalated') return 'Only whoever was asked can decide this.';
    return `Only a ${policy.rights[right].join(' or a ')} may decide this (the charter's right ${right}).`;
  }
  if (state.done)
    return state.stage === 'decided'
      ? `This is decided already: ${state.chosen}.`
      : `This is no longer open: it was ${state.stage}.`;
  const option = optionOf(action, message);
  if (begin.subject === 'sustainment' && option === 'renew' && !begin.options.includes(option)) {
    return `A gate that the charter makes binding did not say yes, so the network cannot be renewed. There are: ${begin.options.join(', ')}.`;
  }
  if (!begin.options.includes(option)) return `'${option}' is not an option. There are: ${begin.options.join(', ')}.`;
  const { parties } = message.payload as { parties?: [string, string] };
  if (parties !== undefined && parties[0] === parties[1]) return 'An introduction needs two different people.';
  const { to } = message.payload as { to?: string };
  if (to !== undefined && option !== 'hand-over') return 'Only a hand-over says to whom: leave to out.';
  if (to !== undefined && begin.policy.roles.lead.includes(to)) return 'They lead it already; name somebody else.';
  return null;
}

function optionOf(action: ActionName, message: ActMessage): string {
  return action === 'decide' ? (message.payload as { option: string }).option : action;
}

function decide(state: DecisionState, event: Event, moment: Moment): Step<DecisionState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return asked(state, moment);
    case 'learned':
      return event.as === 'plan' ? planned(state, moment, event.result) : nothing(state);
    case 'due':
      return due(state, event.what, moment);
    case 'reported':
      if (event.report.report === ROLE_MOVED) return roleMoved(state, moment);
      return event.report.report === 'withdraw' ? settle(state, moment, 'withdrawn', null, null) : nothing(state);
    case 'acted': {
      const option = optionOf(event.action, event.message);
      return {
        ...settle(state, moment, 'decided', option, event.message),
        receipt: { id: state.begin.decision, said: `Decided: ${option}.` },
      };
    }
  }
}

function asked(state: DecisionState, moment: Moment): Step<DecisionState> {
  const { begin } = state;
  const { decisions } = begin.policy;
  return {
    state,
    wishes: [
      record(begin, moment, fact(state, { status: 'asked' })),
      calendar(
        begin,
        moment.at,
        [
          { name: 'remind', add: decisions.remindAfter },
          { name: 'escalate', add: decisions.escalateAfter },
          { name: 'expire', add: begin.expireAfter ?? decisions.expireAfter },
        ],
        'plan',
      ),
    ],
  };
}

function planned(state: DecisionState, moment: Moment, result: unknown): Step<DecisionState> {
  const dues = duesOf(result);
  const until = dues.find((due) => due.what === 'expire')?.at ?? null;
  const open = schedule({ ...state, until }, ...dues);
  if (deciders(open).length === 0) return escalate(open, moment);
  return { state: open, wishes: askToDecide(open, moment, deciders(open), 'decision-asked') };
}

/** It comes to the deputy: nobody has decided in time, or nobody is there who could. */
function escalate(state: DecisionState, moment: Moment): Step<DecisionState> {
  const escalated = unschedule({ ...state, stage: 'escalated' as const }, 'remind', 'escalate');
  return {
    state: escalated,
    wishes: [
      record(state.begin, moment, fact(state, { status: 'escalated' })),
      ...askToDecide(escalated, moment, deciders(escalated), 'decision-escalated'),
    ],
  };
}

/** Somebody who could decide has left, or somebody can who could not. */
function roleMoved(state: DecisionState, moment: Moment): Step<DecisionState> {
  const isPlanned = state.until !== null;
  return isPlanned && state.stage !== 'escalated' && deciders(state).length === 0
    ? escalate(state, moment)
    : nothing(state);
}

function askToDecide(
  state: DecisionState,
  moment: Moment,
  people: string[],
  template: 'decision-asked' | 'decision-escalated',
): Wish[] {
  const action = state.begin.subject === 'proposal' ? 'approve' : 'decide';
  return ask(state.begin, moment, people, { template, action, about: state.begin.decision, until: state.until });
}

function due(state: DecisionState, what: string, moment: Moment): Step<DecisionState> {
  const { begin } = state;
  switch (what) {
    case 'remind': {
      const reminded = { ...state, stage: 'reminded' as const };
      return {
        state: reminded,
        wishes: [
          record(begin, moment, fact(state, { status: 'reminded' })),
          tell(begin, moment, deciders(reminded), 'decision-reminder', begin.decision),
        ],
      };
    }
    case 'escalate':
      return escalate(state, moment);
    case 'expire':
      return settle(state, moment, 'expired', begin.otherwise, null);
    default:
      return nothing(state);
  }
}

/** The end of waiting: by a person's word, by the stated default, or because the switch stopped all proposals. */
function settle(
  state: DecisionState,
  moment: Moment,
  how: 'decided' | 'expired' | 'withdrawn',
  option: string | null,
  message: ActMessage | null,
): Step<DecisionState> {
  const { begin } = state;
  const person = message?.actor.person ?? null;
  const { reason, parties: edited } = (message?.payload ?? {}) as { reason?: string; parties?: [string, string] };
  const decided = fact(state, {
    status: how === 'decided' ? 'decided' : 'expired',
    chosen: option,
    by: person,
    right: person === null ? null : roleUsed(state, person),
    reason: reason ?? null,
  });
  const recorded = person === null ? record(begin, moment, decided) : recordBy(begin, moment, person, decided);
  const { to = null } = (message?.payload ?? {}) as { to?: string };
  const consequences =
    begin.subject === 'proposal'
      ? ofProposal(state, moment, how, option, edited ?? begin.parties)
      : [report(begin.reportTo as string, 'decided', { subject: begin.subject, decision: begin.decision, option, to })];
  return {
    state: { ...state, stage: how, chosen: option, due: [], done: true },
    wishes: [clearAll(moment), recorded, ...consequences],
  };
}

function ofProposal(
  state: DecisionState,
  moment: Moment,
  how: 'decided' | 'expired' | 'withdrawn',
  option: string | null,
  parties: [string, string] | null,
): Wish[] {
  const { begin } = state;
  const approved = how === 'decided' && option === 'approve';
  const status = approved ? 'approved' : how === 'decided' ? 'declined' : how;
  const { network, policy, clock, settings } = begin;
  const settled = perform('settleProposal', { network, proposal: begin.about, status, parties, at: moment.at });
  if (!approved || parties === null) return [settled];
  return [
    settled,
    start('introduction', workflowId({ kind: 'introduction', network, introduction: begin.about }), {
      network,
      policy,
      clock,
      settings,
      introduction: begin.about,
      proposal: begin.about,
      members: parties,
    }),
  ];
}

/** The role whose right was used: the first that the charter names among those the person holds. */
function roleUsed(state: DecisionState, person: string): string | null {
  const { policy, right } = state.begin;
  return [...policy.rights[right], policy.decisions.deputy].find((role) => policy.roles[role].includes(person)) ?? null;
}

function fact(
  state: DecisionState,
  change: { status: string; chosen?: string | null; by?: string | null; right?: string | null; reason?: string | null },
) {
  const { decision, about, options } = state.begin;
  const body = { decision, about, options, chosen: null, by: null, right: null, reason: null, ...change };
  return { kind: 'decision' as const, body, key: `decision/${decision}/${change.status}` };
}
