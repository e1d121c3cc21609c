/**
 * One artifact: used and rated while it is there; looked at again by a day. Its steward is asked first, then the network's
 * stewards; where nobody looks it is marked as stale, which says so and takes nothing away.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule, unschedule } from '../../process.ts';
import { ACTIVE_ONLY, ask, calendar, clear, clearAll, dayOf, holders, record, recordBy } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { settingsOf } from '../practice-module.ts';
import { numberOf } from './number-of.ts';

type Body = BodyOf<'artifact'>;
type Words = Pick<Body, 'title' | 'summary' | 'link' | 'tags' | 'contributors' | 'buildsOn'>;

export interface ArtifactState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  /** References, ids and tags; no words. */
  words: Words;
  status: Body['status'];
  version: number;
  steward: string | null;
  sharedAt: Instant | null;
  reviewBy: Instant | null;
  reviews: { due: number; inTime: number };
  /** A review is waited for; `late`: others had to be asked as well. */
  review: 'none' | 'asked' | 'late';
  uses: number;
}

export const artifact: Process<WorkflowStarts['practiceItem'], ArtifactState> = {
  actions: ['complete-artifact', 'rate-artifact', 'use-artifact', 'review-artifact'],
  begin: (begin) => ({
    ...{ v: 1, due: [], done: false, begin, words: wordsGiven(begin), steward: begin.by, sharedAt: null },
    ...{ status: begin.given.draft === undefined ? 'current' : 'draft', version: 1, reviewBy: null },
    ...{ reviews: { due: 0, inTime: 0 }, review: 'none', uses: 0 },
  }),
  refuse,
  decide,
  status: ({ status, version, uses }) => ({ stage: status, counts: { version, uses } }),
  decode: decodeFirstVersion,
};

function wordsGiven({ by, given }: WorkflowStarts['practiceItem']): Words {
  return {
    ...{ title: given.title as string, summary: given.summary ?? null, link: given.link ?? null },
    tags: idsIn(given.tags),
    contributors: [...new Set([by, ...idsIn(given.contributors)])].sort(),
    buildsOn: [...new Set(idsIn(given.buildsOn))].sort(),
  };
}

function idsIn(joined: string | undefined): string[] {
  return (joined ?? '').split(' ').filter((word) => word !== '');
}

function refuse(state: ArtifactState, action: ActionName, { actor, payload }: ActMessage): string | null {
  const { item } = state.begin;
  const { person, membership } = actor;
  if (state.done) return `${item} is no longer in the repository (${state.status}).`;
  if (action === 'complete-artifact') {
    if (state.status !== 'draft') return `${item} is no draft any more; review-artifact changes it.`;
    if (person !== state.steward) return 'Only whose experiment it came from gives a draft its words.';
    return refuseBuildsOn(item, (payload.buildsOn ?? []) as string[]);
  }
  if (state.status === 'draft') return `${item} is a draft still: whoever tried it has to give it its words first.`;
  if (action === 'review-artifact') {
    return stewards(state).includes(person)
      ? null
      : `Only who looks after ${item}, or a steward of the network, keeps, updates or retires it.`;
  }
  if (membership !== 'active') return ACTIVE_ONLY;
  if (action !== 'rate-artifact') return action === 'use-artifact' ? null : 'An artifact does not take this.';
  return state.words.contributors.includes(person) ? 'You made it: how useful it is, others say.' : null;
}

function refuseBuildsOn(item: string, buildsOn: string[]): string | null {
  const wrong = buildsOn.find((id) => numberOf(id) >= numberOf(item));
  return wrong === undefined ? null : `${item} cannot build on ${wrong}: only on what was there before it.`;
}

function decide(state: ArtifactState, event: Event, moment: Moment): Step<ArtifactState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return state.status === 'draft' ? drafted(state, moment) : shared(state, moment, state.begin.by, 'shared');
    case 'learned':
      return learned(state, event.result, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, moment);
  }
}

function reported(state: ArtifactState, word: string, moment: Moment): Step<ArtifactState> {
  // The network is closed: what is in the repository stays what it is.
  if (word === 'stop') return { state: { ...state, due: [], done: true }, wishes: itemEnds(state.begin, moment) };
  if (word !== 'steward-left') return nothing(state);
  if (state.status === 'draft') return ended(state, moment, 'discarded');
  const handed: ArtifactState = { ...state, steward: null };
  const asks = state.review === 'none' ? [] : askForReview(handed, moment, 'artifact-review');
  return {
    state: handed,
    wishes: [record(state.begin, moment, fact(handed, `handed/${moment.at}`)), clearAll(moment), ...asks],
  };
}

function drafted(state: ArtifactState, moment: Moment): Step<ArtifactState> {
  const { begin } = state;
  const { draftFor } = settingsOf(begin, 'repository');
  const draft = { ...state, sharedAt: moment.at };
  const request = { template: 'artifact-draft', action: 'complete-artifact', about: begin.item, until: null } as const;
  return {
    state: draft,
    wishes: [
      record(begin, moment, fact(draft, 'draft')),
      ...ask(begin, moment, [begin.by], { ...request, text: draft.words.title }),
      calendar(begin, moment.at, [{ name: 'draft-over', add: draftFor }], 'draft'),
    ],
  };
}

/** There for others from now on; it is looked at again by the day that the calendar says. */
function shared(state: ArtifactState, moment: Moment, by: string, word: string): Step<ArtifactState> {
  const { begin } = state;
  const current: ArtifactState = { ...state, status: 'current', sharedAt: state.sharedAt ?? moment.at, review: 'none' };
  return {
    state: current,
    wishes: [
      recordBy(begin, moment, by, fact(current, word)),
      calendar(begin, moment.at, [{ name: 'review', add: settingsOf(begin, 'repository').reviewAfter }], 'review'),
    ],
  };
}

function learned(state: ArtifactState, result: unknown, moment: Moment): Step<ArtifactState> {
  const dues = duesOf(result);
  const review = dues.find(({ what }) => what === 'review');
  const planned = schedule(state, ...dues);
  if (review === undefined) return nothing(planned);
  const dated = { ...planned, reviewBy: review.at };
  return { state: dated, wishes: [record(state.begin, moment, fact(dated, `review-by/${review.at}`))] };
}

function due(state: ArtifactState, what: string, moment: Moment): Step<ArtifactState> {
  const { begin } = state;
  switch (what) {
    case 'draft-over':
      return ended(state, moment, 'discarded');
    case 'review': {
      const { escalateAfter, staleAfter } = settingsOf(begin, 'repository');
      const asked: ArtifactState = {
        ...state,
        review: 'asked',
        reviews: { ...state.reviews, due: state.reviews.due + 1 },
      };
      const steps = [
        { name: 'escalate', add: escalateAfter },
        { name: 'stale', add: staleAfter, after: 'escalate' },
      ];
      return {
        state: asked,
        wishes: [
          record(begin, moment, fact(asked, `due/${asked.reviews.due}`)),
          ...askForReview(asked, moment, 'artifact-review'),
          calendar(begin, moment.at, steps, 'escalation'),
        ],
      };
    }
    case 'escalate': {
      const late: ArtifactState = { ...state, review: 'late' };
      return { state: late, wishes: askForReview(late, moment, 'artifact-review-escalated') };
    }
    case 'stale': {
      const stale: ArtifactState = { ...state, status: 'stale' };
      return { state: stale, wishes: [record(begin, moment, fact(stale, `stale/${stale.reviews.due}`))] };
    }
    default:
      return nothing(state);
  }
}

/** Whoever looks after it; once that is late, or nobody does, the network's stewards as well. */
function askForReview(state: ArtifactState, moment: Moment, template: 'artifact-review' | 'artifact-review-escalated') {
  const { begin, words, steward, review } = state;
  const people = review === 'asked' && steward !== null ? [steward] : stewards(state).filter((one) => one !== steward);
  const request = { template, action: 'review-artifact', about: begin.item, until: null, round: state.reviews.due };
  return ask(begin, moment, people, { ...request, text: words.title });
}

function stewards({ begin, steward }: ArtifactState): string[] {
  const held = holders(begin, ['steward']);
  const network = held.length > 0 ? held : holders(begin, ['lead']);
  return [...new Set(steward === null ? network : [steward, ...network])].sort();
}

function acted(state: ArtifactState, action: ActionName, message: ActMessage, moment: Moment): Step<ArtifactState> {
  switch (action) {
    case 'complete-artifact':
      return completed(state, message, moment);
    case 'rate-artifact':
      return rated(state, message, moment);
    case 'use-artifact':
      return used(state, message, moment);
    default:
      return reviewed(state, message, moment);
  }
}

function completed(state: ArtifactState, { payload }: ActMessage, moment: Moment): Step<ArtifactState> {
  const { item, by } = state.begin;
  const said = { id: item, said: `Thank you: ${item} is there for others.` };
  if (payload.discard === true) {
    return { ...ended(state, moment, 'discarded', by), receipt: { id: item, said: `${item} is discarded.` } };
  }
  const given = withWords(state, payload);
  const { contributors, buildsOn } = payload as { contributors?: string[]; buildsOn?: string[] };
  const words = {
    ...given.words,
    contributors: [...new Set([by, ...(contributors ?? [])])].sort(),
    buildsOn: [...new Set(buildsOn ?? [])].sort(),
  };
  const step = shared(unschedule({ ...given, words }, 'draft-over'), moment, by, 'completed');
  const asked = { action: 'complete-artifact', about: item, people: [by] };
  return { ...step, wishes: [clear(moment, asked), ...step.wishes], receipt: said };
}

function withWords(state: ArtifactState, payload: Record<string, unknown>): ArtifactState {
  const { title, summary, link, tags } = payload as Partial<Words>;
  const { words } = state;
  return {
    ...state,
    words: {
      ...words,
      ...{ title: title ?? words.title, summary: summary ?? words.summary },
      ...{ link: link ?? words.link, tags: [...new Set(tags ?? words.tags)].sort() },
    },
  };
}

function rated(state: ArtifactState, { actor, payload, request }: ActMessage, moment: Moment): Step<ArtifactState> {
  const { item: artifact } = state.begin;
  const body = { artifact, member: actor.person, usefulness: payload.usefulness, at: moment.at };
  const rating = { kind: 'artifact-rating' as const, body, key: `act/${request}` };
  return {
    state,
    wishes: [recordBy(state.begin, moment, actor.person, rating)],
    receipt: { id: artifact, said: 'Thank you: your newest word on it counts.' },
  };
}

function used(state: ArtifactState, { actor, payload, request }: ActMessage, moment: Moment): Step<ArtifactState> {
  const { item: artifact } = state.begin;
  const { person: member } = actor;
  const uses = state.uses + 1;
  const { where, adopts = null } = payload as { where: string; adopts?: string };
  const use = { use: `${artifact}.use-${uses}`, artifact, member, where, adopts, at: moment.at };
  const adoption = { member, practice: adopts, time: dayOf(moment.at), censored: false };
  const facts = [
    { kind: 'artifact-use' as const, body: use, key: `act/${request}` },
    ...(adopts === null ? [] : [{ kind: 'adoption' as const, body: adoption, key: `act/${request}/adoption` }]),
  ];
  const taken = adopts === null ? '' : ` That you took up ${adopts} is noted as well.`;
  return {
    state: { ...state, uses },
    wishes: [recordBy(state.begin, moment, member, ...facts)],
    receipt: { id: use.use, said: `Thank you: it is noted.${taken}` },
  };
}

function reviewed(state: ArtifactState, { actor, payload }: ActMessage, moment: Moment): Step<ArtifactState> {
  const { item } = state.begin;
  const { decision } = payload as { decision: 'keep' | 'update' | 'retire' };
  const inTime = state.reviews.inTime + (state.review === 'asked' ? 1 : 0);
  const looked: ArtifactState = { ...state, reviews: { ...state.reviews, inTime } };
  if (decision === 'retire') {
    return { ...ended(looked, moment, 'retired', actor.person), receipt: { id: item, said: `${item} is retired.` } };
  }
  const version = decision === 'update' ? state.version + 1 : state.version;
  const rested = unschedule({ ...withWords(looked, payload), version }, 'review', 'escalate', 'stale');
  const step = shared(rested, moment, actor.person, `reviewed/${moment.at}`);
  const said = decision === 'update' ? `${item} is updated: version ${version}.` : `${item} is kept.`;
  return { ...step, wishes: [clearAll(moment), ...step.wishes], receipt: { id: item, said } };
}

/** @param by who decided so; nobody: its time was over. */
function ended(state: ArtifactState, moment: Moment, status: Body['status'], by?: string): Step<ArtifactState> {
  const over: ArtifactState = { ...state, status, due: [], reviewBy: null, done: true };
  const last = fact(over, 'ended', moment.at);
  const recorded: Wish = by === undefined ? record(state.begin, moment, last) : recordBy(state.begin, moment, by, last);
  return { state: over, wishes: [recorded, ...itemEnds(state.begin, moment)] };
}

function fact(state: ArtifactState, word: string, endedAt: Instant | null = null) {
  const { begin, words, status, version, steward, sharedAt, reviewBy, reviews } = state;
  const body = {
    ...{ artifact: begin.item, type: begin.given.type, ...words, from: begin.given.from ?? null },
    ...{ steward, status, version, sharedAt, reviewBy, reviews, endedAt },
  };
  return { kind: 'artifact' as const, body, key: `artifact/${begin.item}/${word}` };
}
