/**
 * The gate before learning begins: how mixed are those who joined? At or above the target it opens by itself; below it the
 * lead hears of the gaps and decides. The network's lifecycle waits for the word `gate-passed`.
 */
import type { WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, nothing, perform, report, start } from '../../process.ts';
import { holders, tell } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];

export interface DiversityState extends ProcessState {
  begin: Begin;
  /** How often it was measured: the number of the newest check, and of the decision about it. */
  checks: number;
  stage: 'waits' | 'measured' | 'to be decided' | 'passed';
}

export const diversity: PracticeModule<DiversityState> = {
  keeper: {
    actions: [],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, checks: 0, stage: 'waits' }),
    refuse: () => 'Nobody does anything here; the decision is made with decide.',
    decide,
    status: ({ stage, checks }) => ({ stage, counts: { checks } }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function decide(state: DiversityState, event: Event, moment: Moment): Step<DiversityState> {
  if (state.done) return nothing(state);
  if (event.type === 'learned') return measured(state, (event.result as { short: number }).short, moment);
  if (event.type !== 'reported') return nothing(state);
  const { report: word, data } = event.report;
  if (word === 'stop') return nothing({ ...state, done: true });
  if (word === 'invitation-closes') return measure(state, moment);
  if (word === 'decided' && data.decision === checkOf(state)) return passed(state, String(data.option));
  return nothing(state);
}

function measure(state: DiversityState, moment: Moment): Step<DiversityState> {
  const { begin } = state;
  const next: DiversityState = { ...state, checks: state.checks + 1, stage: 'measured' };
  const { targets } = settingsOf(begin, 'diversity');
  const question = { network: begin.network, check: checkOf(next), targets, at: moment.at };
  return { state: next, wishes: [perform('measureDiversity', question, 'measured')] };
}

function measured(state: DiversityState, short: number, moment: Moment): Step<DiversityState> {
  if (short === 0) return passed(state, 'go-on');
  const { network, policy, clock, settings } = state.begin;
  const check = checkOf(state);
  return {
    state: { ...state, stage: 'to be decided' },
    wishes: [
      start('decision', workflowId({ kind: 'decision', network, decision: check }), {
        ...{ network, policy, clock, settings },
        ...{ decision: check, subject: 'diversity', about: check, options: ['extend', 'go-on'], otherwise: 'go-on' },
        ...{ right: 'confirm-readiness', parties: null, expireAfter: null, reportTo: moment.workflowId },
      }),
      tell(state.begin, moment, holders(state.begin, policy.rights['confirm-readiness']), 'diversity-gaps', check),
    ],
  };
}

function passed(state: DiversityState, option: string): Step<DiversityState> {
  const { network } = state.begin;
  return {
    state: { ...state, stage: option === 'extend' ? 'waits' : 'passed' },
    wishes: [report(workflowId({ kind: 'network', network }), 'gate-passed', { option })],
  };
}

function checkOf({ checks }: DiversityState): string {
  return `diversity-${checks}`;
}
