/**
 * Somebody leaves: practices hear of it, what waits on them waits on them no more, and the roles that they held are vacant
 * from then on. Who left decides nothing; where nobody else holds the role, what needs it goes to the deputy as it does
 * when a holder is silent.
 */
import { ROLE_NAMES } from '../../../../data/records/index.ts';
import { practicesHear } from '../../practices/begin-and-end.ts';
import { type Moment, perform, type Step, type Wish } from '../../process.ts';
import type { LifecycleState } from '../state.ts';
import { handOverLapses } from './hand-over.ts';
import { vacate } from './roles.ts';

export function part(state: LifecycleState, moment: Moment, member: string): Step<LifecycleState> {
  const { begin } = state;
  const roles = ROLE_NAMES.filter((role) => begin.policy.roles[role].includes(member));
  // Who would take over a role is known by whose it was: practices hear of the leave before the role is vacant.
  const heard = practicesHear(begin, 'left', { member });
  const vacant = vacate(state, moment, member, roles);
  const parted: Wish[] = [...heard, ...vacant.wishes, perform('partWith', { network: begin.network, member, roles })];
  const { handOver } = state;
  if (handOver === null || handOver.accepted || handOver.to !== member) return { state: vacant.state, wishes: parted };
  const { receipt: _, ...lapsed } = handOverLapses(vacant.state, moment);
  return { state: lapsed.state, wishes: [...parted, ...lapsed.wishes] };
}
