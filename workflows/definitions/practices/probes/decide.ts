/**
 * Probes and their constraints. A probe on a cycle is everybody's: they hear of its constraint. Members note the signal,
 * each once a day at most so that nobody's eagerness counts for many. On its day the owner decides; who does not is
 * reminded, and the probe ends undecided, its constraint with it.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule } from '../../process.ts';
import { ACTIVE_ONLY, ask, calendar, dayOf, lacksRight, record, recordBy } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Status = BodyOf<'probe'>['status'];
type MadePossible = BodyOf<'constraint'>['madePossible'];

/** The keeper also knows which cycle runs, so that a probe on another is refused. */
interface ProbesState extends ItemKeeperState {
  cycle?: number | null;
}

export interface ProbeState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  status: Status;
  startedAt: Instant | null;
  signals: number;
  /** Who has noted the signal on the newest day of which it was noted. */
  noted: { day: string; by: string[] };
  madePossible: MadePossible;
  words: string | null;
}

const keeper = itemKeeper({
  practice: 'probes',
  opens: 'start-probe',
  calledSingular: 'probe',
  tellsOfLeaving: 'own',
  openPerMember: (begin) => settingsOf(begin, 'probes').openPerMember,
  refuse: (message, { at }, begin) => {
    const { until, cycle } = message.payload as { until: string; cycle?: number };
    if (until <= dayOf(at)) return `${until} is no day to come; give one on which you will know more.`;
    return cycle === undefined ? null : lacksRight(begin.policy, 'set-agenda', message);
  },
  given: ({ name, constraint, expectation, signal, until, cycle }) => ({
    ...{ name: String(name), constraint: String(constraint), expectation: String(expectation) },
    ...{ signal: String(signal), until: String(until) },
    ...(cycle === undefined ? {} : { cycle: String(cycle) }),
  }),
  said: (item) => `Noted as ${item}. On its day you are asked whether to amplify or to dampen it.`,
});

export const probes: PracticeModule<ProbesState, ProbeState> = {
  keeper: {
    ...keeper,
    decode: decodeFirstVersion,
    begin: (begin) => ({ ...keeper.begin(begin), cycle: null }),
    refuse(state, action, message, moment) {
      const refusal = keeper.refuse(state, action, message, moment);
      const { cycle } = message.payload as { cycle?: number };
      if (refusal !== null || cycle === undefined || cycle === state.cycle) return refusal;
      return typeof state.cycle === 'number'
        ? `Cycle ${state.cycle} is running; a constraint holds for the running cycle.`
        : 'No learning cycle is running.';
    },
    decide(state, event, moment) {
      if (event.type === 'reported') {
        const { report: word, data } = event.report;
        if (word === 'cycle-began') return nothing({ ...state, cycle: Number(data.cycle) });
        if (word === 'cycle-done') return nothing({ ...state, cycle: null });
      }
      const step = keeper.decide(state, event, moment);
      return { ...step, state: { ...step.state, cycle: state.cycle ?? null } };
    },
  },
  item: {
    actions: ['note-signal', 'decide-probe'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, status: 'running', startedAt: null, signals: 0 },
      ...{ noted: { day: '', by: [] }, madePossible: [], words: null },
    }),
    refuse,
    decide,
    status: ({ status, signals }) => ({ stage: status, counts: { signals } }),
    decode: decodeFirstVersion,
  },
};

/** Bound of what is carried of one day. */
const MOST_NOTED_A_DAY = 500;

function refuse(state: ProbeState, action: ActionName, message: ActMessage, moment: Moment): string | null {
  const { by, item } = state.begin;
  const { person, membership } = message.actor;
  if (state.done) return `${item} has ended (${state.status}).`;
  if (action === 'note-signal') {
    if (membership !== 'active') return ACTIVE_ONLY;
    const { day, by: noted } = state.noted;
    if (day !== dayOf(moment.at)) return null;
    if (noted.includes(person)) return 'You have noted the signal today; once a day is enough.';
    return noted.length >= MOST_NOTED_A_DAY ? `${MOST_NOTED_A_DAY} have noted it today already.` : null;
  }
  if (action !== 'decide-probe') return 'A probe does not take this.';
  if (person !== by) return 'Only its owner decides on a probe.';
  const { madePossible } = message.payload as { madePossible: MadePossible };
  return madePossible.includes('nothing') && madePossible.length > 1
    ? 'It made nothing possible, or something: give one of the two.'
    : null;
}

function decide(state: ProbeState, event: Event, moment: Moment): Step<ProbeState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'note-signal'
        ? noted(state, event.message, moment)
        : decided(state, event.message, moment);
    case 'reported':
      // Its owner has left, or the network is closed: its constraint ends with it.
      return ['stop', 'left'].includes(event.report.report) ? end(state, moment, 'undecided', []) : nothing(state);
  }
}

function began(state: ProbeState, moment: Moment): Step<ProbeState> {
  const { begin } = state;
  const { remindAfter, decideWithin } = settingsOf(begin, 'probes');
  const started = { ...state, startedAt: moment.at };
  const { cycle, constraint, until } = begin.given;
  const steps = [
    { name: 'over', on: until as string, add: 'PT0M' },
    { name: 'remind', add: remindAfter, after: 'over' },
    { name: 'undecided', add: decideWithin, after: 'over' },
  ];
  const everybody = cycle === undefined ? [] : [toAll(begin, moment, 'probe-on-cycle', constraint as string)];
  return {
    state: started,
    wishes: [
      recordBy(begin, moment, begin.by, probeFact(started, 'started'), constraintFact(started, 'started')),
      ...everybody,
      calendar(begin, moment.at, steps, 'plan'),
    ],
  };
}

function due(state: ProbeState, what: string, moment: Moment): Step<ProbeState> {
  if (what === 'undecided') return end(state, moment, 'undecided', []);
  const { begin } = state;
  const template = what === 'over' ? 'probe-decide' : 'probe-decide-reminder';
  const until = state.due.find((one) => one.what === 'undecided')?.at ?? null;
  const request = {
    template,
    action: 'decide-probe',
    about: begin.item,
    until,
    text: begin.given.expectation,
  } as const;
  return { state, wishes: ask(begin, moment, [begin.by], request) };
}

function noted(state: ProbeState, { actor }: ActMessage, moment: Moment): Step<ProbeState> {
  const { begin } = state;
  const day = dayOf(moment.at);
  const before = state.noted.day === day ? state.noted.by : [];
  const signals = state.signals + 1;
  const later: ProbeState = { ...state, signals, noted: { day, by: [...before, actor.person] } };
  return {
    state: later,
    // The count is the probe's; who noted it is nobody's business.
    wishes: [record(begin, moment, probeFact(later, `signal/${signals}`))],
    receipt: { id: begin.item, said: `Noted: the signal was seen ${signals === 1 ? 'once' : `${signals} times`}.` },
  };
}

function decided(state: ProbeState, message: ActMessage, moment: Moment): Step<ProbeState> {
  const { begin } = state;
  const { decision, madePossible, words } = message.payload as {
    decision: 'amplify' | 'dampen';
    madePossible: MadePossible;
    words?: string;
  };
  const said: ProbeState = { ...state, madePossible: [...new Set(madePossible)].sort(), words: words ?? null };
  const amplified = decision === 'amplify' && words !== undefined;
  const shared = amplified ? [toAll(begin, moment, 'probe-amplified', words)] : [];
  const status = decision === 'amplify' ? 'amplified' : 'dampened';
  return { ...end(said, moment, status, shared), receipt: { id: begin.item, said: `${begin.item} is ${status}.` } };
}

function toAll(
  begin: ProbeState['begin'],
  { workflowId, at }: Moment,
  template: 'probe-on-cycle' | 'probe-amplified',
  text: string,
): Wish {
  return perform('notifyMembers', {
    ...{ network: begin.network, workflowId, at, template, about: begin.item, text, round: 0 },
    whom: { standing: ['active'] },
  });
}

function end(state: ProbeState, moment: Moment, status: Status, before: Wish[]): Step<ProbeState> {
  const ended: ProbeState = { ...state, status, due: [], done: true };
  return {
    state: ended,
    wishes: [
      ...before,
      record(state.begin, moment, probeFact(ended, 'ended', moment.at), constraintFact(ended, 'ended', moment.at)),
      ...itemEnds(state.begin, moment),
    ],
  };
}

function constraintOf(probe: string): string {
  return probe.replace('probe', 'constraint');
}

function probeFact({ begin, status, startedAt, signals }: ProbeState, word: string, endedAt: Instant | null = null) {
  const { item: probe, by: member, given } = begin;
  const { name, expectation, signal, until } = given;
  const body = { probe, name, member, constraint: constraintOf(probe), expectation, signal, startedAt, until };
  return { kind: 'probe' as const, body: { ...body, signals, status, endedAt }, key: `probe/${probe}/${word}` };
}

function constraintFact(
  { begin, startedAt: since, madePossible, words }: ProbeState,
  word: string,
  endedAt: Instant | null = null,
) {
  const { item: probe, by, given } = begin;
  const { name, constraint: text, cycle } = given;
  const constraint = constraintOf(probe);
  const body = { constraint, name, text, probe, cycle: cycle === undefined ? null : Number(cycle), by, since };
  return {
    kind: 'constraint' as const,
    body: { ...body, madePossible, words, endedAt },
    key: `constraint/${constraint}/${word}`,
  };
}
