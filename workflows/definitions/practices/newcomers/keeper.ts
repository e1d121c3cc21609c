/** Starts a process for each who joins while the network learns. It carries who is followed, some dozen bytes each. */
import type { WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Process, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, nothing, report, start } from '../../process.ts';

type Begin = WorkflowStarts['practice'];

export interface NewcomersKeeperState extends ProcessState {
  begin: Begin;
  made: number;
  open: { item: string; member: string }[];
}

/** Beyond that the state would outgrow what is carried: whoever joins then is a member like all, and is not followed. */
const MOST_OPEN = 3_000;

export const newcomersKeeper: Process<Begin, NewcomersKeeperState> = {
  actions: [],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, made: 0, open: [] }),
  refuse: () => 'Newcomers come by joining the network.',
  decide,
  status: ({ done, made, open }) => ({ stage: done ? 'ended' : 'open', counts: { came: made, followed: open.length } }),
  decode: decodeFirstVersion,
};

function decide(state: NewcomersKeeperState, event: Event): Step<NewcomersKeeperState> {
  if (state.done || event.type !== 'reported') return nothing(state);
  const { begin } = state;
  const { report: word, data } = event.report;
  const member = String(data.member);
  const idOf = (item: string) =>
    workflowId({ kind: 'practice-item', network: begin.network, practice: 'newcomers', item });
  switch (word) {
    case 'joined': {
      if (state.open.length >= MOST_OPEN || state.open.some((one) => one.member === member)) return nothing(state);
      const item = `newcomer-${state.made + 1}`;
      return {
        state: { ...state, made: state.made + 1, open: [...state.open, { item, member }] },
        wishes: [start('practiceItem', idOf(item), { ...begin, item, by: member, given: {} })],
      };
    }
    case 'left':
      // A buddy may have left as well: each looks for itself.
      return { state, wishes: state.open.map(({ item }) => report(idOf(item), 'left', { member })) };
    case 'item-ended':
      return nothing({ ...state, open: state.open.filter(({ item }) => item !== data.item) });
    case 'stop':
      return {
        state: { ...state, open: [], done: true },
        wishes: state.open.map(({ item }) => report(idOf(item), 'stop', {})),
      };
    default:
      return nothing(state);
  }
}
