/**
 * Sustainment: after the last cycle that was agreed, those whom the charter names are heard, and then a person decides
 * whether the network is renewed, handed over or closed.
 */
import { practicesBegin, practicesHear } from '../../practices/begin-and-end.ts';
import { type Moment, nothing, type Step } from '../../process.ts';
import { record } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';
import { close } from './closing.ts';
import { gatesOf, openGates } from './gates.ts';
import { beginHandOver } from './hand-over.ts';
import { beginCycle, beginRenewed } from './learning.ts';
import { askWhatBecomes } from './what-becomes.ts';

/** The next cycle, or after the last one that was agreed: what becomes of the network. */
export function cycleDone(state: LifecycleState, moment: Moment, cycle: number): Step<LifecycleState> {
  // A report that was sent twice, or that comes after the network was closed, changes nothing.
  if (state.phase !== 'learning' || cycle !== state.cycle) return nothing(state);
  const heard = practicesHear(state.begin, 'cycle-done', { cycle });
  const step =
    cycle < state.lastCycle
      ? beginCycle(state, moment, cycle + 1, `cycle ${cycle} is done`)
      : beginSustainment(state, moment);
  return { ...step, wishes: [...heard, ...step.wishes] };
}

function beginSustainment(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const because = `cycle ${state.cycle} was the last that was agreed`;
  const there = { ...state, phase: 'sustainment' as const, because };
  const next = gatesOf(begin.policy).length > 0 ? openGates(there, moment) : askWhatBecomes(there, moment);
  return {
    state: next.state,
    wishes: [
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'sustainment', cycle: state.cycle, because },
        key: `phase/sustainment/${state.renewals + 1}`,
      }),
      ...(state.renewals === 0 ? practicesBegin(begin, 'sustainment') : []),
      ...next.wishes,
    ],
  };
}

/** `to`: whom the network is handed over to; without it, whoever takes it on does so without Weft. */
export function sustainmentDecided(
  state: LifecycleState,
  moment: Moment,
  { option, to }: { option: string; to: string | null },
): Step<LifecycleState> {
  // A decision that was overtaken (somebody is asked to take over already) changes nothing.
  if (state.phase !== 'sustainment' || state.handOver !== null) return nothing(state);
  if (option === 'renew') return beginRenewed(state, moment, 'renewed by decision');
  if (option === 'hand-over' && to !== null) return beginHandOver(state, moment, to);
  return close(state, moment, option === 'hand-over' ? 'handed over by decision' : 'closed by decision');
}

/** The money for the way on did not come, and somebody has decided what follows, in whatever phase the network is. */
export function notFunded(state: LifecycleState, moment: Moment, option: string): Step<LifecycleState> {
  if (option === 'continue' || state.phase === 'closed') return nothing(state);
  return close(state, moment, `${option === 'hand-over' ? 'handed over' : 'closed'} by decision: not funded`);
}
