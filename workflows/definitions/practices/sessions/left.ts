/**
 * Somebody leaves the network who is expected at a session, was there, or leads it. They are not expected any more, and
 * their calendar forgets it; that they were there stays, because it is so. Where they would have led it somebody else does:
 * a facilitator by role, else a lead, else the first who comes, who hears what is still to be given.
 */
import type { Moment, Step, Wish } from '../../process.ts';
import { nothing } from '../../process.ts';
import { ask, holders, record, tell } from '../../shared.ts';
import { fact } from './facts.ts';
import { isInvited, peopleOf } from './invited.ts';
import { facilitatorOf, keepersOf, type SessionState } from './state.ts';

export function left(state: SessionState, member: string, moment: Moment): Step<SessionState> {
  const led = facilitatorOf(state.begin) === member;
  const isAhead = state.status === 'announced';
  const isExpected = isAhead && (state.coming.includes(member) || peopleOf(state.begin).includes(member));
  if (!led && !isExpected) return nothing(withGone(state, member));
  const expected: SessionState = {
    ...withGone(state, member),
    coming: isAhead ? state.coming.filter((person) => person !== member) : state.coming,
    begin: isAhead ? without(state.begin, member) : state.begin,
  };
  const isOfRitual = isAhead && state.begin.given.ritual !== undefined;
  const now = !led ? expected : isOfRitual ? ledByNobody(expected) : ledByAnother(expected, member);
  return {
    state: now,
    wishes: [
      record(now.begin, moment, fact(now, `left/${member}`)),
      ...(isAhead && isInvited(state.begin)
        ? [tell(now.begin, moment, [member], 'session-left', now.begin.item, undefined, now.sequence)]
        : []),
      ...(led ? asksNew(now, moment) : []),
    ],
  };
}

function withGone(state: SessionState, member: string): SessionState {
  return state.attended.includes(member) ? { ...state, gone: [...(state.gone ?? []), member] } : state;
}

/** Of a circle: who is asked no more. */
function without(begin: SessionState['begin'], member: string): SessionState['begin'] {
  if (begin.given.people === undefined) return begin;
  const people = peopleOf(begin).filter((person) => person !== member);
  return { ...begin, given: { ...begin.given, people: people.join(' ') } };
}

/** Of a meeting of a ritual that is ahead: who leads it instead is for the ritual to say, by its turns. */
function ledByNobody(state: SessionState): SessionState {
  const { facilitator: _, ...given } = state.begin.given;
  return { ...state, begin: { ...state.begin, given } };
}

/** Where nobody is there who could, the name stays on paper, and whoever leads the network next may do what is to be done. */
function ledByAnother(state: SessionState, member: string): SessionState {
  const { begin, coming } = state;
  const candidates = [...holders(begin, ['facilitator']), ...holders(begin, ['lead']), ...coming];
  const facilitator = candidates.find((person) => person !== member);
  return facilitator === undefined ? state : { ...state, begin: { ...begin, given: { ...begin.given, facilitator } } };
}

function asksNew({ begin, status, agenda, starts, due, notes }: SessionState, moment: Moment): Wish[] {
  const about = begin.item;
  const people = keepersOf(begin);
  if (status === 'announced' && agenda === null) {
    return ask(begin, moment, people, { template: 'session-plan-asked', action: 'plan-session', about, until: starts });
  }
  if (status === 'held' && notes === null) {
    const until = due.find(({ what }) => what === 'closes')?.at ?? null;
    return ask(begin, moment, people, { template: 'session-record-asked', action: 'record-session', about, until });
  }
  return facilitatorOf(begin) === null ? [] : [tell(begin, moment, people, 'session-yours', about)];
}
