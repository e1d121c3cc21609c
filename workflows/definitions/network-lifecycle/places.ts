/**
 * Places: where the charter says how many may be members at a time, whoever says yes later waits, in the order in which
 * they said so, and moves up when somebody leaves. Nobody is passed over; who is gone by then is skipped.
 */
import { practicesHear } from '../practices/begin-and-end.ts';
import type { Moment, Step } from '../process.ts';
import { nothing, perform } from '../process.ts';
import { clear, dayOf, tell } from '../shared.ts';
import { INVITATION } from './phases/invitation.ts';
import type { LifecycleState } from './state.ts';

/** Bounds what is carried from run to run. */
export const MOST_WAITING = 2_000;

/** What the answer to a move is learned as, before the person's id. */
export const MOVED_UP = 'moved-up:';

export function isFull(state: LifecycleState): boolean {
  const { places } = state.begin.policy.invitation;
  return places !== undefined && state.joined - state.left >= places;
}

/** For somebody who looks at their invitation. */
export function invitationSays(state: LifecycleState): string {
  const { places } = state.begin.policy.invitation;
  const until = state.invitedUntil === null ? '' : ` An answer is awaited until ${dayOf(state.invitedUntil)}.`;
  if (places === undefined) return `You are invited, and there is a place for you.${until}`;
  const free = Math.max(0, places - (state.joined - state.left));
  return free > 0
    ? `You are invited; ${free} of ${places} places are free.${until}`
    : `You are invited; all ${places} places are taken, and ${state.waiting.length} wait for one. Say yes, and you wait with them.`;
}

export function putOnWaitingList(state: LifecycleState, person: string, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const waiting = [...state.waiting, person];
  return {
    state: { ...state, waiting },
    wishes: [
      perform('noteInvitation', { network: begin.network, member: person, step: 'applied', at: moment.at }),
      clear(moment, { action: 'accept-invitation', about: INVITATION, people: [person] }),
      tell(begin, moment, [person], 'waiting-list', begin.network),
    ],
    receipt: {
      id: null,
      said: `All ${begin.policy.invitation.places} places are taken: you are number ${waiting.length} on the waiting list, and hear from us when it is your turn.`,
    },
  };
}

/** The place that became free goes to whoever has waited longest. */
export function moveUp(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const [next, ...waiting] = state.waiting;
  if (next === undefined || isFull(state)) return nothing(state);
  // A place that was left is handed on once: its number is that of the leaving and of who is tried for it.
  const request = `place-${state.left}-${next}`;
  const move = { network: state.begin.network, member: next, status: 'active', at: moment.at, request } as const;
  return {
    state: { ...state, waiting, joined: state.joined + 1 },
    wishes: [perform('setStanding', move, `${MOVED_UP}${next}`)],
  };
}

/** They are told; where they were erased meanwhile, it is the next one's turn. */
export function movedUp(state: LifecycleState, person: string, result: unknown, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  if (!(result as { changed: boolean }).changed) return moveUp({ ...state, joined: state.joined - 1 }, moment);
  return {
    state,
    wishes: [
      tell(begin, moment, [person], 'place-free', begin.network),
      ...practicesHear(begin, 'joined', { member: person }),
    ],
  };
}
