/**
 * A round of a questionnaire, the same for every practice that asks by one: it opens, those who have not answered are
 * reminded, it closes, and its keeper hears of it. Answers never come here (`contract/practices/questionnaires.ts`): a
 * round knows how many answered when it is closed, and nothing else.
 */
import type { ActionName, ActMessage, Point, WorkflowStarts } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule } from '../process.ts';
import { calendar, clearAll } from '../shared.ts';
import { itemEnds } from './item-ends.ts';

type Begin = WorkflowStarts['practiceItem'];
type Acted = Extract<Event, { type: 'acted' }>;

export interface RoundState extends ProcessState {
  begin: Begin;
  stage: 'opening' | 'open' | 'closing' | 'after' | 'closed';
  closes: string | null;
  asked: number;
  answered: number;
  /** What a practice still waits for once the round is closed: at most 30 points. */
  points: (Point & { point: number })[];
  /** How often it was asked for again. */
  again: number;
  /** The network has closed meanwhile. */
  stopped: boolean;
}

/** What a keeper begins a round with; as text, like all that a matter is given. */
export interface RoundGiven {
  questionnaire: string;
  open: string;
  remindEvery: string;
  remindAtMost: number;
  whom?: 'active' | 'opted-in';
  modality?: string;
  by?: string;
  cycle?: number;
}

/** What a practice does beyond: when the round is closed, and what people do about it then. */
interface Beyond {
  actions?: readonly ActionName[];
  refuse?(state: RoundState, action: ActionName, message: ActMessage): string | null;
  /** Null: nothing, the round ends. */
  closed?(state: RoundState, points: readonly Point[], moment: Moment): Step<RoundState> | null;
  acted?(state: RoundState, event: Acted, moment: Moment): Step<RoundState>;
  learned?(state: RoundState, event: Extract<Event, { type: 'learned' }>): Step<RoundState>;
  due?(state: RoundState, what: string, moment: Moment): Step<RoundState>;
}

export function givenOf({ remindAtMost, cycle, ...words }: RoundGiven): Record<string, string> {
  const given: Record<string, string> = { ...words, remindAtMost: String(remindAtMost) };
  return cycle === undefined ? given : { ...given, cycle: String(cycle) };
}

export function roundItem(beyond: Beyond = {}): Process<Begin, RoundState> {
  return {
    actions: beyond.actions ?? [],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, stage: 'opening', closes: null },
      ...{ asked: 0, answered: 0, points: [], again: 0, stopped: false },
    }),
    refuse: (state, action, message) => {
      if (state.done) return `${state.begin.item} has ended.`;
      return beyond.refuse === undefined ? 'This is not done here.' : beyond.refuse(state, action, message);
    },
    decide: (state, event, moment) => decide(beyond, state, event, moment),
    status: ({ stage, asked, answered, points }) => ({ stage, counts: { asked, answered, points: points.length } }),
    decode: decodeFirstVersion,
  };
}

function decide(beyond: Beyond, state: RoundState, event: Event, moment: Moment): Step<RoundState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return { state, wishes: [plan(state, moment)] };
    case 'learned':
      return learned(beyond, state, event, moment);
    case 'due':
      if (event.what === 'close') return close(state, moment);
      if (event.what.startsWith('remind:')) return remind(state, moment, Number(event.what.split(':')[1]));
      return beyond.due?.(state, event.what, moment) ?? nothing(state);
    case 'acted':
      return beyond.acted?.(state, event, moment) ?? nothing(state);
    case 'reported':
      return event.report.report === 'stop' ? stopped(state, moment) : nothing(state);
  }
}

function plan(state: RoundState, moment: Moment): Wish {
  const { open, remindEvery, remindAtMost } = state.begin.given;
  const reminders = Array.from({ length: Number(remindAtMost) }, (_, index) => ({
    ...{ name: `remind:${index + 1}`, add: remindEvery as string },
    ...(index === 0 ? {} : { after: `remind:${index}` }),
  }));
  return calendar(state.begin, moment.at, [{ name: 'close', add: open as string }, ...reminders], 'plan');
}

function learned(
  beyond: Beyond,
  state: RoundState,
  { as, result }: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<RoundState> {
  switch (as) {
    case 'plan': {
      if (state.stopped) return ended(state, moment);
      const dues = duesOf(result);
      const closes = dues.find(({ what }) => what === 'close')?.at as string;
      // A reminder after the close would ask for what can no longer be given.
      const planned = schedule({ ...state, closes }, ...dues.filter(({ at, what }) => what === 'close' || at < closes));
      return { state: planned, wishes: [opens(planned, moment, closes)] };
    }
    case 'opened': {
      const { asked } = result as { asked: number };
      const opened: RoundState = { ...state, stage: 'open', asked };
      if (state.stopped || asked === 0) return close(opened, moment);
      return { state: opened, wishes: [notice(opened, moment, 'questionnaire-open', 0)] };
    }
    case 'closed': {
      const { asked, answered, points } = result as { asked: number; answered: number; points: Point[] };
      const closed: RoundState = { ...state, asked, answered, stage: 'after' };
      if (state.stopped) return ended(closed, moment);
      return beyond.closed?.(closed, points, moment) ?? ended(closed, moment);
    }
    default:
      return beyond.learned?.(state, { type: 'learned', as, result }) ?? nothing(state);
  }
}

function opens({ begin }: RoundState, moment: Moment, closes: string): Wish {
  const { network, practice, item: round, given } = begin;
  return perform(
    'openRound',
    {
      ...{ network, practice, round, questionnaire: given.questionnaire as string },
      ...{ modality: given.modality ?? null, by: given.by ?? null },
      cycle: given.cycle === undefined ? null : Number(given.cycle),
      whom: given.whom === 'opted-in' ? 'opted-in' : 'active',
      ...{ opens: moment.at, closes },
    },
    'opened',
  );
}

function remind(state: RoundState, moment: Moment, round: number): Step<RoundState> {
  return { state, wishes: [notice(state, moment, 'questionnaire-reminder', round)] };
}

function notice(
  { begin, closes }: RoundState,
  moment: Moment,
  template: 'questionnaire-open' | 'questionnaire-reminder',
  round: number,
): Wish {
  return perform('notifyMembers', {
    ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at, template, about: begin.item },
    ...{ whom: { unansweredRound: begin.item }, round },
    ask: round === 0 ? { action: 'answer-questionnaire', until: closes } : undefined,
  });
}

function close(state: RoundState, moment: Moment): Step<RoundState> {
  const { network, item: round } = state.begin;
  return {
    state: { ...state, stage: 'closing', due: [] },
    wishes: [clearAll(moment), perform('closeRound', { network, round, at: moment.at }, 'closed')],
  };
}

/** The network is closed: what was answered so far is counted, and nobody is asked any more. */
function stopped(state: RoundState, moment: Moment): Step<RoundState> {
  const stopping = { ...state, stopped: true };
  if (state.stage === 'open') return close(stopping, moment);
  return state.stage === 'after' ? ended(stopping, moment) : nothing(stopping);
}

export function ended(state: RoundState, moment: Moment): Step<RoundState> {
  return { state: { ...state, stage: 'closed', due: [], done: true }, wishes: itemEnds(state.begin, moment) };
}
