/**
 * An experiment: its owner is asked how it goes; at its date, or when its exit criterion is met, a decision is asked for.
 * A stop needs what was learned, which everybody hears. Where nobody decides it ends undecided, and is counted as that.
 */
import { addDuration } from '../../../../data/records/duration.ts';
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, Begin as NetworkBegin, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clear, dayOf, record, recordBy } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Status = BodyOf<'experiment'>['status'];
type Decision = 'scale' | 'adapt' | 'stop';

export interface ExperimentState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  status: Status;
  startedAt: Instant | null;
  /** Since when a decision is waited for; null: it runs. */
  decidingSince: Instant | null;
  exitMet: boolean;
  checkIns: { asked: number; answered: number };
  learned: string | null;
  /** What it became, where it was scaled; absent: it has no name, or began before it could have one. */
  practice?: string;
}

export const experiments: PracticeModule<ItemKeeperState, ExperimentState> = {
  keeper: itemKeeper({
    practice: 'experiments',
    opens: 'start-experiment',
    calledSingular: 'experiment',
    tellsOfLeaving: 'own',
    openPerMember: (begin) => settingsOf(begin, 'experiments').openPerMember,
    refuse: ({ payload }, { at }, begin) => refuseDate(String(payload.until), at, begin),
    given: ({ trial, hypothesis, success, exit, until }) => ({
      ...{ trial: String(trial), hypothesis: String(hypothesis), success: String(success) },
      ...{ exit: String(exit), until: String(until) },
    }),
    said: (item) => `Noted as ${item}. You are asked how it goes, and to decide when its time is over.`,
  }),
  item: {
    actions: ['check-in', 'decide-experiment'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, status: 'running', startedAt: null, decidingSince: null },
      ...{ exitMet: false, checkIns: { asked: 0, answered: 0 }, learned: null },
    }),
    refuse,
    decide,
    status: ({ status, decidingSince, checkIns }) => ({
      stage: status === 'running' && decidingSince !== null ? 'to be decided' : status,
      counts: { ...checkIns },
    }),
    decode: decodeFirstVersion,
  },
};

function refuseDate(until: string, at: Instant, begin: NetworkBegin): string | null {
  if (until <= dayOf(at)) return `${until} is no day to come; give one on which you will know more.`;
  const { longest } = settingsOf(begin, 'experiments');
  const last = dayOf(addDuration(at, longest));
  return until > last ? `${until} is further off than an experiment lasts here; give a day up to ${last}.` : null;
}

function refuse(state: ExperimentState, action: ActionName, message: ActMessage): string | null {
  const { by, item } = state.begin;
  if (state.done) return `${item} has ended (${state.status}).`;
  if (message.actor.person !== by) return 'Only its owner says how an experiment goes.';
  if (action === 'check-in') return state.decidingSince === null ? null : `${item} waits for your decision already.`;
  if (action !== 'decide-experiment') return 'An experiment does not take this.';
  const { decision, learned, practice } = message.payload as {
    decision: Decision;
    learned?: string;
    practice?: string;
  };
  if (practice !== undefined && decision !== 'scale')
    return 'Only what is scaled becomes a practice; leave practice out.';
  return decision === 'stop' && learned === undefined
    ? 'A stop says what was learned: others are spared the way. Give learned.'
    : null;
}

function decide(state: ExperimentState, event: Event, moment: Moment): Step<ExperimentState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'check-in'
        ? checkedIn(state, event.message, moment)
        : decided(state, event.message, moment);
    case 'reported':
      // Its owner has left, or the network is closed: nobody else knows how it went.
      return ['stop', 'left'].includes(event.report.report) ? end(state, moment, 'undecided', []) : nothing(state);
  }
}

function began(state: ExperimentState, moment: Moment): Step<ExperimentState> {
  const { begin } = state;
  const { checkInEvery } = settingsOf(begin, 'experiments');
  const started = { ...state, startedAt: moment.at };
  const steps = [
    { name: 'check-in', add: checkInEvery },
    { name: 'over', on: begin.given.until as string, add: 'PT0M' },
  ];
  return {
    state: started,
    wishes: [
      recordBy(begin, moment, begin.by, fact(started, 'started')),
      calendar(begin, moment.at, steps, 'plan'),
      ...tellPractice(begin, 'impact', 'framed', { about: begin.item }),
    ],
  };
}

function due(state: ExperimentState, what: string, moment: Moment): Step<ExperimentState> {
  if (what === 'check-in') return askHowItGoes(state, moment);
  if (what === 'over') return askForDecision(state, moment);
  return what === 'undecided' ? end(state, moment, 'undecided', []) : nothing(state);
}

function askHowItGoes(state: ExperimentState, moment: Moment): Step<ExperimentState> {
  const { begin } = state;
  const { checkInEvery } = settingsOf(begin, 'experiments');
  const { item: about, given } = begin;
  const until = state.due.find(({ what }) => what === 'over')?.at ?? null;
  const asked = state.checkIns.asked + 1;
  const request = { template: 'experiment-check-in', action: 'check-in', about, until, round: asked } as const;
  return {
    state: { ...state, checkIns: { ...state.checkIns, asked } },
    wishes: [
      ...ask(begin, moment, [begin.by], { ...request, text: given.exit }),
      calendar(begin, moment.at, [{ name: 'check-in', add: checkInEvery }], 'next'),
    ],
  };
}

/** Its time is over, or what was to end it has come about. */
function askForDecision(state: ExperimentState, moment: Moment): Step<ExperimentState> {
  const { begin } = state;
  if (state.decidingSince !== null) return nothing(state);
  const { decideWithin } = settingsOf(begin, 'experiments');
  const { item: about, given } = begin;
  const deciding = { ...unschedule(state, 'check-in', 'over'), decidingSince: moment.at };
  const request = { template: 'experiment-decide', action: 'decide-experiment', about, until: null } as const;
  return {
    state: deciding,
    wishes: [
      clear(moment, { action: 'check-in', about, people: [begin.by] }),
      ...ask(begin, moment, [begin.by], { ...request, text: given.success }),
      calendar(begin, moment.at, [{ name: 'undecided', add: decideWithin }], 'plan-decision'),
    ],
  };
}

function checkedIn(state: ExperimentState, message: ActMessage, moment: Moment): Step<ExperimentState> {
  const { begin } = state;
  const { exitMet } = message.payload as { exitMet: boolean };
  const { asked, answered } = state.checkIns;
  // Who says so without being asked has answered the next question.
  const checkIns = { asked: Math.max(asked, answered + 1), answered: answered + 1 };
  const heard: ExperimentState = { ...state, exitMet, checkIns };
  const wishes = [
    clear(moment, { action: 'check-in', about: begin.item, people: [begin.by] }),
    recordBy(begin, moment, begin.by, fact(heard, `check-in/${checkIns.answered}`)),
  ];
  if (!exitMet) return { state: heard, wishes, receipt: { id: begin.item, said: 'Noted: it goes on.' } };
  const asks = askForDecision(heard, moment);
  return {
    state: asks.state,
    wishes: [...wishes, ...asks.wishes],
    receipt: { id: begin.item, said: 'What was to end it has come about: decide now to scale, adapt or stop.' },
  };
}

const OUTCOMES: Record<Decision, Status> = { scale: 'scaled', adapt: 'adapted', stop: 'stopped' };

function decided(state: ExperimentState, message: ActMessage, moment: Moment): Step<ExperimentState> {
  const { begin } = state;
  const { decision, learned, practice } = message.payload as {
    decision: Decision;
    learned?: string;
    practice?: string;
  };
  const status = OUTCOMES[decision];
  const shared = decision === 'stop' && learned !== undefined ? [sharedWithAll(begin, moment, learned)] : [];
  // A pilot is big enough to have taught more than its decision says.
  const took = { after: 'experiment', about: begin.item, people: begin.by };
  const asked = begin.given.trial === 'pilot' ? tellPractice(begin, 'tacit-knowledge', 'took-part', took) : [];
  return {
    ...end({ ...state, learned: learned ?? null, ...(practice === undefined ? {} : { practice }) }, moment, status, [
      ...shared,
      ...asked,
      ...(practice === undefined ? [] : [takenUp(state, practice, moment)]),
    ]),
    receipt: { id: begin.item, said: `${begin.item} is ${status}.` },
  };
}

/** Whoever tried it and scales it has taken it up, since it began. */
function takenUp({ begin, startedAt }: ExperimentState, practice: string, moment: Moment): Wish {
  const body = { member: begin.by, practice, time: dayOf(startedAt ?? moment.at), censored: false };
  return recordBy(begin, moment, begin.by, { kind: 'adoption', body, key: `experiment/${begin.item}/adoption` });
}

function sharedWithAll(begin: WorkflowStarts['practiceItem'], moment: Moment, text: string): Wish {
  return perform('notifyMembers', {
    ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at },
    ...{ template: 'experiment-learned', about: begin.item, whom: { standing: ['active'] }, round: 0, text },
  });
}

function end(state: ExperimentState, moment: Moment, status: Status, before: Wish[]): Step<ExperimentState> {
  const ended: ExperimentState = { ...state, status, due: [], done: true };
  return {
    state: ended,
    wishes: [
      ...before,
      record(state.begin, moment, fact(ended, 'ended', moment.at)),
      ...toldToRepository(ended),
      ...itemEnds(state.begin, moment),
    ],
  };
}

/** What went on or ended by a decision is worth keeping: the repository makes a draft of it. */
function toldToRepository({ begin, status, learned }: ExperimentState): Wish[] {
  if (status !== 'scaled' && status !== 'stopped') return [];
  const { item: experiment, by: member, given } = begin;
  const summary = learned ?? (given.success as string);
  const data = { experiment, member, title: given.hypothesis as string, summary };
  return tellPractice(begin, 'repository', 'experiment-ended', data);
}

function fact(state: ExperimentState, word: string, endedAt: Instant | null = null) {
  const { begin, status, startedAt, exitMet, checkIns, learned, practice } = state;
  const { item: experiment, by: member, given } = begin;
  const { trial, hypothesis, success, exit, until } = given;
  const body = { experiment, member, trial, hypothesis, success, exit, startedAt, until, status, exitMet };
  return {
    kind: 'experiment' as const,
    body: { ...body, learned, checkIns, endedAt, ...(practice === undefined ? {} : { practice }) },
    key: `experiment/${experiment}/${word}`,
  };
}
