/** A role passes from one person to another while the network lives: the store, what waits, and all that runs learn it. */
import type { RoleName } from '../../../../data/records/index.ts';
import { ROLE_MOVED, workflowId } from '../../../contract/index.ts';
import { practicesToldOf } from '../../practices/begin-and-end.ts';
import { type Moment, perform, report, type Step } from '../../process.ts';
import { withRoleMoved } from '../../role-moved.ts';
import { record, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';

export interface RoleMove {
  role: RoleName;
  /** Nobody is left with the role but whom it passes to. */
  from: string[];
  to: string;
}

export function moveRole(state: LifecycleState, moment: Moment, { role, from, to }: RoleMove): Step<LifecycleState> {
  const leaving = from.filter((person) => person !== to);
  const moves = leaving.length === 0 ? [{ role, from: '', to }] : leaving.map((person) => ({ role, from: person, to }));
  const moved = moves.reduce((next, move) => withRoleMoved(next, move), state);
  const { begin } = moved;
  const fact = (person: string, held: boolean) => ({
    ...{ kind: 'role' as const, body: { person, role, held } },
    key: `role/${role}/${person}/${held ? 'held' : 'passed-on'}/${moment.at}`,
  });
  const running =
    state.phase === 'learning' ? [workflowId({ kind: 'cycle', network: begin.network, cycle: state.cycle })] : [];
  return {
    state: moved,
    wishes: [
      record(begin, moment, ...leaving.map((person) => fact(person, false)), fact(to, true)),
      perform('passOnMatters', { network: begin.network, role, from: leaving, to, at: moment.at }),
      ...moves.flatMap((move) => [
        ...practicesToldOf(begin, ROLE_MOVED, move),
        ...running.map((id) => report(id, ROLE_MOVED, move)),
      ]),
      // The schedule starts checks with the policy that it was given.
      perform('startHealthSchedule', {
        network: begin.network,
        policy: begin.policy,
        clock: begin.clock,
        startsAt: state.startedAt ?? moment.at,
      }),
      tell(begin, moment, [to], 'role-taken-over', `${role}:${moment.at.slice(0, 10)}`),
    ],
  };
}
