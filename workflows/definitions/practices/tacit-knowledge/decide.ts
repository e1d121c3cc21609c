/**
 * A prompt: some days after they did something together, each who took part is asked what they learned that nobody has
 * said; reminded once; and no more after that. Each note goes to those who curate.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule } from '../../process.ts';
import { ask, calendar, clear, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';
import { type CuratorState, tacitKeeper } from './keeper.ts';

type After = BodyOf<'knowledge-prompt'>['after'];

export interface PromptState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  askedAt: Instant | null;
  /** Who has not answered yet. */
  silent: string[];
  asked: number;
  notes: number;
}

export const tacitKnowledge: PracticeModule<CuratorState, PromptState> = {
  keeper: tacitKeeper,
  item: {
    actions: ['note-knowledge'],
    begin: (begin) => {
      const silent = (begin.given.people ?? '').split(' ').filter((person) => person !== '');
      return { v: 1, due: [], done: false, begin, askedAt: null, silent, asked: 0, notes: 0 };
    },
    refuse,
    decide,
    status: ({ done, askedAt, asked, notes }) => ({
      stage: done ? 'ended' : askedAt === null ? 'waiting' : 'asked',
      counts: { asked, notes },
    }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: PromptState, action: ActionName, { actor }: ActMessage): string | null {
  if (state.done) return `${state.begin.item} has ended.`;
  if (action !== 'note-knowledge') return 'A prompt does not take this.';
  if (!(state.begin.given.people ?? '').split(' ').includes(actor.person)) {
    return 'Only who took part is asked what was learned there.';
  }
  if (state.askedAt === null) return 'You are asked in some days: let it settle.';
  return state.silent.includes(actor.person) ? null : 'Only one note each: yours is kept already.';
}

function decide(state: PromptState, event: Event, moment: Moment): Step<PromptState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return noted(state, event.message, moment);
    case 'reported':
      return event.report.report === 'stop' ? end(state, moment) : left(state, event.report, moment);
  }
}

function began(state: PromptState, moment: Moment): Step<PromptState> {
  const { promptAfter, remindAfter, answerWithin } = settingsOf(state.begin, 'tacit-knowledge');
  const steps = [
    { name: 'ask', add: promptAfter },
    { name: 'remind', add: remindAfter, after: 'ask' },
    { name: 'end', add: answerWithin, after: 'ask' },
  ];
  return { state, wishes: [calendar(state.begin, moment.at, steps, 'plan')] };
}

function due(state: PromptState, what: string, moment: Moment): Step<PromptState> {
  const { begin, silent } = state;
  const { item: about } = begin;
  if (what === 'end') return end(state, moment);
  if (what === 'remind') {
    return { state, wishes: silent.length === 0 ? [] : [tell(begin, moment, silent, 'knowledge-still-asked', about)] };
  }
  if (what !== 'ask') return nothing(state);
  const until = state.due.find((one) => one.what === 'end')?.at ?? null;
  const now = { ...state, askedAt: moment.at, asked: silent.length };
  const request = { template: 'knowledge-asked', action: 'note-knowledge', about, until } as const;
  return {
    state: now,
    wishes: [record(begin, moment, fact(now, 'asked')), ...ask(begin, moment, silent, request)],
  };
}

function noted(state: PromptState, { actor, payload }: ActMessage, moment: Moment): Step<PromptState> {
  const { begin } = state;
  const { network, item: prompt, given } = begin;
  const notes = state.notes + 1;
  const note = `${prompt}.note-${notes}`;
  const now = { ...state, notes, silent: state.silent.filter((person) => person !== actor.person) };
  const said = { note, prompt, after: given.after as After, about: given.about as string, member: actor.person };
  const body = { ...said, text: payload.text as string, at: moment.at };
  const rest = { status: 'kept' as const, pattern: null };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, {
        kind: 'knowledge-note',
        body: { ...body, ...rest },
        key: `knowledge/${note}`,
      }),
      record(begin, moment, fact(now, `note-${notes}`)),
      clear(moment, { action: 'note-knowledge', about: prompt, people: [actor.person] }),
      report(workflowId({ kind: 'practice', network, practice: 'tacit-knowledge' }), 'noted', body),
    ],
    receipt: { id: note, said: 'Thank you: it is kept, and somebody looks whether others can use it.' },
  };
}

/** Who has left is not asked any more. */
function left(
  state: PromptState,
  { report: word, data }: { report: string; data: Record<string, unknown> },
  moment: Moment,
): Step<PromptState> {
  const member = String(data.member);
  if (word !== 'left' || !state.silent.includes(member)) return nothing(state);
  return {
    state: { ...state, silent: state.silent.filter((person) => person !== member) },
    wishes: [clear(moment, { action: 'note-knowledge', about: state.begin.item, people: [member] })],
  };
}

function end(state: PromptState, moment: Moment): Step<PromptState> {
  const now: PromptState = { ...state, due: [], done: true };
  return {
    state: now,
    wishes: [record(state.begin, moment, fact(now, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact({ begin, askedAt, asked, notes }: PromptState, word: string, endedAt: Instant | null = null) {
  const { item: prompt, given } = begin;
  const body = { prompt, after: given.after, about: given.about, askedAt, asked, answered: notes, endedAt };
  return { kind: 'knowledge-prompt' as const, body, key: `knowledge/${prompt}/${word}` };
}
