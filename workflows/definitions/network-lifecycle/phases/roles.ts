/** A role passes from one person to another while the network lives: the store, what waits, and all that runs learn it. */
import type { RoleName } from '../../../../data/records/index.ts';
import { ROLE_MOVED, workflowId } from '../../../contract/index.ts';
import { practicesToldOf } from '../../practices/begin-and-end.ts';
import { type Moment, perform, report, type Step, type Wish } from '../../process.ts';
import { withRoleMoved } from '../../role-moved.ts';
import { record, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';

export interface RoleMove {
  role: RoleName;
  /** Nobody is left with the role but whom it passes to. */
  from: string[];
  to: string;
}

/** One person gives a role up, another takes it; empty: nobody does. */
interface Move extends Record<string, string> {
  role: RoleName;
  from: string;
  to: string;
}

export function moveRole(state: LifecycleState, moment: Moment, { role, from, to }: RoleMove): Step<LifecycleState> {
  const leaving = from.filter((person) => person !== to);
  const moves = leaving.length === 0 ? [{ role, from: '', to }] : leaving.map((person) => ({ role, from: person, to }));
  const moved = moves.reduce((next, move) => withRoleMoved(next, move), state);
  const { begin } = moved;
  // Who has left gave it up then.
  const gaveUp = leaving.filter((person) => state.begin.policy.roles[role].includes(person));
  return {
    state: moved,
    wishes: [
      record(begin, moment, ...gaveUp.map((person) => fact(role, person, false, moment)), fact(role, to, true, moment)),
      perform('passOnMatters', { network: begin.network, role, from: leaving, to, at: moment.at }),
      ...allLearn(moved, moment, moves),
      tell(begin, moment, [to], 'role-taken-over', `${role}:${moment.at.slice(0, 10)}`),
    ],
  };
}

/** Nobody takes over what somebody held who has left: not yet, or never. */
export function vacate(
  state: LifecycleState,
  moment: Moment,
  member: string,
  roles: readonly RoleName[],
): Step<LifecycleState> {
  if (roles.length === 0) return { state, wishes: [] };
  const moves = roles.map((role): Move => ({ role, from: member, to: '' }));
  const vacant = moves.reduce((next, move) => withRoleMoved(next, move), state);
  return {
    state: vacant,
    wishes: [
      record(vacant.begin, moment, ...roles.map((role) => fact(role, member, false, moment))),
      ...allLearn(vacant, moment, moves),
    ],
  };
}

/** Every practice, the cycle that runs, and the schedule, which starts checks with the policy that it was given. */
function allLearn({ begin, phase, cycle, startedAt }: LifecycleState, moment: Moment, moves: readonly Move[]): Wish[] {
  const { network, policy, clock } = begin;
  const running = phase === 'learning' ? [workflowId({ kind: 'cycle', network, cycle })] : [];
  return [
    ...moves.flatMap((move) => [
      ...practicesToldOf(begin, ROLE_MOVED, move),
      ...running.map((id) => report(id, ROLE_MOVED, move)),
    ]),
    perform('startHealthSchedule', { network, policy, clock, startsAt: startedAt ?? moment.at }),
  ];
}

function fact(role: RoleName, person: string, held: boolean, { at }: Moment) {
  return {
    ...{ kind: 'role' as const, body: { person, role, held } },
    key: `role/${role}/${person}/${held ? 'held' : 'passed-on'}/${at}`,
  };
}
