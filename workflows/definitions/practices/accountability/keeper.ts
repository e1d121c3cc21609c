/**
 * Who takes part; in every cycle groups are formed of them, and end with it. It carries who takes part and who is in which
 * open group, some dozen bytes each: 2,000 members at most.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule, start } from '../../process.ts';
import { ACTIVE_ONLY, ask, calendar, clear, clearAll, recordBy } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import { settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];

export interface AccountabilityKeeperState extends ProcessState {
  begin: Begin;
  parts: string[];
  /** The cycle that runs; 0 before the first. */
  cycle: number;
  made: number;
  open: { item: string; members: string[] }[];
  /** Who was left alone and is being placed. */
  alone: string | null;
}

const MOST_PARTS = 2_000;
const JOIN = 'accountability';

export const accountabilityKeeper: Process<Begin, AccountabilityKeeperState> = {
  actions: ['join-accountability', 'leave-accountability'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, parts: [], cycle: 0, made: 0, open: [], alone: null }),
  refuse,
  decide,
  status: ({ done, parts, made, open }) => ({
    stage: done ? 'ended' : 'open',
    counts: { takePart: parts.length, groups: made, open: open.length },
  }),
  decode: decodeFirstVersion,
};

function refuse(state: AccountabilityKeeperState, action: ActionName, { actor, payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const isIn = state.parts.includes(actor.person);
  if (action === 'leave-accountability') return isIn ? null : 'You do not take part.';
  if (action !== 'join-accountability') return 'Accountability does not take this.';
  if (((payload.notWith ?? []) as string[]).includes(actor.person)) return 'notWith is for others.';
  return !isIn && state.parts.length >= MOST_PARTS ? `${MOST_PARTS} members take part already.` : null;
}

function decide(state: AccountabilityKeeperState, event: Event, moment: Moment): Step<AccountabilityKeeperState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began':
      return {
        state,
        wishes: [
          perform('notifyMembers', {
            ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at },
            ...{ template: 'accountability-open', about: JOIN, whom: { standing: ['active'] }, round: 0 },
            ask: { action: 'join-accountability', until: null },
          }),
        ],
      };
    case 'due':
      return form(state, moment);
    case 'learned':
      if (event.as === 'formed') return formed(state, event.result as Formed);
      if (event.as === 'placed') return placed(state, event.result as { group: string | null });
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report, moment);
  }
}

interface Formed {
  groups: { members: string[]; because: string }[];
}

function form(state: AccountabilityKeeperState, moment: Moment): Step<AccountabilityKeeperState> {
  const { begin, cycle } = state;
  const { size, leastHoursTogether, weigh } = settingsOf(begin, 'accountability');
  if (state.parts.length < 2 || restsIn(state) !== null) return nothing(state);
  const question = { network: begin.network, cycle, size, leastHoursTogether, weigh, at: moment.at };
  return { state, wishes: [perform('formGroups', question, 'formed')] };
}

function formed(state: AccountabilityKeeperState, { groups }: Formed): Step<AccountabilityKeeperState> {
  const { begin } = state;
  const items = groups.map((group, at) => ({ ...group, item: `group-${state.made + at + 1}` }));
  return {
    state: {
      ...state,
      made: state.made + items.length,
      open: [...state.open, ...items.map(({ item, members }) => ({ item, members }))],
    },
    wishes: items.map(({ item, members, because }) =>
      start('practiceItem', itemId(begin, item), {
        ...begin,
        ...{ item, by: members[0] as string },
        given: { members: members.join(' '), because, cycle: String(state.cycle) },
      }),
    ),
  };
}

function acted(
  state: AccountabilityKeeperState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<AccountabilityKeeperState> {
  const { begin } = state;
  const member = message.actor.person;
  const isIn = action === 'join-accountability';
  const others = state.parts.filter((part) => part !== member);
  const notWith = (message.payload.notWith ?? []) as string[];
  const body = { member, status: isIn ? 'in' : 'out', notWith, at: moment.at };
  return {
    state: { ...state, parts: isIn ? [...others, member] : others },
    wishes: [
      recordBy(begin, moment, member, { kind: 'accountability-part', body, key: `act/${message.request}` }),
      clear(moment, { action: 'join-accountability', about: JOIN, people: [member] }),
    ],
    receipt: {
      id: null,
      said: isIn
        ? 'Thank you: you hear from us when the groups of a cycle are formed.'
        : 'You are in no further group; the one that runs goes on.',
    },
  };
}

function reported(
  state: AccountabilityKeeperState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<AccountabilityKeeperState> {
  const { begin } = state;
  const member = String(data.member);
  const toAll = (said: string): Wish[] => state.open.map(({ item }) => report(itemId(begin, item), said, {}));
  switch (word) {
    case 'joined': {
      const request = {
        template: 'accountability-open',
        action: 'join-accountability',
        about: JOIN,
        until: null,
      } as const;
      return { state, wishes: state.parts.includes(member) ? [] : ask(begin, moment, [member], request) };
    }
    case 'left': {
      const own = state.open.filter(({ members }) => members.includes(member));
      return {
        state: { ...state, parts: state.parts.filter((part) => part !== member) },
        wishes: [
          clear(moment, { action: 'join-accountability', about: JOIN, people: [member] }),
          ...own.map(({ item }) => report(itemId(begin, item), 'left', { member })),
        ],
      };
    }
    case 'cycle-began': {
      const { formAfter } = settingsOf(begin, 'accountability');
      const began = { ...state, cycle: Number(data.cycle), open: [] };
      return {
        state: began,
        wishes: [...toAll('stop'), calendar(begin, moment.at, [{ name: 'form', add: formAfter }], 'plan')],
      };
    }
    case 'cycle-done':
      return { state: { ...state, open: [], due: [] }, wishes: toAll('stop') };
    case 'stop':
      return {
        state: { ...state, parts: [], open: [], due: [], done: true },
        wishes: [...toAll('stop'), clearAll(moment)],
      };
    case 'item-ended':
      return nothing({ ...state, open: state.open.filter(({ item }) => item !== data.item) });
    case 'alone':
      return place({ ...state, open: state.open.filter(({ item }) => item !== data.item) }, member, moment);
    default:
      return nothing(state);
  }
}

/** Somebody's group fell apart: where there is another in this cycle, they join the one that suits them best. */
function place(state: AccountabilityKeeperState, member: string, moment: Moment): Step<AccountabilityKeeperState> {
  const { begin } = state;
  const { leastHoursTogether, weigh } = settingsOf(begin, 'accountability');
  const groups = state.open.map(({ item }) => item);
  if (groups.length === 0) return nothing(state);
  const question = { network: begin.network, member, groups, leastHoursTogether, weigh, at: moment.at };
  return { state: { ...state, alone: member }, wishes: [perform('chooseGroup', question, 'placed')] };
}

function placed(
  state: AccountabilityKeeperState,
  { group }: { group: string | null },
): Step<AccountabilityKeeperState> {
  const { begin, alone: member } = state;
  const known = { ...state, alone: null };
  if (group === null || member === null) return nothing(known);
  return {
    state: {
      ...known,
      open: state.open.map((one) => (one.item === group ? { ...one, members: [...one.members, member] } : one)),
    },
    wishes: [report(itemId(begin, group), 'joins', { member })],
  };
}

function itemId({ network }: Begin, item: string): string {
  return workflowId({ kind: 'practice-item', network, practice: 'accountability', item });
}
