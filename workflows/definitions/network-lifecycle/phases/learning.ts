/**
 * Learning: one cycle after another, each a workflow of its own that cites an item of the agenda and reports when done.
 */
import { workflowId } from '../../../contract/index.ts';
import { practicesBegin, practicesHear } from '../../practices/begin-and-end.ts';
import { type Moment, type Step, start } from '../../process.ts';
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
  return {
    state: { ...state, phase: 'learning', cycle, because },
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
