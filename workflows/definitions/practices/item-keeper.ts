/**
 * The keeper of a practice in which members begin matters one by one (a request for help, a promise): it looks that
 * nobody has too many open, numbers them, starts a process for each, and ends them when the network closes.
 *
 * It carries who has what open, a few bytes each; all else about a matter is with its own process and in the store.
 */
import type { PracticeName } from '../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../process.ts';
import { decodeFirstVersion, nothing, report, start } from '../process.ts';
import { ACTIVE_ONLY } from '../shared.ts';
import { refuseResting } from './maturity.ts';

type Begin = WorkflowStarts['practice'];

export interface ItemKeeperState extends ProcessState {
  begin: Begin;
  /** How many were begun so far: the next one's number. */
  made: number;
  open: { item: string; by: string }[];
}

export interface ItemPractice {
  practice: PracticeName;
  /** The action by which a member begins one, and what they are called: `request` gives request-1, request-2 … */
  opens: ActionName;
  calledSingular: string;
  openPerMember(begin: Begin): number;
  /** True where the action's roles are enough: who holds one need not be a member. */
  byRole?: true;
  /**
   * Which open matters are told that a member has left, where the practice hears of it: those that the member began, or
   * all, because the member may be asked or expected in any.
   */
  tellsOfLeaving?: 'own' | 'all';
  /** Why this one cannot be begun, beyond the number of open ones. */
  refuse?(message: ActMessage, moment: Moment, begin: Begin): string | null;
  /** What the matter's process must know of what was said. */
  given(payload: Record<string, unknown>): Record<string, string>;
  /** What the member is told. */
  said(item: string): string;
}

/** Beyond that the state would outgrow what is carried from run to run. */
export const MOST_OPEN = 4_000;

export function itemKeeper(of: ItemPractice): Process<Begin, ItemKeeperState> {
  return {
    actions: [of.opens],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, made: 0, open: [] }),
    refuse: (state, action, message, moment) => refuse(of, state, action, message, moment),
    decide: (state, event) => decide(of, state, event),
    status: (state) => ({
      stage: state.done ? 'ended' : 'open',
      counts: { begun: state.made, open: state.open.length },
    }),
    decode: decodeFirstVersion,
  };
}

function refuse(
  of: ItemPractice,
  state: ItemKeeperState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== of.opens) return 'This is not done here.';
  const { person, membership } = message.actor;
  if (of.byRole !== true && membership !== 'active') return ACTIVE_ONLY;
  const rests = refuseResting(state);
  if (rests !== null) return rests;
  const most = of.openPerMember(state.begin);
  const own = state.open.filter(({ by }) => by === person);
  if (own.length >= most) {
    const items = own.map(({ item }) => item).join(', ');
    return `You have ${own.length} open already (${items}), and ${most} is the most; end one of them first.`;
  }
  if (state.open.length >= MOST_OPEN)
    return `${MOST_OPEN} are open in this network already; wait until some have ended.`;
  return of.refuse?.(message, moment, state.begin) ?? null;
}

function decide(of: ItemPractice, state: ItemKeeperState, event: Event): Step<ItemKeeperState> {
  if (state.done) return nothing(state);
  if (event.type === 'acted') return begun(of, state, event.message);
  if (event.type !== 'reported') return nothing(state);
  const { report: word, data } = event.report;
  if (word === 'stop') return stopped(of, state);
  if (word === 'left') return left(of, state, String(data.member));
  if (word !== 'item-ended') return nothing(state);
  return nothing({ ...state, open: state.open.filter(({ item }) => item !== data.item) });
}

function begun(of: ItemPractice, state: ItemKeeperState, message: ActMessage): Step<ItemKeeperState> {
  const { item, ...step } = opened(of, state, message.actor.person, of.given(message.payload));
  return { ...step, receipt: { id: item, said: of.said(item) } };
}

/** The next one begins; for keepers that also begin one of their own accord, or because another practice told of it. */
export function opened<S extends ItemKeeperState>(
  { practice, calledSingular }: Pick<ItemPractice, 'practice' | 'calledSingular'>,
  state: S,
  by: string,
  given: Record<string, string>,
): Step<S> & { item: string } {
  const { begin } = state;
  const item = `${calledSingular}-${state.made + 1}`;
  const id = workflowId({ kind: 'practice-item', network: begin.network, practice, item });
  return {
    item,
    state: { ...state, made: state.made + 1, open: [...state.open, { item, by }] },
    wishes: [start('practiceItem', id, { ...begin, item, by, given })],
  };
}

function left(of: ItemPractice, state: ItemKeeperState, member: string): Step<ItemKeeperState> {
  const concerned = state.open.filter(({ by }) => of.tellsOfLeaving === 'all' || by === member);
  const { network } = state.begin;
  return {
    state,
    wishes:
      of.tellsOfLeaving === undefined
        ? []
        : concerned.map(({ item }) =>
            report(workflowId({ kind: 'practice-item', network, practice: of.practice, item }), 'left', { member }),
          ),
  };
}

/** The network is closed: what is open ends as it stands. */
function stopped(of: ItemPractice, state: ItemKeeperState): Step<ItemKeeperState> {
  const { network } = state.begin;
  return {
    state: { ...state, open: [], done: true },
    wishes: state.open.map(({ item }) =>
      report(workflowId({ kind: 'practice-item', network, practice: of.practice, item }), 'stop', {}),
    ),
  };
}
