/**
 * A role passes to somebody else: the keeper of a practice tells every matter of its own that is open, because each asks
 * holders of roles by itself. Those are as many as the keeper carries, each told once a move.
 */
import { ROLE_MOVED, type WorkflowStarts, workflowId } from '../../contract/index.ts';
import type { Process, ProcessState } from '../process.ts';
import { report } from '../process.ts';

export function passingRolesOn<State extends ProcessState>(
  keeper: Process<WorkflowStarts['practice'], State>,
  { network, practice }: WorkflowStarts['practice'],
): Process<WorkflowStarts['practice'], State> {
  return {
    ...keeper,
    decide(state, event, moment) {
      const step = keeper.decide(state, event, moment);
      if (event.type !== 'reported' || event.report.report !== ROLE_MOVED) return step;
      const told = openIn(step.state).map((item) =>
        report(workflowId({ kind: 'practice-item', network, practice, item }), ROLE_MOVED, event.report.data),
      );
      return { ...step, wishes: [...step.wishes, ...told] };
    },
  };
}

/** Keepers carry what is open as ids, or as ids with what they must know of each. */
function openIn(state: ProcessState): string[] {
  const { open } = state as { open?: unknown };
  if (!Array.isArray(open)) return [];
  return (open as (string | { item: string })[]).map((one) => (typeof one === 'string' ? one : one.item));
}
