/**
 * Outcome checks: so many days after a proposal was carried out (or came to nothing), predicted is set against observed
 * and the verdict is stored. They go on after the network has closed.
 */
import type { WorkflowStarts } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule } from '../process.ts';
import { calendar } from '../shared.ts';

export interface OutcomeState extends ProcessState {
  begin: WorkflowStarts['outcomeCheck'];
  checked: number;
}

export const outcomeCheckProcess: Process<WorkflowStarts['outcomeCheck'], OutcomeState> = {
  actions: [],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, checked: 0 }),
  refuse: () => 'An outcome check takes no messages.',
  decide,
  status: (state) => ({ stage: state.done ? 'done' : 'waiting', counts: { checked: state.checked } }),
  decode: decodeFirstVersion,
};

function decide(state: OutcomeState, event: Event, moment: Moment): Step<OutcomeState> {
  const { network, proposal, carriedOutAt, policy } = state.begin;
  const days = policy.health.outcomeAfterDays;
  if (event.type === 'began') {
    const steps = days.map((afterDays) => ({ name: `check:${afterDays}`, add: `P${afterDays}D` }));
    return { state, wishes: [calendar(state.begin, carriedOutAt, steps, 'plan')] };
  }
  if (event.type === 'learned' && event.as === 'plan')
    return { state: schedule(state, ...duesOf(event.result)), wishes: [] };
  if (event.type !== 'due') return nothing(state);
  const afterDays = Number(event.what.split(':')[1]);
  const checked = state.checked + 1;
  return {
    state: { ...state, checked, done: checked === days.length },
    wishes: [perform('judgeOutcome', { network, proposal, afterDays, at: moment.at })],
  };
}
