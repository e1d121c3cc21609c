/**
 * The keeper of a practice in which members state things that stand by themselves (a story, a case): it looks that nobody
 * states too many within three months, numbers them, and has each recorded. It carries who stated when, for a quarter.
 */
import type { Instant, Kind } from '../../../data/records/index.ts';
import { quarterBefore } from '../../../data/records/quarter.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../process.ts';
import { decodeFirstVersion, nothing } from '../process.ts';
import { ACTIVE_ONLY, recordBy } from '../shared.ts';
import { refuseResting } from './maturity.ts';

type Begin = WorkflowStarts['practice'];

export interface RegisterState extends ProcessState {
  begin: Begin;
  /** How many of each kind were stated so far. */
  counts: Record<string, number>;
  /** What counts against somebody's share, oldest first. */
  lately: { by: string; kind: Kind; at: Instant }[];
}

/** One way of stating something. */
export interface Entry {
  kind: Kind;
  /** `story` gives story-1, story-2 … */
  calledSingular: string;
  perMemberAndQuarter(begin: Begin): number;
  body(id: string, message: ActMessage, moment: Moment): unknown;
  said(id: string): string;
  /** What else follows from it: other practices hear of it. */
  tells?(id: string, message: ActMessage, begin: Begin): Wish[];
}

type Entries = Partial<Record<ActionName, Entry>>;

/** Beyond that the state would outgrow what is carried from run to run. */
const MOST_LATELY = 3_000;

export function registerKeeper(entries: Entries): Process<Begin, RegisterState> {
  return {
    actions: Object.keys(entries) as ActionName[],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, counts: {}, lately: [] }),
    refuse: (state, action, message, moment) => refuse(entries, state, action, message, moment),
    decide: (state, event, moment) => decide(entries, state, event, moment),
    status: ({ done, counts }) => ({ stage: done ? 'ended' : 'open', counts }),
    decode: decodeFirstVersion,
  };
}

function refuse(
  entries: Entries,
  state: RegisterState,
  action: ActionName,
  { actor }: ActMessage,
  moment: Moment,
): string | null {
  const entry = entries[action];
  if (state.done) return 'The network is closed.';
  if (entry === undefined) return 'This is not done here.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const rests = refuseResting(state);
  if (rests !== null) return rests;
  const lately = withinQuarter(state, moment);
  const most = entry.perMemberAndQuarter(state.begin);
  const own = lately.filter(({ by, kind }) => by === actor.person && kind === entry.kind).length;
  if (own >= most) return `That would be your ${own + 1}. within three months, and ${most} is the most here.`;
  return lately.length >= MOST_LATELY ? `There were ${MOST_LATELY} in this network within three months already.` : null;
}

function decide(entries: Entries, state: RegisterState, event: Event, moment: Moment): Step<RegisterState> {
  if (state.done) return nothing(state);
  if (event.type === 'reported' && event.report.report === 'stop') return nothing({ ...state, lately: [], done: true });
  if (event.type !== 'acted') return nothing(state);
  const { action, message } = event;
  const { kind, calledSingular, body, said, tells } = entries[action] as Entry;
  const { begin, counts } = state;
  const by = message.actor.person;
  const count = (counts[kind] ?? 0) + 1;
  const id = `${calledSingular}-${count}`;
  return {
    state: {
      ...state,
      counts: { ...counts, [kind]: count },
      lately: [...withinQuarter(state, moment), { by, kind, at: moment.at }],
    },
    wishes: [
      recordBy(begin, moment, by, { kind, body: body(id, message, moment), key: `act/${message.request}` }),
      ...(tells?.(id, message, begin) ?? []),
    ],
    receipt: { id, said: said(id) },
  };
}

function withinQuarter({ lately }: RegisterState, { at }: Moment): RegisterState['lately'] {
  const since = quarterBefore(at);
  return lately.filter((entry) => entry.at >= since);
}
