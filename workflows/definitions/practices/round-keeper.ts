/**
 * The keeper of a practice that asks by questionnaires: it begins a round at each date of a cadence, or when something
 * happens in the network's life, and ends what is open when the network closes. A round that is still open when the next
 * of its kind is due makes that one wait for the date after.
 */
import type { PracticeName } from '../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule, start } from '../process.ts';
import { calendar } from '../shared.ts';
import { restsIn } from './maturity.ts';
import { givenOf, type RoundGiven } from './round-item.ts';

type Begin = WorkflowStarts['practice'];

export interface RoundKeeperState extends ProcessState {
  begin: Begin;
  /** How many rounds of each kind were begun: the next one's number. */
  made: Record<string, number>;
  /** Ids of rounds that have not ended. */
  open: string[];
  /** The cycle that runs or ran last, where the practice hears of cycles. */
  cycle: number | null;
  cycleBeganAt: string | null;
}

/** One kind of round, by its name: `pulse` gives pulse-1, pulse-2 … */
export interface Cadence {
  /** Null: it has no dates of its own. */
  every: string | null;
  given(state: RoundKeeperState, number: number): RoundGiven;
}

export interface RoundPractice {
  practice: PracticeName;
  cadences(begin: Begin): Record<string, Cadence>;
  actions?: readonly ActionName[];
  refuse?(state: RoundKeeperState, action: ActionName, message: ActMessage, moment: Moment): string | null;
  acted?(state: RoundKeeperState, event: Extract<Event, { type: 'acted' }>, moment: Moment): Step<RoundKeeperState>;
  learned?(state: RoundKeeperState, event: Extract<Event, { type: 'learned' }>, moment: Moment): Step<RoundKeeperState>;
  heard?(
    state: RoundKeeperState,
    event: Extract<Event, { type: 'reported' }>['report'],
    moment: Moment,
  ): Step<RoundKeeperState>;
}

export function roundKeeper(of: RoundPractice): Process<Begin, RoundKeeperState> {
  return {
    actions: of.actions ?? [],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, made: {}, open: [], cycle: null, cycleBeganAt: null },
    }),
    refuse: (state, action, message, moment) => {
      if (state.done) return 'The network is closed.';
      return of.refuse === undefined ? 'This is not done here.' : of.refuse(state, action, message, moment);
    },
    decide: (state, event, moment) => decide(of, state, event, moment),
    status: ({ done, made, open }) => ({ stage: done ? 'ended' : 'open', counts: { ...made, open: open.length } }),
    decode: decodeFirstVersion,
  };
}

function decide(of: RoundPractice, state: RoundKeeperState, event: Event, moment: Moment): Step<RoundKeeperState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began': {
      const names = Object.keys(of.cadences(state.begin));
      return { state, wishes: names.flatMap((name) => next(of, state, name, moment)) };
    }
    case 'learned':
      if (event.as.startsWith('date:')) return nothing(schedule(state, ...duesOf(event.result)));
      return of.learned?.(state, event, moment) ?? nothing(state);
    case 'due': {
      const begun = beginRound(of, state, event.what);
      return { state: begun.state, wishes: [...begun.wishes, ...next(of, state, event.what, moment)] };
    }
    case 'acted':
      return of.acted?.(state, event, moment) ?? nothing(state);
    case 'reported':
      return reported(of, state, event.report, moment);
  }
}

function reported(
  of: RoundPractice,
  state: RoundKeeperState,
  given: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<RoundKeeperState> {
  const { report: word, data } = given;
  const { network } = state.begin;
  switch (word) {
    case 'stop':
      return {
        state: { ...state, due: [], done: true },
        wishes: state.open.map((item) =>
          report(workflowId({ kind: 'practice-item', network, practice: of.practice, item }), 'stop', {}),
        ),
      };
    case 'item-ended': {
      const ended = { ...state, open: state.open.filter((item) => item !== data.item) };
      return of.heard?.(ended, given, moment) ?? nothing(ended);
    }
    case 'cycle-began': {
      const began = { ...state, cycle: Number(data.cycle), cycleBeganAt: moment.at };
      return of.heard?.(began, given, moment) ?? nothing(began);
    }
    default:
      return of.heard?.(state, given, moment) ?? nothing(state);
  }
}

/** The next date of a cadence. */
function next(of: RoundPractice, { begin }: RoundKeeperState, name: string, moment: Moment): Wish[] {
  const every = of.cadences(begin)[name]?.every ?? null;
  return every === null ? [] : [calendar(begin, moment.at, [{ name, add: every }], `date:${name}`)];
}

export function beginRound(of: RoundPractice, state: RoundKeeperState, name: string): Step<RoundKeeperState> {
  const { begin, made, open } = state;
  const cadence = of.cadences(begin)[name];
  const number = (made[name] ?? 0) + 1;
  // In a stage of growth in which it rests, the date passes and the next one is awaited.
  if (restsIn(state) !== null) return nothing(state);
  if (cadence === undefined || open.includes(`${name}-${number - 1}`)) return nothing(state);
  const item = `${name}-${number}`;
  const id = workflowId({ kind: 'practice-item', network: begin.network, practice: of.practice, item });
  const given = givenOf(cadence.given(state, number));
  return {
    state: { ...state, made: { ...made, [name]: number }, open: [...open, item] },
    wishes: [start('practiceItem', id, { ...begin, item, by: begin.network, given })],
  };
}
