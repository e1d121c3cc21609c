/**
 * What the lifecycle refuses, in words for the person who acted. Default deny: what is not named here is not taken.
 */
import { ACTIONS, type ActionName, type ActMessage } from '../../contract/index.ts';
import type { Moment } from '../process.ts';
import { dayOf, lacksRight, lacksRole } from '../shared.ts';
import { refuseReview } from './goals.ts';
import { refuseGate } from './phases/gates.ts';
import { refuseHandOver } from './phases/hand-over.ts';
import { isFull, MOST_WAITING } from './places.ts';
import type { LifecycleState } from './state.ts';

export function refuse(state: LifecycleState, action: ActionName, message: ActMessage, moment: Moment): string | null {
  // Nobody is told of what they lack for something that nobody can do any more.
  if (state.phase === 'closed') return 'The network is closed.';
  return mayNot(state, action, message) ?? cannotNow(state, action, message, moment);
}

/** Whether the person may do such a thing at all. */
function mayNot(state: LifecycleState, action: ActionName, message: ActMessage): string | null {
  const { may } = ACTIONS[action];
  if ('right' in may) return lacksRight(state.begin.policy, may.right, message, isEscalated(state, action, message));
  if ('roles' in may) return lacksRole(state.begin.policy, may.roles, message);
  if ('concerned' in may) return null;
  if ('members' in may) {
    const { membership } = message.actor;
    if (membership === null) return 'Only members of the network can do this.';
    const isAboutJoining = action === 'accept-invitation' || action === 'open-invitation';
    if (isAboutJoining && membership === 'active') return 'You have joined already.';
    if (isAboutJoining && membership === 'declined') return 'You have declined already.';
    if (action === 'decline-invitation' && membership === 'declined') return 'You have declined already.';
    if (action === 'decline-invitation' && membership === 'active') return 'You have joined already; you can leave.';
    if (!may.members.some((standing) => standing === membership)) {
      return membership === 'invited'
        ? 'Join the network first: accept-invitation.'
        : `You are not an active member (${membership}).`;
    }
    return null;
  }
  return 'Nobody can do this here.';
}

/** Whether it has waited so long that the deputy may do it as well. */
function isEscalated(state: LifecycleState, action: ActionName, { payload }: ActMessage): boolean {
  if (action === 'review-goal') {
    return state.goals.some(({ goal, escalated }) => goal === payload.goal && escalated);
  }
  const waitsForAgenda = state.phase === 'design' && state.design === 'agenda';
  return state.gateEscalated && (action === 'confirm-readiness' || (action === 'set-agenda' && waitsForAgenda));
}

/** Whether the network is where such a thing can be done. */
function cannotNow(state: LifecycleState, action: ActionName, message: ActMessage, moment: Moment): string | null {
  switch (action) {
    case 'confirm-readiness': {
      const { item } = message.payload as { item: string };
      const { readiness } = state.begin.policy.design;
      if (!readiness.includes(item))
        return `The readiness gate has no item '${item}'. It has: ${readiness.join(', ')}.`;
      return state.confirmed.includes(item) ? `'${item}' is confirmed already.` : null;
    }
    case 'propose-priority':
      if (state.phase !== 'design' || state.design !== 'proposing') return 'Priorities are no longer being proposed.';
      return state.priorities.length >= MOST_PRIORITIES ? `There are ${MOST_PRIORITIES} priorities already.` : null;
    case 'vote':
      return refuseVote(state, (message.payload as { ranking: string[] }).ranking);
    case 'set-agenda': {
      const { priority } = message.payload as { priority?: string };
      if (state.agenda.length >= MOST_AGENDA_ITEMS) return `The agenda has ${MOST_AGENDA_ITEMS} items already.`;
      if (priority !== undefined && !state.priorities.includes(priority)) return `There is no priority '${priority}'.`;
      return null;
    }
    case 'revise-agenda': {
      const { item } = message.payload as { item: string };
      if (!state.agenda.includes(item))
        return `The learning agenda has no item '${item}'. ${state.agenda.length === 0 ? 'It is not set yet.' : `It has: ${state.agenda.join(', ')}.`}`;
      return (state.versions[item] ?? 1) >= MOST_VERSIONS ? `${item} was said anew ${MOST_VERSIONS} times.` : null;
    }
    case 'review-goal':
      return refuseReview(state, message, moment);
    case 'accept-invitation': {
      if (state.phase === 'design') return 'Invitations are not out yet.';
      const place = state.waiting.indexOf(message.actor.person) + 1;
      if (place > 0) return `You are on the waiting list already, as number ${place}.`;
      return isFull(state) && state.waiting.length >= MOST_WAITING
        ? `All places are taken, and ${MOST_WAITING} wait for one already.`
        : null;
    }
    case 'open-invitation':
    case 'decline-invitation':
      if (state.phase === 'design') return 'Invitations are not out yet.';
      // Whoever comes late is welcome as long as the network lives; whoever declines late spares the next reminder.
      return null;
    case 'leave':
      return null;
    case 'adopt': {
      const { since } = message.payload as { since?: string };
      return since !== undefined && since > dayOf(moment.at) ? `${since} has not come yet.` : null;
    }
    case 'propose-introduction': {
      const [one, other] = (message.payload as { parties: string[] }).parties;
      if (state.proposals === 'off') return 'Proposals are stopped (resume-proposals lets them go on).';
      return one === other ? 'An introduction needs two different people.' : null;
    }
    case 'stop-proposals':
      return state.proposals === 'off' ? 'Proposals are stopped already.' : null;
    case 'resume-proposals':
      return state.proposals === 'on' ? 'Proposals are not stopped.' : null;
    case 'close':
      return null;
    case 'vote-on-future':
    case 'answer-as-sponsor':
    case 'confirm-funding':
      return refuseGate(state, action, message, moment);
    case 'answer-hand-over':
    case 'confirm-handed-over':
      return refuseHandOver(state, action, message);
    default:
      return 'This is not decided here.';
  }
}

function refuseVote(state: LifecycleState, ranking: string[]): string | null {
  if (state.phase === 'design' && state.design === 'proposing')
    return 'The vote has not begun: priorities are still being proposed.';
  if (state.design !== 'voting') return 'The vote is closed.';
  const unknown = ranking.find((priority) => !state.priorities.includes(priority));
  if (unknown !== undefined) return `There is no priority '${unknown}'. There are: ${state.priorities.join(', ')}.`;
  return new Set(ranking).size === ranking.length ? null : 'A ranking names each priority once.';
}

/** Bounds of what the state carries. */
const MOST_PRIORITIES = 200;
const MOST_AGENDA_ITEMS = 50;
const MOST_VERSIONS = 1_000;
