/**
 * A learning cycle: frame → exchange → solve together → co-create → adapt and apply → feed back. Each stage has a time box
 * and takes what members give; a facilitator may end it early once enough was given, the time box ends it anyway.
 */
import { STAGES, type Stage } from '../../../data/records/index.ts';
import type { WorkflowStarts } from '../../contract/index.ts';
import { type ActionName, type ActMessage, workflowId } from '../../contract/index.ts';
import { practicesHear } from '../practices/begin-and-end.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule } from '../process.ts';
import { calendar, clearAll, lacksRight, record, recordBy } from '../shared.ts';

export interface CycleState extends ProcessState {
  begin: WorkflowStarts['learningCycle'];
  stage: Stage | 'done';
  until: string | null;
  /** Contributions to the stage, and to the cycle so far. */
  inStage: number;
  total: number;
}

export const learningCycleProcess: Process<WorkflowStarts['learningCycle'], CycleState> = {
  actions: ['contribute', 'end-stage'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, stage: 'frame', until: null, inStage: 0, total: 0 }),
  refuse,
  decide,
  status: (state) => ({ stage: state.stage, counts: { inStage: state.inStage, total: state.total } }),
  decode: decodeFirstVersion,
};

function refuse(state: CycleState, action: ActionName, message: ActMessage): string | null {
  if (state.done) return `Cycle ${state.begin.cycle} is over.`;
  if (action === 'contribute') {
    if (message.actor.membership !== 'active') return 'Only active members contribute: join the network first.';
    const { helped } = message.payload as { helped?: string };
    return helped === message.actor.person ? 'Say whom else it helped; helping oneself is not counted.' : null;
  }
  if (action === 'end-stage') {
    const lacking = lacksRight(state.begin.policy, 'set-agenda', message);
    if (lacking !== null) return lacking;
    const needed = state.begin.policy.learning.smallestContributions;
    if (state.inStage >= needed) return null;
    return `The stage ${state.stage} has ${state.inStage} of the ${needed} contributions it needs to end early; its time box ends on ${state.until?.slice(0, 10)}.`;
  }
  return 'A learning cycle does not take this.';
}

function decide(state: CycleState, event: Event, moment: Moment): Step<CycleState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return enter(state, moment, 'frame', []);
    case 'learned':
      return stagePlanned(state, event, moment);
    case 'due':
      return event.what === `end:${state.stage}` ? next(state, moment) : nothing(state);
    case 'reported':
      return event.report.report === 'stop' ? stop(state, moment) : nothing(state);
    case 'acted':
      return event.action === 'contribute' ? contribute(state, event.message, moment) : endEarly(state, moment);
  }
}

function enter(state: CycleState, moment: Moment, stage: Stage, before: Wish[]): Step<CycleState> {
  const { begin } = state;
  return {
    state: { ...state, stage, inStage: 0, until: null, due: [] },
    wishes: [
      ...before,
      record(begin, moment, cycleFact(begin, stage, state.total)),
      ...practicesHear(begin, 'stage-began', { cycle: begin.cycle, stage }),
      calendar(
        begin,
        moment.at,
        [{ name: `end:${stage}`, add: begin.policy.learning.stages[stage] }],
        `planned:${stage}`,
      ),
    ],
  };
}

/** The stage's end is known: everybody is told, and the inbox says until when contributions are awaited. */
function stagePlanned(state: CycleState, event: Extract<Event, { type: 'learned' }>, moment: Moment): Step<CycleState> {
  if (event.as !== `planned:${state.stage}`) return nothing(state);
  const [due] = duesOf(event.result);
  if (due === undefined) return nothing(state);
  const about = `cycle-${state.begin.cycle}-${state.stage}`;
  return {
    state: schedule({ ...state, until: due.at }, due),
    wishes: [
      perform('putInbox', {
        network: state.begin.network,
        workflowId: moment.workflowId,
        entries: [
          {
            id: `${moment.workflowId}#${about}`,
            person: 'role:member',
            action: 'contribute',
            about,
            since: moment.at,
            until: due.at,
          },
        ],
      }),
      perform('notifyMembers', {
        network: state.begin.network,
        workflowId: moment.workflowId,
        at: moment.at,
        template: 'stage-open',
        about,
        whom: { standing: ['active'] },
        round: 0,
      }),
    ],
  };
}

function next(state: CycleState, moment: Moment): Step<CycleState> {
  // A network that was launched before a stage existed goes on without it: its charter gives it no time.
  const stages = STAGES.filter((stage) => state.begin.policy.learning.stages[stage] !== undefined);
  const following = stages[stages.indexOf(state.stage as Stage) + 1];
  const cleared = clearAll(moment);
  if (following !== undefined) return enter(state, moment, following, [cleared]);
  const { begin } = state;
  return {
    state: { ...state, stage: 'done', until: null, due: [], done: true },
    wishes: [
      cleared,
      record(begin, moment, cycleFact(begin, 'done', state.total)),
      report(workflowId({ kind: 'network', network: begin.network }), 'cycle-done', { cycle: begin.cycle }),
    ],
  };
}

/** The network was closed in the middle of the cycle. */
function stop(state: CycleState, moment: Moment): Step<CycleState> {
  return {
    state: { ...state, stage: 'done', until: null, due: [], done: true },
    wishes: [clearAll(moment), record(state.begin, moment, cycleFact(state.begin, 'done', state.total))],
  };
}

function contribute(state: CycleState, message: ActMessage, moment: Moment): Step<CycleState> {
  const { cycle } = state.begin;
  const { text, helped } = message.payload as { text?: string; helped?: string };
  const contribution = `contribution-${cycle}-${state.total + 1}`;
  const body = {
    contribution,
    cycle,
    stage: state.stage,
    member: message.actor.person,
    helped: helped ?? null,
    text: text ?? null,
  };
  return {
    state: { ...state, inStage: state.inStage + 1, total: state.total + 1 },
    wishes: [
      recordBy(state.begin, moment, message.actor.person, {
        kind: 'contribution',
        body,
        key: `act/${message.request}`,
      }),
    ],
    receipt: { id: contribution, said: `Thank you: your contribution to ${state.stage} is kept.` },
  };
}

function endEarly(state: CycleState, moment: Moment): Step<CycleState> {
  return { ...next(state, moment), receipt: { id: null, said: `The stage ${state.stage} has ended.` } };
}

function cycleFact(begin: CycleState['begin'], stage: Stage | 'done', contributions: number) {
  const body = { cycle: begin.cycle, item: begin.item, stage, contributions };
  return { kind: 'cycle' as const, body, key: `cycle/${begin.cycle}/${stage}` };
}
