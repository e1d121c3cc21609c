/**
 * A ritual: people meet again and again. Everybody has the series in their calendar; who facilitates a meeting is told
 * some days before, by turns; each meeting is a session where sessions are on. Calendars know of its days up to an end,
 * which is moved on when it is near: a ritual ends only when somebody ends it, or with the network.
 */
import { addDuration } from '../../../../data/records/duration.ts';
import type { ActionName, ActMessage } from '../../../contract/index.ts';
import type { Event, Moment, Step } from '../../process.ts';
import { nothing, perform, schedule } from '../../process.ts';
import { dayOf, record, tell } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';
import {
  prepare,
  prepared,
  replaced,
  turnOver,
  turnRests,
  turnTaken,
  turnWanted,
  withoutWhoLeft,
} from './facilitator.ts';
import { fact } from './facts.ts';
import { type RitualKeeperState, ritualsKeeper } from './keeper.ts';
import { changed, ended, firstDay, tellAll } from './series.ts';
import { beginRitual, decode, type RitualState } from './state.ts';

export const rituals: PracticeModule<RitualKeeperState, RitualState> = {
  keeper: ritualsKeeper,
  item: {
    actions: ['change-ritual', 'end-ritual'],
    begin: beginRitual,
    refuse,
    decide,
    status: ({ done, next, met }) => ({ stage: done ? 'ended' : (next?.local ?? 'planning'), counts: { met } }),
    decode,
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
      return learned(state, event.as, event.result, moment);
    case 'due':
      return event.what === 'prepare' ? prepare(state) : meets(state, moment);
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
  }
}

function learned(state: RitualState, as: string, result: unknown, moment: Moment): Step<RitualState> {
  if (as === 'here') return prepared(state, result as { people: string[] }, moment);
  if (as === 'instead' || as === 'by-role') {
    return replaced(state, result as { people: string[] }, { byRole: as === 'by-role' }, moment);
  }
  return nextKnown(state, result, moment);
}

function acted(state: RitualState, action: ActionName, message: ActMessage, moment: Moment): Step<RitualState> {
  if (action === 'end-ritual') return ended(state, moment, { staysAnnounced: true });
  const { isToPlan, ...step } = changed(state, message, moment);
  if (!isToPlan) return step;
  const next = askNext(step.state, moment);
  return { ...step, state: next.state, wishes: [...step.wishes, ...next.wishes] };
}

function began(state: RitualState, moment: Moment): Step<RitualState> {
  const from = state.from === '' ? firstDay(state, moment) : state.from;
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
  const { begin, toTell } = state;
  const { next } = result as { next: { planned: string; local: string; starts: string; prepares: string } | null };
  if (next === null) return prolonged(state, moment);
  const { planned, local, starts, prepares } = next;
  const known = schedule(
    { ...state, next: { planned, local }, toTell: null },
    { what: 'prepare', at: prepares > moment.at ? prepares : moment.at },
    { what: 'meets', at: starts },
  );
  const kept = record(begin, moment, fact(known, `met-${known.met}/sequence-${known.sequence}`));
  // A circle has its own facilitator.
  const asked = begin.given.facilitator === undefined ? turnWanted(known) : nothing(known);
  return {
    state: asked.state,
    wishes: [kept, ...(toTell === null ? [] : tellAll(known, moment, toTell)), ...asked.wishes],
  };
}

/** Its end in calendars is reached: they are told of a later one. */
function prolonged(state: RitualState, moment: Moment): Step<RitualState> {
  const until = dayOf(addDuration(`${state.until}T00:00:00.000Z`, state.begin.policy.horizon));
  if (state.toTell !== null) return askNext({ ...state, until }, moment);
  const { sequence, changes } = state;
  const later = { ...state, until, sequence: sequence + 1, changes: changes + 1 };
  return askNext({ ...later, toTell: 'ritual-changed' }, moment);
}

function meets(state: RitualState, moment: Moment): Step<RitualState> {
  const { next, from, met, facilitator, last } = state;
  const day = next?.planned.slice(0, 10) ?? '';
  // One that was announced before a change belongs to the series before.
  const heldUntil = day >= from ? day : state.heldUntil;
  const over = { ...state, met: met + 1, heldUntil, isPrepared: false, last: facilitator ?? last };
  const step = askNext({ ...over, facilitator: null, turn: null }, moment);
  return { state: step.state, wishes: [...turnOver(state, true), ...step.wishes] };
}

/** Who comes gets the series, who goes loses it, each from the mail of that day. */
function reported(
  state: RitualState,
  word: string,
  data: Readonly<Record<string, unknown>>,
  moment: Moment,
): Step<RitualState> {
  const { begin, people, changes } = state;
  if (word === 'stop' || word === 'circle-ended') {
    const { receipt: _, ...step } = ended(state, moment, { staysAnnounced: word !== 'stop' });
    return step;
  }
  if (word === 'circle-facilitator') {
    const given = { ...begin.given, facilitator: String(data.facilitator) };
    return nothing({ ...state, begin: { ...begin, given } });
  }
  if (word === 'turn-taken') return turnTaken(state, data, moment);
  if (word === 'turn-rests') return turnRests(state, data);
  const member = String(data.member);
  if (word === 'joined')
    return { state, wishes: [tell(begin, moment, [member], 'ritual-invited', begin.item, undefined, changes)] };
  if (word === 'facilitator-left') return withoutWhoLeft(state, member, moment);
  if (word === 'left') {
    const step = withoutWhoLeft(state, member, moment);
    const told = tell(begin, moment, [member], 'ritual-left', begin.item, undefined, changes);
    return { state: step.state, wishes: [told, ...step.wishes] };
  }
  const others = people.filter((person) => person !== member);
  // A person may come and go and come again: each time is another notice.
  const round = Number(data.round);
  if (word === 'circle-joined') {
    const wishes = [tell(begin, moment, [member], 'ritual-invited', begin.item, undefined, round)];
    return { state: { ...state, people: [...others, member].sort() }, wishes };
  }
  if (word !== 'circle-left') return nothing(state);
  return {
    state: { ...state, people: others },
    wishes: [tell(begin, moment, [member], 'ritual-left', begin.item, undefined, round)],
  };
}
