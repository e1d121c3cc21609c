/**
 * A health check: measure the network as of a date, keep findings, proposals and the report, and ask a person about
 * each proposal. It never acts by itself.
 */
import type { WorkflowStarts } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../process.ts';
import { decodeFirstVersion, nothing, perform, report } from '../process.ts';
import { decisionAbout } from '../shared.ts';

export interface HealthCheckState extends ProcessState {
  begin: WorkflowStarts['healthCheck'] & { check: string; asOf: string };
  findings: number;
  proposals: number;
}

export const healthCheckProcess: Process<HealthCheckState['begin'], HealthCheckState> = {
  actions: [],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, findings: 0, proposals: 0 }),
  refuse: () => 'A health check takes no messages.',
  decide,
  status: (state) => ({
    stage: state.done ? 'done' : 'measuring',
    counts: { findings: state.findings, proposals: state.proposals },
  }),
  decode: decodeFirstVersion,
};

function decide(state: HealthCheckState, event: Event, moment: Moment): Step<HealthCheckState> {
  const { network, check, asOf } = state.begin;
  if (event.type === 'began') {
    return {
      state,
      wishes: [perform('checkHealth', { network, check, asOf, workflowId: moment.workflowId }, 'checked')],
    };
  }
  if (event.type !== 'learned' || event.as !== 'checked') return nothing(state);
  const { findings, proposals } = event.result as {
    findings: number;
    proposals: { proposal: string; parties: [string, string] }[];
  };
  return {
    state: { ...state, findings, proposals: proposals.length, done: true },
    wishes: [
      ...proposals.map(({ proposal, parties }) => decisionAbout(state.begin, proposal, parties)),
      ...(state.begin.reportTo === undefined ? [] : [report(state.begin.reportTo, 'checked', { check })]),
    ],
  };
}
