/**
 * The keeper of what is learned by doing. Other practices tell it who did something together; it has them asked, and
 * keeps what curators still have to look at and the patterns that there are.
 *
 * It carries 300 notes at most that wait to be curated; beyond that the oldest is set aside, and that is recorded.
 */
import { type BodyOf, LEARNED_AFTER } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, nothing, report } from '../../process.ts';
import { ask, clear, clearAll, holders, lacksRole, record, recordBy } from '../../shared.ts';
import { type ItemKeeperState, itemKeeper, MOST_OPEN, opened } from '../item-keeper.ts';
import { restsIn } from '../maturity.ts';

type Note = Omit<BodyOf<'knowledge-note'>, 'status' | 'pattern'>;
type Pattern = Pick<BodyOf<'pattern'>, 'pattern' | 'title' | 'notes' | 'since'>;

export interface CuratorState extends ItemKeeperState {
  waiting: Note[];
  patterns: Pattern[];
  /** How many patterns were drawn so far: the next one's number. */
  drawn: number;
}

const CALLED = { practice: 'tacit-knowledge', calledSingular: 'prompt' } as const;
const CURATORS = ['steward', 'facilitator'] as const;
const MOST_WAITING = 300;
const MOST_PATTERNS = 500;

/** Nobody begins a prompt by hand: ends and stops are those of every keeper of matters. */
const matters = itemKeeper({
  ...CALLED,
  opens: 'note-knowledge',
  openPerMember: () => 0,
  given: () => ({}),
  said: () => '',
});

export const tacitKeeper: Process<WorkflowStarts['practice'], CuratorState> = {
  actions: ['curate-note', 'retire-pattern'],
  begin: (begin) => ({ ...matters.begin(begin), waiting: [], patterns: [], drawn: 0 }),
  refuse,
  decide,
  status: ({ done, made, open, waiting, patterns }) => ({
    stage: done ? 'ended' : 'open',
    counts: { prompts: made, open: open.length, notesWaiting: waiting.length, patterns: patterns.length },
  }),
  decode: decodeFirstVersion,
};

function refuse(state: CuratorState, action: ActionName, message: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  const lacking = lacksRole(state.begin.policy, CURATORS, message);
  if (lacking !== null) return lacking;
  const { note, pattern, decision } = message.payload as { note: string; pattern?: string; decision?: string };
  if (pattern !== undefined && !state.patterns.some((one) => one.pattern === pattern)) {
    return `There is no pattern ${pattern} in use.`;
  }
  if (action === 'retire-pattern') return null;
  if (!state.waiting.some((one) => one.note === note)) return `${note} does not wait to be curated.`;
  return decision === 'accept' && state.patterns.length >= MOST_PATTERNS
    ? `${MOST_PATTERNS} patterns are in use; merge, or retire some.`
    : null;
}

function decide(state: CuratorState, event: Event, moment: Moment): Step<CuratorState> {
  if (state.done) return nothing(state);
  if (event.type === 'acted') {
    return event.action === 'curate-note'
      ? curated(state, event.message, moment)
      : retired(state, event.message, moment);
  }
  if (event.type === 'reported') {
    const { report: word, data } = event.report;
    if (word === 'took-part') return tookPart(state, data);
    if (word === 'noted') return noted(state, data as unknown as Note, moment);
    if (word === 'left') return left(state, data);
  }
  const step = matters.decide(state, event, moment);
  const now = { ...state, ...step.state };
  return { ...step, state: now, wishes: now.done ? [...step.wishes, clearAll(moment)] : step.wishes };
}

/** `people`: ids with a space between. */
function tookPart(state: CuratorState, data: Readonly<Record<string, unknown>>): Step<CuratorState> {
  const [after, about, people] = [String(data.after), String(data.about), String(data.people ?? '')];
  const isKnown = LEARNED_AFTER.some((one) => one === after);
  if (!isKnown || people === '' || state.open.length >= MOST_OPEN || restsIn(state) !== null) return nothing(state);
  const [first] = people.split(' ');
  const { item: _, ...step } = opened(CALLED, state, first as string, { after, about, people });
  return step;
}

function left(state: CuratorState, data: { member?: string | number | boolean | null }): Step<CuratorState> {
  const { network } = state.begin;
  return {
    state,
    wishes: state.open.map(({ item }) =>
      report(workflowId({ kind: 'practice-item', network, practice: 'tacit-knowledge', item }), 'left', {
        member: data.member ?? null,
      }),
    ),
  };
}

function noted(state: CuratorState, note: Note, moment: Moment): Step<CuratorState> {
  const { begin, waiting } = state;
  const [oldest] = waiting;
  const tooMany = waiting.length >= MOST_WAITING && oldest !== undefined;
  const kept = tooMany ? waiting.slice(1) : waiting;
  const setAside = tooMany ? [record(begin, moment, noteFact(oldest, 'set-aside', null))] : [];
  const request = { template: 'note-to-curate', action: 'curate-note', about: note.note, until: null } as const;
  return {
    state: { ...state, waiting: [...kept, note] },
    wishes: [...setAside, ...ask(begin, moment, curators(state), { ...request, text: note.text })],
  };
}

function curators({ begin }: CuratorState): string[] {
  return holders(begin, CURATORS);
}

function curated(state: CuratorState, { actor, payload }: ActMessage, moment: Moment): Step<CuratorState> {
  const { begin } = state;
  const { note: id, decision, title, pattern } = payload as Record<string, string>;
  const note = state.waiting.find((one) => one.note === id) as Note;
  const waiting = state.waiting.filter((one) => one !== note);
  const by = actor.person;
  const done = clearOf(state, note.note, moment);
  if (decision === 'set-aside') {
    const wishes = [recordBy(begin, moment, by, noteFact(note, 'set-aside', null)), done];
    return { state: { ...state, waiting }, wishes, receipt: { id: note.note, said: 'It is set aside.' } };
  }
  const isNew = decision === 'accept';
  const known = state.patterns.find((one) => one.pattern === pattern);
  const drawn = isNew ? state.drawn + 1 : state.drawn;
  const now: Pattern =
    known === undefined
      ? { pattern: `pattern-${drawn}`, title: title as string, notes: 1, since: moment.at }
      : { ...known, notes: known.notes + 1 };
  const status = isNew ? 'accepted' : 'merged';
  return {
    state: { ...state, waiting, drawn, patterns: [...state.patterns.filter((one) => one !== known), now] },
    wishes: [recordBy(begin, moment, by, noteFact(note, status, now.pattern), patternFact(now, by, null)), done],
    receipt: {
      id: now.pattern,
      said: isNew ? `It is ${now.pattern} now.` : `${now.pattern} rests on ${now.notes} notes now.`,
    },
  };
}

function retired(state: CuratorState, { actor, payload }: ActMessage, moment: Moment): Step<CuratorState> {
  const pattern = state.patterns.find((one) => one.pattern === payload.pattern) as Pattern;
  return {
    state: { ...state, patterns: state.patterns.filter((one) => one !== pattern) },
    wishes: [recordBy(state.begin, moment, actor.person, patternFact(pattern, actor.person, moment.at))],
    receipt: { id: pattern.pattern, said: `${pattern.pattern} is retired.` },
  };
}

function clearOf(state: CuratorState, note: string, moment: Moment): Wish {
  return clear(moment, { action: 'curate-note', about: note, people: curators(state) });
}

function noteFact(note: Note, status: BodyOf<'knowledge-note'>['status'], pattern: string | null) {
  return {
    kind: 'knowledge-note' as const,
    body: { ...note, status, pattern },
    key: `knowledge/${note.note}/${status}`,
  };
}

function patternFact({ pattern, title, notes, since }: Pattern, curatedBy: string, endedAt: string | null) {
  const status = endedAt === null ? ('in-use' as const) : ('retired' as const);
  const body = { pattern, title, notes, curatedBy, status, since, endedAt };
  return { kind: 'pattern' as const, body, key: `knowledge/${pattern}/${status}-${notes}` };
}
