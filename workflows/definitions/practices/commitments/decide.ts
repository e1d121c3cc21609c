/**
 * A promise: its owner is reminded before its day and asked on it whether it was kept. The smallest practice there is, to
 * copy for a new one: a keeper from `itemKeeper`, and a process for each promise.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule } from '../../process.ts';
import { ask, calendar, dayOf, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Status = BodyOf<'commitment'>['status'];

export interface CommitmentState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  status: Status;
  madeAt: Instant | null;
}

export const commitments: PracticeModule<ItemKeeperState, CommitmentState> = {
  keeper: itemKeeper({
    practice: 'commitments',
    opens: 'commit',
    calledSingular: 'promise',
    tellsOfLeaving: 'own',
    openPerMember: (begin) => settingsOf(begin, 'commitments').openPerMember,
    refuse: ({ payload }, { at }) =>
      String(payload.due) <= dayOf(at) ? `${payload.due} is no day to come; promise something for a later one.` : null,
    given: ({ text, due }) => ({ text: String(text), due: String(due) }),
    said: (item) => `Noted as ${item}; you are reminded before its day.`,
  }),
  item: {
    actions: ['settle-commitment'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, status: 'open', madeAt: null }),
    refuse,
    decide,
    status: ({ status }) => ({ stage: status, counts: {} }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: CommitmentState, action: ActionName, message: ActMessage): string | null {
  const { by, item } = state.begin;
  if (state.done) return `${item} has ended (${state.status}).`;
  if (action !== 'settle-commitment') return 'A promise does not take this.';
  return message.actor.person === by ? null : 'Only its owner says whether a promise was kept.';
}

function decide(state: CommitmentState, event: Event, moment: Moment): Step<CommitmentState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      // A promise for tomorrow needs no reminder that would have been due last week.
      return nothing(schedule(state, ...duesOf(event.result).filter(({ at }) => at > moment.at)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted': {
      const { kept } = event.message.payload as { kept: boolean };
      const said = kept ? 'Well done: kept.' : 'Noted: not kept. What got in the way may help others.';
      return { ...end(state, moment, kept ? 'kept' : 'not-kept'), receipt: { id: state.begin.item, said } };
    }
    case 'reported':
      // Whoever promised has left: nobody waits for their word.
      return ['stop', 'left'].includes(event.report.report) ? end(state, moment, 'unsaid') : nothing(state);
  }
}

function began(state: CommitmentState, moment: Moment): Step<CommitmentState> {
  const { begin } = state;
  const { remindBefore, askFor } = settingsOf(begin, 'commitments');
  const on = begin.given.due as string;
  const steps = [
    { name: 'remind', on, add: remindBefore, before: true },
    { name: 'ask', on, add: 'P1D' },
    { name: 'end', add: askFor, after: 'ask' },
  ];
  const made = { ...state, madeAt: moment.at };
  return {
    state: made,
    wishes: [recordBy(begin, moment, begin.by, fact(made, 'open')), calendar(begin, moment.at, steps, 'plan')],
  };
}

function due(state: CommitmentState, what: string, moment: Moment): Step<CommitmentState> {
  const { begin } = state;
  if (what === 'remind') {
    return { state, wishes: [tell(begin, moment, [begin.by], 'commitment-due', begin.item, begin.given.text)] };
  }
  if (what === 'ask') {
    const { item: about, given } = begin;
    const until = state.due.find((due) => due.what === 'end')?.at ?? null;
    const request = {
      template: 'commitment-asked',
      action: 'settle-commitment',
      about,
      until,
      text: given.text,
    } as const;
    return { state, wishes: ask(begin, moment, [begin.by], request) };
  }
  return what === 'end' ? end(state, moment, 'unsaid') : nothing(state);
}

function end(state: CommitmentState, moment: Moment, status: Status): Step<CommitmentState> {
  const ended: CommitmentState = { ...state, status, due: [], done: true };
  return {
    state: ended,
    wishes: [record(state.begin, moment, fact(ended, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact({ begin, status, madeAt }: CommitmentState, word: string, endedAt: Instant | null = null) {
  const { item: commitment, by: member, given } = begin;
  const body = { commitment, member, text: given.text, due: given.due, madeAt, status, endedAt };
  return { kind: 'commitment' as const, body, key: `commitment/${commitment}/${word}` };
}
