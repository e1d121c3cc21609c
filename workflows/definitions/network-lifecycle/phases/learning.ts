/**
 * Learning: one cycle after another, each a workflow of its own that cites an item of the agenda and reports when done.
 */
import { workflowId } from '../../../contract/index.ts';
import { practicesBegin, practicesHear, tellPractice } from '../../practices/begin-and-end.ts';
import { type Moment, nothing, type Step, start } from '../../process.ts';
import { record } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';

export function beginCycle(
  state: LifecycleState,
  moment: Moment,
  cycle: number,
  because: string,
): Step<LifecycleState> {
  const { begin } = state;
  // More cycles than agenda items: the agenda is gone through again, with what was learned.
  const item = state.agenda[(cycle - 1) % state.agenda.length] as string;
  if (begin.policy.practices?.problems !== undefined && !state.problems.includes(item)) {
    return {
      state: { ...state, waitsForProblem: { cycle, item, because } },
      wishes: tellPractice(begin, 'problems', 'problem-wanted', { item }),
    };
  }
  return {
    state: { ...state, phase: 'learning', cycle, because, waitsForProblem: null },
    wishes: [
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'learning', cycle, because },
        key: `phase/learning/${cycle}`,
      }),
      ...(cycle === 1 ? practicesBegin(begin, 'learning') : []),
      ...practicesHear(begin, 'cycle-began', { cycle }),
      start('learningCycle', workflowId({ kind: 'cycle', network: begin.network, cycle }), { ...begin, cycle, item }),
    ],
  };
}

/** An item of the agenda has its problem: a cycle that waited for it begins. */
export function problemStated(state: LifecycleState, moment: Moment, item: string): Step<LifecycleState> {
  if (state.problems.includes(item)) return nothing(state);
  const known = { ...state, problems: [...state.problems, item] };
  const waits = state.waitsForProblem;
  return waits?.item === item ? beginCycle(known, moment, waits.cycle, waits.because) : nothing(known);
}

/** As many cycles more as were agreed at the beginning. */
export function beginRenewed(state: LifecycleState, moment: Moment, because: string): Step<LifecycleState> {
  const lastCycle = state.cycle + state.begin.policy.learning.cycles;
  return beginCycle({ ...state, renewals: state.renewals + 1, lastCycle }, moment, state.cycle + 1, because);
}
