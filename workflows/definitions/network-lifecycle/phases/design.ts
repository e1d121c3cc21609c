/**
 * Design: members propose priorities and rank them, the ranking becomes the learning agenda, and the readiness gate is
 * confirmed item by item. Nobody is invited before both are done; neither is ever passed by a time-out.
 */

import { practicesBegin, practicesHear } from '../../practices/begin-and-end.ts';
import type { Moment } from '../../process.ts';
import { duesOf, perform, type Step, schedule, unschedule, type Wish } from '../../process.ts';
import { ask, calendar, clear, clearAll, holders, record, tell } from '../../shared.ts';
import { goalsBegin } from '../goals.ts';
import type { LifecycleState } from '../state.ts';
import { openInvitation } from './invitation.ts';

export const PRIORITIES = 'priorities';

export function beginDesign(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const { policy } = begin;
  const confirmers = holders(begin, policy.rights['confirm-readiness']);
  return {
    state: { ...state, startedAt: moment.at },
    wishes: [
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'design', cycle: 0, because: 'launched' },
        key: 'phase/design',
      }),
      perform('startHealthSchedule', { network: begin.network, policy, clock: begin.clock, startsAt: moment.at }),
      ...goalsBegin(state, moment),
      ...practicesBegin(begin, 'design'),
      ...policy.design.readiness.flatMap((item) =>
        ask(begin, moment, confirmers, {
          template: 'readiness-asked',
          action: 'confirm-readiness',
          about: item,
          until: null,
        }),
      ),
      calendar(
        begin,
        moment.at,
        [
          { name: 'priorities-close', add: policy.design.proposePriorities },
          { name: 'vote-close', add: policy.design.vote, after: 'priorities-close' },
          { name: 'gate-remind', add: policy.decisions.remindAfter, after: 'vote-close' },
          { name: 'gate-escalate', add: policy.decisions.escalateAfter, after: 'vote-close' },
          ...policy.surveys.map((survey) => ({ name: `survey:${survey.wave}`, add: survey.after })),
        ],
        'plan',
      ),
    ],
  };
}

/** The dates of the plan are known: proposing is open until the first of them. */
export function planMade(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const dues = duesOf(result);
  const closes = dues.find((due) => due.what === 'priorities-close');
  return {
    state: schedule({ ...state, voteUntil: dues.find((due) => due.what === 'vote-close')?.at ?? null }, ...dues),
    wishes: [
      perform('notifyMembers', {
        network: state.begin.network,
        workflowId: moment.workflowId,
        at: moment.at,
        template: 'priorities-open',
        about: PRIORITIES,
        whom: { standing: ['invited', 'active'] },
        ask: { action: 'propose-priority', until: closes?.at ?? null },
        round: 0,
      }),
    ],
  };
}

export function prioritiesClose(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const closed = clearAll(moment, 'propose-priority');
  if (state.priorities.length === 0) {
    const asked = askForAgenda(unschedule(state, 'vote-close'), moment);
    return { state: asked.state, wishes: [closed, ...asked.wishes] };
  }
  return {
    state: { ...state, design: 'voting' },
    wishes: [
      closed,
      perform('notifyMembers', {
        network: begin.network,
        workflowId: moment.workflowId,
        at: moment.at,
        template: 'vote-open',
        about: PRIORITIES,
        whom: { standing: ['invited', 'active'] },
        ask: { action: 'vote', until: state.voteUntil },
        round: 0,
      }),
    ],
  };
}

export function voteClose(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  return {
    state,
    wishes: [
      clearAll(moment, 'vote'),
      perform(
        'countVotes',
        { network: state.begin.network, round: PRIORITIES, options: state.priorities, at: moment.at },
        'counted',
      ),
    ],
  };
}

/** The ranking becomes the agenda. A vote in which nobody voted decides nothing: the lead is asked. */
export function votesCounted(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const { order, voted } = result as { order: string[]; voted: number };
  if (voted === 0) return askForAgenda(state, moment);
  const kept = order.slice(0, state.begin.policy.design.prioritiesKept);
  const items = kept.map((priority, index) => ({ item: `agenda-${state.agenda.length + index + 1}`, priority }));
  const facts = items.map(({ item, priority }) => ({
    kind: 'agenda-item' as const,
    body: { item, version: 1, title: null, priority },
    key: `agenda/${item}/1`,
  }));
  return gate({ ...state, design: 'set', agenda: [...state.agenda, ...items.map(({ item }) => item)] }, moment, [
    record(state.begin, moment, ...facts),
    ...items.flatMap(({ item }) => practicesHear(state.begin, 'agenda-item', { item })),
  ]);
}

function askForAgenda(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  if (state.agenda.length > 0) return gate({ ...state, design: 'set' }, moment, []);
  const who = holders(state.begin, state.begin.policy.rights['set-agenda']);
  return {
    state: { ...state, design: 'agenda' },
    wishes: ask(state.begin, moment, who, {
      template: 'agenda-asked',
      action: 'set-agenda',
      about: 'agenda',
      until: null,
    }),
  };
}

/** Passes from design to invitation when the agenda is set and every item of the gate is confirmed. */
export function gate(state: LifecycleState, moment: Moment, before: Wish[]): Step<LifecycleState> {
  if (state.phase !== 'design' || state.design !== 'set' || openItems(state).length > 0)
    return { state, wishes: before };
  const opened = openInvitation({ ...unschedule(state, 'gate-remind', 'gate-escalate'), gateEscalated: false }, moment);
  return { state: opened.state, wishes: [...before, clearAll(moment), ...opened.wishes] };
}

/** Somebody has let the gate wait: remind those who may confirm it, later ask the deputy as well. */
export function gateWaits(state: LifecycleState, moment: Moment, escalate: boolean): Step<LifecycleState> {
  const { begin } = state;
  const { policy } = begin;
  const roles = escalate ? [policy.decisions.deputy] : [];
  const deputies = holders(begin, roles);
  const waiting = [
    ...openItems(state).map((item) => ({ action: 'confirm-readiness' as const, about: item })),
    ...(state.design === 'agenda' ? [{ action: 'set-agenda' as const, about: 'agenda' }] : []),
  ];
  const template = escalate ? 'decision-escalated' : 'decision-reminder';
  return {
    state: escalate ? { ...state, gateEscalated: true } : state,
    wishes: waiting.flatMap(({ action, about }) => {
      const holding = holders(begin, policy.rights[action]);
      const further = deputies.filter((person) => !holding.includes(person));
      return [
        tell(begin, moment, holding, escalate ? 'decision-reminder' : template, about, undefined, escalate ? 2 : 1),
        ...ask(begin, moment, further, { template, action, about, until: null }),
      ];
    }),
  };
}

export function openItems(state: LifecycleState): string[] {
  return state.begin.policy.design.readiness.filter((item) => !state.confirmed.includes(item));
}

export function readinessConfirmed(state: LifecycleState, moment: Moment, item: string): Step<LifecycleState> {
  const { rights, decisions } = state.begin.policy;
  const people = holders(state.begin, [...rights['confirm-readiness'], decisions.deputy]);
  return gate({ ...state, confirmed: [...state.confirmed, item] }, moment, [
    clear(moment, { action: 'confirm-readiness', about: item, people }),
  ]);
}
