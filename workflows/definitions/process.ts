/**
 * What every workflow of a network is: a pure function from state and event to the next state and the wishes that
 * follow from it. `run-process.ts` carries the wishes out; nothing here knows Temporal, a clock or a store.
 *
 * Why this shape: the whole of a workflow's thinking can be tested as a table in milliseconds, continue-as-new is the
 * same for all (the state is plain JSON), and a history stays small, because only ids and dates pass through it.
 */
import type { Instant } from '../../data/records/index.ts';
import type {
  ActionName,
  Activities,
  ActMessage,
  ProcessStatus,
  Receipt,
  ReportSignal,
  Run,
  WorkflowStarts,
  WorkflowType,
} from '../contract/index.ts';

/** Something that falls due by itself. `what` is the process's own word for it. */
export interface Due {
  what: string;
  at: Instant;
}

/** Plain JSON: Map, Date and Infinity do not survive continue-as-new. */
export interface ProcessState {
  v: 1;
  due: Due[];
  done: boolean;
}

export type Event =
  | { type: 'began' }
  | { type: 'acted'; action: ActionName; message: ActMessage }
  | { type: 'due'; what: string }
  /** The answer to a wish that was performed `as` something. */
  | { type: 'learned'; as: string; result: unknown }
  /** Another workflow reports. */
  | { type: 'reported'; report: ReportSignal };

/** When and where an event happens; `at` is on the programme's clock, for a due event the instant it was due. */
export interface Moment {
  at: Instant;
  workflowId: string;
}

export type Wish =
  | {
      [A in keyof Activities]: { wish: 'perform'; activity: A; input: Parameters<Activities[A]>[0]; as: string | null };
    }[keyof Activities]
  | {
      [A in keyof Activities]: {
        wish: 'together';
        activity: A;
        inputs: Parameters<Activities[A]>[0][];
        as: string;
      };
    }[keyof Activities]
  | { [W in WorkflowType]: { wish: 'start'; workflow: W; id: string; input: WorkflowStarts[W] } }[WorkflowType]
  | { wish: 'report'; to: string; report: string; data: ReportSignal['data'] };

export interface Step<S> {
  state: S;
  wishes: Wish[];
  /** For an `acted` event, or what is learned from its wishes: what the person is told once they are carried out. */
  receipt?: Receipt;
}

/** What a process that can stop learns: its result is why. */
export const STOPPED = 'stopped';
export type WhyStopped = 'cancelled' | 'failed';

export interface Process<Input extends Run, S extends ProcessState> {
  /**
   * True where somebody who waits may call it off. Then, or when what it performs together has failed for good, it
   * learns of `STOPPED` and decides what is left to do. A network is never called off this way; it is closed.
   */
  canStop?: true;
  /** The actions it takes. */
  actions: readonly ActionName[];
  begin(input: Input): S;
  /** Why an action cannot be taken now, in words for the person; null where it can. Synchronous and pure. */
  refuse(state: S, action: ActionName, message: ActMessage, moment: Moment): string | null;
  decide(state: S, event: Event, moment: Moment): Step<S>;
  status(state: S): Pick<ProcessStatus, 'stage' | 'counts'>;
  /** Turns a state written by an earlier version into today's; throws on one it does not know. */
  decode(state: unknown): S;
}

/** A wish for an activity; with `as`, its result comes back as a `learned` event of that name. */
export function perform<A extends keyof Activities>(
  activity: A,
  input: Parameters<Activities[A]>[0],
  as: string | null = null,
): Wish {
  return { wish: 'perform', activity, input, as } as Wish;
}

/**
 * A wish for the same activity on many inputs side by side; the results come back as one `learned` event, in the order
 * of the inputs. Where one fails for good, or the workflow is cancelled, `STOPPED` is learned in its place.
 */
export function together<A extends keyof Activities>(
  activity: A,
  inputs: Parameters<Activities[A]>[0][],
  as: string,
): Wish {
  return { wish: 'together', activity, inputs, as } as Wish;
}

export function start<W extends WorkflowType>(workflow: W, id: string, input: WorkflowStarts[W]): Wish {
  return { wish: 'start', workflow, id, input } as Wish;
}

export function report(to: string, word: string, data: ReportSignal['data']): Wish {
  return { wish: 'report', to, report: word, data };
}

/** The step in which nothing happens. */
export function nothing<S>(state: S): Step<S> {
  return { state, wishes: [] };
}

/** Replaces what was due under the same word, so that a date is never due twice. */
export function schedule<S extends ProcessState>(state: S, ...dues: Due[]): S {
  const words = new Set(dues.map((due) => due.what));
  return { ...state, due: [...state.due.filter((due) => !words.has(due.what)), ...dues] };
}

/** Takes dates back: those of a word, or of words that start with it followed by a colon. */
export function unschedule<S extends ProcessState>(state: S, ...words: string[]): S {
  const named = (what: string) => words.some((word) => what === word || what.startsWith(`${word}:`));
  return { ...state, due: state.due.filter((due) => !named(due.what)) };
}

/** What falls due next: the earliest, and among equals the one that was scheduled first. */
export function nextDue(state: ProcessState): Due | null {
  let next: Due | null = null;
  for (const due of state.due) if (next === null || due.at < next.at) next = due;
  return next;
}

/** The dates that `calendar` found, as dues under their names. */
export function duesOf(result: unknown): Due[] {
  const { dates } = result as { dates: Record<string, Instant> };
  return Object.entries(dates).map(([what, at]) => ({ what, at }));
}

/** A decoder for the first version of a state: the shape is checked where it matters to the runner. */
export function decodeFirstVersion<S extends ProcessState>(state: unknown): S {
  const candidate = state as Partial<ProcessState> | null;
  if (candidate?.v !== 1 || !Array.isArray(candidate.due) || typeof candidate.done !== 'boolean') {
    throw new TypeError(
      'This workflow was written by a version of Weft that this one does not know. Run that version.',
    );
  }
  return state as S;
}
