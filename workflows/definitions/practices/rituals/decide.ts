/**
 * A ritual: people meet again and again. Everybody has the series in their calendar; who facilitates a meeting is told
 * some days before, by turns; each meeting is a session where sessions are on. Calendars know of its days up to an end,
 * which is moved on when it is near: a ritual ends only when somebody ends it, or with the network.
 */
import { addDuration } from '../../../../data/records/duration.ts';
import type { BodyOf } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, NoticeTemplate, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, nothing, perform, schedule } from '../../process.ts';
import { dayOf, record, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { itemEnds } from '../item-ends.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';
import { type RitualKeeperState, ritualsKeeper } from './keeper.ts';

type Body = BodyOf<'ritual'>;

export interface RitualState
  extends ProcessState,
    Pick<Body, 'rhythm' | 'at' | 'minutes' | 'place' | 'met' | 'sequence'> {
  begin: WorkflowStarts['practiceItem'];
  from: string;
  until: string;
  next: { planned: string; local: string } | null;
  facilitator: string | null;
  /** Of a circle: who has it in their calendar. Empty: everybody active. */
  people: string[];
  /** What calendars must hear of once the next meeting is known. */
  toTell: NoticeTemplate | null;
}

export const rituals: PracticeModule<RitualKeeperState, RitualState> = {
  keeper: ritualsKeeper,
  item: {
    actions: ['change-ritual', 'end-ritual'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, rhythm: begin.given.rhythm as string, at: begin.given.at as string },
      ...{ minutes: Number(begin.given.minutes), place: begin.given.place ?? null, met: 0, sequence: 0 },
      ...{ from: begin.given.from ?? '', until: '', next: null, facilitator: null },
      people: (begin.given.people ?? '').split(' ').filter((person) => person !== ''),
      toTell: 'ritual-invited',
    }),
    refuse,
    decide,
    status: ({ done, next, met }) => ({ stage: done ? 'ended' : (next?.local ?? 'planning'), counts: { met } }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: RitualState, action: ActionName, { actor, payload }: ActMessage): string | null {
  const { begin } = state;
  if (state.done) return `${begin.item} has ended.`;
  const { lead, facilitator } = begin.policy.roles;
  if (![...lead, ...facilitator, begin.by].includes(actor.person)) {
    return 'Only who began a ritual, a lead or a facilitator changes or ends it.';
  }
  if (action === 'end-ritual') return null;
  const { rhythm = state.rhythm, at = state.at, minutes = state.minutes, place } = payload as Partial<RitualState>;
  const isSame = rhythm === state.rhythm && at === state.at && minutes === state.minutes && place === undefined;
  return isSame ? `${begin.item} is like that already.` : null;
}

function decide(state: RitualState, event: Event, moment: Moment): Step<RitualState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nextKnown(state, event.result, moment);
    case 'due':
      return event.what === 'prepare' ? prepare(state, moment) : meets(state, moment);
    case 'acted':
      return event.action === 'end-ritual' ? ended(state, moment) : changed(state, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
  }
}

function began(state: RitualState, moment: Moment): Step<RitualState> {
  // Nobody is called together for tomorrow.
  const { prepareBefore } = settingsOf(state.begin, 'rituals');
  const soon = dayOf(addDuration(addDuration(moment.at, prepareBefore), 'P1D'));
  const from = state.from === '' ? soon : state.from;
  const until = dayOf(addDuration(`${from}T00:00:00.000Z`, state.begin.policy.horizon));
  return askNext({ ...state, from, until }, moment);
}

function askNext(state: RitualState, { at: after }: Moment): Step<RitualState> {
  const { begin, rhythm, from, until, at } = state;
  const { timeZone, blackouts } = begin.policy;
  const { onBlackout, prepareBefore } = settingsOf(begin, 'rituals');
  const series = { rhythm, from, until, at, timeZone, blackouts, onBlackout, after, prepareBefore };
  return { state, wishes: [perform('nextMeeting', series, 'next')] };
}

function nextKnown(state: RitualState, result: unknown, moment: Moment): Step<RitualState> {
  const { begin } = state;
  const { next } = result as { next: { planned: string; local: string; starts: string; prepares: string } | null };
  if (next === null) return prolonged(state, moment);
  const { planned, local, starts, prepares } = next;
  const known = schedule(
    { ...state, next: { planned, local }, toTell: null },
    { what: 'prepare', at: prepares > moment.at ? prepares : moment.at },
    { what: 'meets', at: starts },
  );
  const kept = record(begin, moment, fact(known, `met-${known.met}/sequence-${known.sequence}`));
  return { state: known, wishes: [kept, ...(state.toTell === null ? [] : tellAll(known, moment, state.toTell))] };
}

/** Its end in calendars is reached: they are told of a later one. */
function prolonged(state: RitualState, moment: Moment): Step<RitualState> {
  const until = dayOf(addDuration(`${state.until}T00:00:00.000Z`, state.begin.policy.horizon));
  const isKnown = state.toTell === 'ritual-invited';
  const sequence = isKnown ? state.sequence : state.sequence + 1;
  return askNext({ ...state, until, sequence, toTell: state.toTell ?? 'ritual-changed' }, moment);
}

/** Facilitators take turns; a circle has its own. */
function prepare(state: RitualState, moment: Moment): Step<RitualState> {
  const { begin, met, minutes, next, place, people, sequence } = state;
  const facilitator = turn(state);
  const now = { ...state, facilitator };
  if (next === null) return nothing(state);
  const { item: ritual, given } = begin;
  const meeting = {
    ...{ ritual, circle: given.circle ?? null, facilitator, title: given.title ?? null, place, sequence, minutes },
    ...{ starts: next.local, planned: next.planned, format: given.format as string },
    people: people.length === 0 ? null : people.join(' '),
  };
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, `met-${met}/sequence-${sequence}/prepared`)),
      ...(facilitator === null ? [] : [tell(begin, moment, [facilitator], 'ritual-turn', ritual, undefined, met + 1)]),
      // A session needs somebody who leads it; without anybody people meet as their calendars say.
      ...(facilitator === null ? [] : tellPractice(begin, 'sessions', 'ritual-meets', meeting)),
    ],
  };
}

/** Null: nobody is a facilitator, and nobody leads. */
function turn({ begin, met }: RitualState): string | null {
  const { facilitator, lead } = begin.policy.roles;
  const takingTurns = facilitator.length > 0 ? facilitator : lead;
  return begin.given.facilitator ?? takingTurns[met % takingTurns.length] ?? null;
}

function meets(state: RitualState, moment: Moment): Step<RitualState> {
  return askNext({ ...state, met: state.met + 1, facilitator: null }, moment);
}

function changed(state: RitualState, { payload }: ActMessage, moment: Moment): Step<RitualState> {
  const { ritual, ...change } = payload as { ritual: string } & Partial<Pick<RitualState, 'rhythm' | 'at' | 'minutes'>>;
  // From today on: what was held stays held, and the count of days begins anew.
  const now = { ...state, ...change, from: dayOf(moment.at), sequence: state.sequence + 1, due: [] };
  const said = `${ritual} is changed; everybody is told. A meeting that is announced already stays; move-session moves it.`;
  return { ...askNext({ ...now, toTell: 'ritual-changed' }, moment), receipt: { id: ritual, said } };
}

function ended(state: RitualState, moment: Moment): Step<RitualState> {
  const { begin } = state;
  const now: RitualState = { ...state, sequence: state.sequence + 1, next: null, due: [], done: true };
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, 'ended', moment.at)),
      ...tellAll(now, moment, 'ritual-ended'),
      ...itemEnds(begin, moment),
    ],
    receipt: { id: begin.item, said: `${begin.item} has ended; it goes from calendars.` },
  };
}

/** Who comes gets the series, who goes loses it, each from the mail of that day. */
function reported(
  state: RitualState,
  word: string,
  data: Readonly<Record<string, unknown>>,
  moment: Moment,
): Step<RitualState> {
  const { begin, people, sequence } = state;
  if (word === 'stop' || word === 'circle-ended') {
    const { receipt: _, ...step } = ended(state, moment);
    return step;
  }
  if (word === 'circle-facilitator') {
    const given = { ...begin.given, facilitator: String(data.facilitator) };
    return nothing({ ...state, begin: { ...begin, given } });
  }
  const member = String(data.member);
  if (word === 'joined')
    return { state, wishes: [tell(begin, moment, [member], 'ritual-invited', begin.item, undefined, sequence)] };
  if (word === 'left') {
    const gone = withoutFacilitator(state, member, moment);
    const told = tell(begin, moment, [member], 'ritual-left', begin.item, undefined, sequence);
    return { state: gone.state, wishes: [...gone.wishes, told] };
  }
  const others = people.filter((person) => person !== member);
  // A person may come and go and come again: each time is another notice.
  const round = Number(data.round);
  if (word === 'circle-joined') {
    const wishes = [tell(begin, moment, [member], 'ritual-invited', begin.item, undefined, round)];
    return { state: { ...state, people: [...others, member].sort() }, wishes };
  }
  if (word !== 'circle-left') return nothing(state);
  const gone = withoutFacilitator({ ...state, people: others }, member, moment);
  const told = tell(begin, moment, [member], 'ritual-left', begin.item, undefined, round);
  return { state: gone.state, wishes: [...gone.wishes, told] };
}

/** Who was to facilitate the next meeting has gone: the session of that meeting finds somebody else. */
function withoutFacilitator(state: RitualState, member: string, moment: Moment): Step<RitualState> {
  if (state.facilitator !== member) return nothing(state);
  const now = { ...state, facilitator: null };
  return { state: now, wishes: [record(state.begin, moment, fact(now, `met-${now.met}/without/${member}`))] };
}

function tellAll({ begin, people, sequence }: RitualState, moment: Moment, template: NoticeTemplate): Wish[] {
  const { item: about, network, given } = begin;
  if (given.circle !== undefined) return [tell(begin, moment, people, template, about, undefined, sequence)];
  const whom = { standing: ['active' as const] };
  const { workflowId, at } = moment;
  return [perform('notifyMembers', { network, workflowId, at, template, about, whom, round: sequence })];
}

function fact(state: RitualState, word: string, endedAt: string | null = null) {
  const { begin, rhythm, from, until, at, minutes, place, met, next, facilitator, sequence } = state;
  const { item: ritual, given, policy } = begin;
  const body = {
    ...{
      ritual,
      name: given.name ?? null,
      title: given.title ?? null,
      circle: given.circle ?? null,
      rhythm,
      from,
      until,
    },
    ...{ at, timeZone: policy.timeZone, minutes, format: given.format, place, blackouts: policy.blackouts },
    ...{ onBlackout: settingsOf(begin, 'rituals').onBlackout, met, next: next?.local ?? null, facilitator, sequence },
    ...{ status: endedAt === null ? ('running' as const) : ('ended' as const), endedAt },
  };
  return { kind: 'ritual' as const, body, key: `ritual/${ritual}/${word}` };
}
