/**
 * Problems with a measure and a horizon. The lifecycle waits for an item's problem before it begins a cycle on it; this
 * keeper asks for it, reminds, asks the deputy as well, and tells the lifecycle once it is stated. No time-out ends the
 * waiting: a cycle about nothing in particular is what the charter wanted to be spared.
 *
 * It carries the agenda's items (at most 50) and the problems with their values (at most 5 an item), without words.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import { type ActionName, type ActMessage, type WorkflowStarts, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clear, clearAll, dayOf, holders, lacksRight, recordBy } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];
type Problem = BodyOf<'problem'>;

export interface ProblemsState extends ProcessState {
  begin: Begin;
  /** Items of the learning agenda, as far as the lifecycle has told of them. */
  agenda: string[];
  problems: Problem[];
  /** Items for whose problem a cycle waits. */
  wanted: { item: string; escalated: boolean }[];
}

export const problems: PracticeModule<ProblemsState, never> = {
  keeper: {
    actions: ['state-problem', 'measure-problem'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, agenda: [], problems: [], wanted: [] }),
    refuse,
    decide,
    status: ({ done, problems: stated, wanted }) => ({
      stage: done ? 'ended' : wanted.length === 0 ? 'open' : `a cycle waits for a problem of ${wanted[0]?.item}`,
      counts: { problems: stated.length, wanted: wanted.length },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(state: ProblemsState, action: ActionName, message: ActMessage, moment: Moment): string | null {
  const { begin } = state;
  if (state.done) return 'The network is closed.';
  const { payload } = message;
  const escalated = state.wanted.some((one) => one.item === payload.item && one.escalated);
  const lacking = lacksRight(begin.policy, 'set-agenda', message, action === 'state-problem' && escalated);
  if (lacking !== null) return lacking;
  if (action === 'measure-problem') {
    const ids = state.problems.map(({ problem }) => problem);
    if (ids.includes(String(payload.problem))) return null;
    return `There is no problem '${payload.problem}'. ${ids.length === 0 ? 'None is stated yet.' : `There are: ${ids.join(', ')}.`}`;
  }
  if (action !== 'state-problem') return 'This is not done here.';
  const item = String(payload.item);
  if (!state.agenda.includes(item)) {
    const known = state.agenda.length === 0 ? 'It is not set yet.' : `It has: ${state.agenda.join(', ')}.`;
    return `The learning agenda has no item '${item}'. ${known}`;
  }
  const due = String(payload.due);
  if (due <= dayOf(moment.at)) return `${due} is no day to come; say by when it should be better.`;
  const { perItem } = settingsOf(begin, 'problems');
  const own = state.problems.filter((one) => one.item === item).length;
  return own >= perItem ? `${item} has ${own} problems already, and ${perItem} is the most.` : null;
}

function decide(state: ProblemsState, event: Event, moment: Moment): Step<ProblemsState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'state-problem'
        ? stated(state, event.message, moment)
        : measured(state, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, String(event.report.data.item), moment);
    default:
      return nothing(state);
  }
}

function reported(state: ProblemsState, word: string, item: string, moment: Moment): Step<ProblemsState> {
  if (word === 'agenda-item') {
    return nothing(state.agenda.includes(item) ? state : { ...state, agenda: [...state.agenda, item] });
  }
  if (word === 'stop') return { state: { ...state, due: [], done: true }, wishes: [clearAll(moment)] };
  return word === 'problem-wanted' ? wanted(state, item, moment) : nothing(state);
}

/** A cycle waits. What was stated in the same instant is told once more: the lifecycle hears it after it began to wait. */
function wanted(state: ProblemsState, item: string, moment: Moment): Step<ProblemsState> {
  const { begin } = state;
  if (state.problems.some((one) => one.item === item)) return { state, wishes: [tellLifecycle(begin, item)] };
  if (state.wanted.some((one) => one.item === item)) return nothing(state);
  const { remindAfter, escalateAfter } = settingsOf(begin, 'problems');
  const steps = [
    { name: `remind:${item}`, add: remindAfter },
    { name: `escalate:${item}`, add: escalateAfter },
  ];
  return {
    state: { ...state, wanted: [...state.wanted, { item, escalated: false }] },
    wishes: [...askFor(begin, moment, item, 'problem-asked', false), calendar(begin, moment.at, steps, 'dates')],
  };
}

function due(state: ProblemsState, what: string, moment: Moment): Step<ProblemsState> {
  const { begin } = state;
  const [word, about = ''] = what.split(':');
  if (word === 'look') {
    const people = holders(begin, begin.policy.rights['set-agenda']);
    return {
      state,
      wishes: ask(begin, moment, people, { template: 'problem-due', action: 'measure-problem', about, until: null }),
    };
  }
  if (!state.wanted.some(({ item }) => item === about)) return nothing(state);
  if (word === 'remind') return { state, wishes: askFor(begin, moment, about, 'problem-reminder', false) };
  const escalated = state.wanted.map((one) => (one.item === about ? { ...one, escalated: true } : one));
  return { state: { ...state, wanted: escalated }, wishes: askFor(begin, moment, about, 'problem-escalated', true) };
}

function stated(state: ProblemsState, message: ActMessage, moment: Moment): Step<ProblemsState> {
  const { begin } = state;
  const { item, measure, unit, baseline, target, due: by, text } = message.payload as unknown as Stated;
  const problem: Problem = {
    ...{
      problem: `problem-${state.problems.length + 1}`,
      item,
      measure,
      unit: unit ?? null,
      baseline,
      target,
      due: by,
    },
    ...{ text: text ?? null, statedBy: message.actor.person, newest: null, newestAt: null },
  };
  return {
    state: {
      ...unschedule(state, `remind:${item}`, `escalate:${item}`),
      problems: [...state.problems, problem],
      wanted: state.wanted.filter((one) => one.item !== item),
    },
    wishes: [
      recordProblem(begin, moment, message, problem),
      clear(moment, { action: 'state-problem', about: item, people: everybodyAsked(begin) }),
      calendar(begin, moment.at, [{ name: `look:${problem.problem}`, on: by, add: 'PT0M' }], 'dates'),
      tellLifecycle(begin, item),
    ],
    receipt: { id: problem.problem, said: `Noted as ${problem.problem}. On ${by} it is asked where it stands.` },
  };
}

interface Stated {
  item: string;
  measure: string;
  unit?: string;
  baseline: number;
  target: number;
  due: string;
  text?: string;
}

function measured(state: ProblemsState, message: ActMessage, moment: Moment): Step<ProblemsState> {
  const { begin } = state;
  const { problem: id, value } = message.payload as { problem: string; value: number };
  const before = state.problems.find(({ problem }) => problem === id) as Problem;
  const problem: Problem = { ...before, newest: value, newestAt: moment.at };
  return {
    state: { ...state, problems: state.problems.map((one) => (one.problem === id ? problem : one)) },
    wishes: [
      recordProblem(begin, moment, message, problem),
      clear(moment, { action: 'measure-problem', about: id, people: everybodyAsked(begin) }),
    ],
    receipt: { id, said: `Noted: ${id} stands at ${value}, of ${before.baseline} → ${before.target}.` },
  };
}

function recordProblem(begin: Begin, moment: Moment, { actor, request }: ActMessage, body: Problem): Wish {
  return recordBy(begin, moment, actor.person, { kind: 'problem', body, key: `act/${request}` });
}

function askFor(
  begin: Begin,
  moment: Moment,
  item: string,
  template: 'problem-asked' | 'problem-reminder' | 'problem-escalated',
  escalated: boolean,
): Wish[] {
  const { rights, decisions } = begin.policy;
  const people = holders(begin, escalated ? [...rights['set-agenda'], decisions.deputy] : rights['set-agenda']);
  return ask(begin, moment, people, { template, action: 'state-problem', about: item, until: null });
}

function everybodyAsked(begin: Begin): string[] {
  return holders(begin, [...begin.policy.rights['set-agenda'], begin.policy.decisions.deputy]);
}

function tellLifecycle({ network }: Begin, item: string): Wish {
  return report(workflowId({ kind: 'network', network }), 'problem-stated', { item });
}
