/** What the process of a session carries: ids, numbers and dates. */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { WorkflowStarts } from '../../../contract/index.ts';
import type { ProcessState } from '../../process.ts';

type Body = BodyOf<'session'>;

export interface SessionState
  extends ProcessState,
    Pick<Body, 'sequence' | 'status' | 'coming' | 'attended' | 'agenda' | 'timeBoxes' | 'notes' | 'minutes'> {
  begin: WorkflowStarts['practiceItem'];
  /** On the local calendar, and the instant that it is. */
  local: string;
  starts: string | null;
  decisions: number;
  problems: number;
  /** Who has left since they were there; absent: nobody. */
  gone?: string[];
}

/** Bounds of what one session carries. */
export const MOST_PEOPLE = 1_000;
export const MOST_NOTED = 50;

/** Whoever announced it, where nobody else is named; of a meeting of a ritual nobody may have taken it yet: null. */
export function facilitatorOf({ by, given }: SessionState['begin']): string | null {
  return given.facilitator ?? (given.ritual === undefined ? by : null);
}

/** Who keeps its agenda and its notes: leads, where nobody facilitates. */
export function keepersOf(begin: SessionState['begin']): string[] {
  const facilitator = facilitatorOf(begin);
  return facilitator === null ? begin.policy.roles.lead : [facilitator];
}
