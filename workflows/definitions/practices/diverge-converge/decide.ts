/**
 * A question in two phases. Ideas come in, each without its author; when that is closed they are ranked; the ranking is
 * counted as every ranked choice. Nobody ranks while ideas still come in: the first that stands there would win.
 *
 * Whose an idea is stays with this process until the end. The store has the words, sealed, and no author.
 */
import type { Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ACTIVE_ONLY, calendar, clear, clearAll, record, recordBy } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Status = 'diverging' | 'converging' | 'decided' | 'ended';

export interface IdeaRoundState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  status: Status;
  openedAt: Instant | null;
  closedAt: Instant | null;
  ideas: { idea: string; text: string; by: string }[];
  voted: number | null;
  eligible: number | null;
  order: string[];
}

/** Nobody ranks more, and the state stays small. */
const MOST_IDEAS = 200;

export const divergeConverge: PracticeModule<ItemKeeperState, IdeaRoundState> = {
  keeper: itemKeeper({
    practice: 'diverge-converge',
    opens: 'open-ideas',
    calledSingular: 'ideas',
    byRole: true,
    openPerMember: (begin) => settingsOf(begin, 'diverge-converge').openAtOnce,
    given: ({ question }) => ({ question: String(question) }),
    said: (item) => `Asked as ${item}: ideas come in first, and are ranked then.`,
  }),
  item: {
    actions: ['add-idea', 'close-ideas', 'rank-ideas'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, status: 'diverging', openedAt: null, closedAt: null, ideas: [] },
      ...{ voted: null, eligible: null, order: [] },
    }),
    refuse,
    decide,
    status: ({ status, ideas, voted }) => ({ stage: status, counts: { ideas: ideas.length, voted: voted ?? 0 } }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: IdeaRoundState, action: ActionName, { actor, payload }: ActMessage): string | null {
  const { begin, status, ideas } = state;
  if (state.done) return `${begin.item} has ended (${status}).`;
  if (action === 'close-ideas') {
    const { lead, facilitator } = begin.policy.roles;
    const may = [...lead, ...facilitator, begin.by].includes(actor.person);
    if (!may) return 'Only who asked, a lead or a facilitator closes it.';
    if (status !== 'diverging') return 'Ideas are closed already; they are being ranked.';
    return ideas.length < 2
      ? `There ${ideas.length === 1 ? 'is one idea' : 'are no ideas'}; two at least are ranked.`
      : null;
  }
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  if (action === 'add-idea') {
    if (status !== 'diverging') return 'All ideas are in; they are being ranked now.';
    const { ideasPerMember } = settingsOf(begin, 'diverge-converge');
    const own = ideas.filter(({ by }) => by === actor.person).length;
    if (own >= ideasPerMember) return `You have given ${own} ideas, and ${ideasPerMember} is the most.`;
    return ideas.length >= MOST_IDEAS ? `There are ${MOST_IDEAS} ideas already.` : null;
  }
  if (action !== 'rank-ideas') return 'A question does not take this.';
  if (status === 'diverging')
    return 'Ideas still come in: they are ranked when that is closed, so that all have a chance.';
  const known = new Set(ideas.map(({ idea }) => idea));
  const unknown = (payload.ranking as string[]).filter((idea) => !known.has(idea));
  return unknown.length === 0 ? null : `There is no ${unknown[0]}; there are: ${[...known].join(', ')}.`;
}

function decide(state: IdeaRoundState, event: Event, moment: Moment): Step<IdeaRoundState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return event.as === 'counted' ? counted(state, event.result, moment) : asked(state, event, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return event.report.report === 'stop' ? end(state, moment, 'ended', []) : nothing(state);
  }
}

function began(state: IdeaRoundState, moment: Moment): Step<IdeaRoundState> {
  const { divergeFor } = settingsOf(state.begin, 'diverge-converge');
  const now = { ...state, openedAt: moment.at };
  return {
    state: now,
    wishes: [
      recordBy(state.begin, moment, state.begin.by, fact(now, 'opened')),
      calendar(state.begin, moment.at, [{ name: 'diverged', add: divergeFor }], 'planned'),
    ],
  };
}

/** The date is known: everybody is asked. */
function asked(
  state: IdeaRoundState,
  event: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<IdeaRoundState> {
  const dues = duesOf(event.result);
  const until = dues[0]?.at ?? null;
  const isFirst = state.status === 'diverging';
  const { network, item: about, given } = state.begin;
  const ask = { action: isFirst ? 'add-idea' : 'rank-ideas', until };
  const { workflowId, at } = moment;
  const notice = {
    ...{ network, workflowId, at, about, ask, round: 0, whom: { standing: ['active' as const] } },
    template: isFirst ? ('ideas-asked' as const) : ('ideas-to-rank' as const),
  };
  return {
    state: schedule(state, ...dues),
    wishes: [perform('notifyMembers', { ...notice, text: given.question as string })],
  };
}

/** With fewer than two ideas there is nothing to rank. */
function due(state: IdeaRoundState, what: string, moment: Moment): Step<IdeaRoundState> {
  if (what === 'diverged') return state.ideas.length < 2 ? end(state, moment, 'ended', []) : converge(state, moment);
  if (what !== 'converged') return nothing(state);
  const { network, item: round } = state.begin;
  const options = state.ideas.map(({ idea }) => idea);
  const count = { network, round, options, at: moment.at, of: ['active' as const] };
  return { state, wishes: [perform('countVotes', count, 'counted')] };
}

function converge(state: IdeaRoundState, moment: Moment): Step<IdeaRoundState> {
  const { convergeFor } = settingsOf(state.begin, 'diverge-converge');
  const now: IdeaRoundState = unschedule({ ...state, status: 'converging', closedAt: moment.at }, 'diverged');
  return {
    state: now,
    wishes: [
      clearAll(moment, 'add-idea'),
      record(state.begin, moment, fact(now, 'converging')),
      calendar(state.begin, moment.at, [{ name: 'converged', add: convergeFor }], 'planned'),
    ],
  };
}

function acted(state: IdeaRoundState, action: ActionName, message: ActMessage, moment: Moment): Step<IdeaRoundState> {
  const { begin } = state;
  const { actor, payload } = message;
  if (action === 'close-ideas') {
    const said = `All ideas are in (${state.ideas.length}); everybody is asked to rank them.`;
    return { ...converge(state, moment), receipt: { id: begin.item, said } };
  }
  if (action === 'rank-ideas') {
    const body = { round: begin.item, voter: actor.person, ranking: payload.ranking };
    return {
      state,
      wishes: [
        recordBy(begin, moment, actor.person, { kind: 'vote', body, key: `act/${message.request}` }),
        clear(moment, { action: 'rank-ideas', about: begin.item, people: [actor.person] }),
      ],
      receipt: { id: begin.item, said: 'Your ranking counts; until the end you may rank anew.' },
    };
  }
  const idea = `${begin.item}.idea-${state.ideas.length + 1}`;
  const text = payload.text as string;
  const body = { idea, round: begin.item, text, author: null };
  return {
    state: { ...state, ideas: [...state.ideas, { idea, text, by: actor.person }] },
    // The workflow's own word: a fact's source would say whose it is.
    wishes: [record(begin, moment, { kind: 'idea', body, key: `idea/${idea}` })],
    receipt: { id: idea, said: 'It is in, and nobody learns whose it is before ideas are ranked.' },
  };
}

function counted(state: IdeaRoundState, result: unknown, moment: Moment): Step<IdeaRoundState> {
  const { order, voted, eligible } = result as { order: string[]; voted: number; eligible: number };
  const { network, item: about, given } = state.begin;
  const { workflowId, at } = moment;
  const notice = { network, workflowId, at, about, round: 0, whom: { standing: ['active' as const] } };
  const told = perform('notifyMembers', { ...notice, template: 'ideas-ranked', text: given.question as string });
  return end({ ...state, order, voted, eligible }, moment, 'decided', [told]);
}

function end(state: IdeaRoundState, moment: Moment, status: Status, after: Wish[]): Step<IdeaRoundState> {
  const { begin } = state;
  const now: IdeaRoundState = { ...state, status, due: [], done: true };
  const isTold = status === 'decided' && settingsOf(begin, 'diverge-converge').authorsTold === 'afterwards';
  const authors = isTold
    ? state.ideas.map(({ idea, text, by: author }) => ({
        ...{ kind: 'idea' as const, body: { idea, round: begin.item, text, author }, key: `idea/${idea}/author` },
      }))
    : [];
  return {
    state: now,
    wishes: [record(begin, moment, fact(now, status, moment.at), ...authors), ...after, ...itemEnds(begin, moment)],
  };
}

function fact(state: IdeaRoundState, word: string, endedAt: Instant | null = null) {
  const { begin, status, openedAt, closedAt, ideas, voted, eligible, order } = state;
  const { item: round, by: openedBy, given } = begin;
  const body = { round, question: given.question, openedBy, openedAt, status, ideas: ideas.length, closedAt };
  return {
    kind: 'idea-round' as const,
    body: { ...body, eligible, voted, order, endedAt },
    key: `idea-round/${round}/${word}`,
  };
}
