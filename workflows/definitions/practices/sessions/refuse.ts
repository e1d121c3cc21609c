/** Who may do what about a session, and when. */
import {
  ACTIONS,
  type Action,
  type ActionName,
  type ActMessage,
  holdsRight,
  isRightName,
} from '../../../contract/index.ts';
import type { Moment } from '../../process.ts';
import { ACTIVE_ONLY } from '../../shared.ts';
import { refuseDay } from './days.ts';
import { peopleOf } from './invited.ts';
import { facilitatorOf, MOST_NOTED, MOST_PEOPLE, type SessionState } from './state.ts';

export function refuse(state: SessionState, action: ActionName, message: ActMessage, moment: Moment): string | null {
  const { begin } = state;
  if (state.done) return `${begin.item} has ended (${state.status}).`;
  return (
    refusePerson(state, action, message) ??
    refuseTime(state, action, message, moment) ??
    refuseWhat(state, action, message)
  );
}

function refusePerson({ begin }: SessionState, action: ActionName, { actor }: ActMessage): string | null {
  const { may }: Action = ACTIONS[action];
  if ('concerned' in may)
    return leads(begin, actor.person) ? null : 'Only its facilitator, a lead or a facilitator does this.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const people = peopleOf(begin);
  const isOutside = people.length > 0 && !people.includes(actor.person) && !leads(begin, actor.person);
  return isOutside ? 'Only members of its circle come to this session.' : null;
}

function leads(begin: SessionState['begin'], person: string): boolean {
  const { lead, facilitator } = begin.policy.roles;
  return person === facilitatorOf(begin) || [...lead, ...facilitator].includes(person);
}

const BEFORE: readonly ActionName[] = ['plan-session', 'move-session', 'call-off-session', 'come-to-session'];

function refuseTime(state: SessionState, action: ActionName, message: ActMessage, { at }: Moment): string | null {
  const { begin, starts, local } = state;
  const hasBegun = starts !== null && at >= starts;
  if (BEFORE.includes(action)) {
    if (hasBegun) return `${begin.item} has begun; this is done before.`;
    return action === 'move-session' ? refuseDay(String(message.payload.starts), at, begin) : null;
  }
  return hasBegun ? null : `${begin.item} begins on ${local.replace('T', ', ')}; this is said when it has begun.`;
}

function refuseWhat(state: SessionState, action: ActionName, { actor, payload }: ActMessage): string | null {
  const { begin, agenda } = state;
  switch (action) {
    case 'plan-session': {
      const minutes = (payload.timeBoxes as number[]).reduce((sum, box) => sum + box, 0);
      if (minutes > state.minutes)
        return `The time boxes take ${minutes} minutes, and the session has ${state.minutes}.`;
      return agenda === payload.agenda ? 'This is its agenda already.' : null;
    }
    case 'come-to-session':
      return state.coming.length >= MOST_PEOPLE && payload.coming === true
        ? `${MOST_PEOPLE} are coming already.`
        : null;
    case 'confirm-attendance':
      return state.attended.length >= MOST_PEOPLE && payload.attended === true
        ? `${MOST_PEOPLE} are noted already.`
        : null;
    case 'decide-in-session':
      if (state.decisions >= MOST_NOTED) return `${begin.item} has ${MOST_NOTED} decisions already.`;
      return refuseRight(state, String(payload.right), payload.decidedBy as string[]);
    case 'solve-together': {
      if (state.problems >= MOST_NOTED) return `${begin.item} has ${MOST_NOTED} problems already.`;
      const people = payload.people as string[];
      if (new Set(people).size < 2) return 'Name two different people at least.';
      return people.includes(actor.person) || leads(begin, actor.person)
        ? null
        : 'Only one of those who worked on it, or who leads the session, says so.';
    }
    default:
      return null;
  }
}

/** A decision names its right, and everybody who decided by it has it. */
function refuseRight({ begin, attended }: SessionState, right: string, decidedBy: string[]): string | null {
  if (!isRightName(begin.policy, right)) {
    const absent = decidedBy.filter((person) => attended.length > 0 && !attended.includes(person));
    return absent.length === 0
      ? null
      : 'Only who was there decides by consent of those present; record who was there first.';
  }
  const without = decidedBy.filter((person) => !holdsRight(begin.policy, right, person));
  if (without.length === 0) return null;
  const roles = begin.policy.rights[right].join(' or a ');
  return `Only a ${roles} decides by the right ${right}; name those who do, or the right by which it was.`;
}
