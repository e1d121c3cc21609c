/**
 * What becomes of the series in calendars when a ritual changes or ends. As calendars do it with "this and all that
 * follow": what was held stays held, so the old series ends with its last meeting, and what comes after is a series of
 * its own. Where nothing was held, there is nothing to keep: the same series changes, or goes.
 */
import { addDuration } from '../../../../data/records/duration.ts';
import type { ActMessage, NoticeTemplate } from '../../../contract/index.ts';
import type { Moment, Step, Wish } from '../../process.ts';
import { perform } from '../../process.ts';
import { dayOf, record, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { settingsOf } from '../practice-module.ts';
import { turnOver } from './facilitator.ts';
import { fact, partFact } from './facts.ts';
import type { RitualState } from './state.ts';

type Change = Partial<Pick<RitualState, 'rhythm' | 'at' | 'minutes' | 'place'>>;

/** Nobody is called together for tomorrow. */
export function firstDay({ begin }: RitualState, { at }: Moment): string {
  return dayOf(addDuration(addDuration(at, settingsOf(begin, 'rituals').prepareBefore), 'P1D'));
}

/** A meeting that is announced stays, and the next one is looked for when it is over; else that is to be planned now. */
export function changed(
  state: RitualState,
  { payload }: ActMessage,
  moment: Moment,
): Step<RitualState> & { isToPlan: boolean } {
  const { begin, part, sequence, isPrepared, next } = state;
  const { ritual, ...change } = payload as { ritual: string } & Change;
  const until = lastKept(state, isPrepared);
  const now: RitualState = {
    ...{ ...state, ...change, changes: state.changes + 1, from: fromOf(state, change, until, moment) },
    ...(until === null ? { sequence: sequence + 1 } : { part: part + 1, sequence: 0, heldUntil: null }),
  };
  const over =
    until === null
      ? []
      : [record(begin, moment, partFact(state, until, 'changed', moment)), ...tellOver(now, part, moment)];
  const stays = `The one on ${next?.local.replace('T', ', ')} is announced already and stays; move-session moves it.`;
  const said = `${ritual} is changed; everybody is told.${until === null ? '' : ' Meetings that were held stay in calendars.'}${isPrepared ? ` ${stays}` : ''}`;
  const receipt = { id: ritual, said };
  if (!isPrepared) {
    const toPlan: RitualState = { ...now, due: [], next: null, toTell: 'ritual-changed' };
    return { state: toPlan, wishes: over, receipt, isToPlan: true };
  }
  const kept = record(begin, moment, fact(now, `changed-${now.changes}`));
  return { state: now, wishes: [...over, kept, ...tellAll(now, moment, 'ritual-changed')], receipt, isToPlan: false };
}

/** Where a meeting is announced, it stays with those that were held, unless all of the network ends. */
export function ended(
  state: RitualState,
  moment: Moment,
  { staysAnnounced }: { staysAnnounced: boolean },
): Step<RitualState> {
  const { begin, next, isPrepared } = state;
  const stays = isPrepared && staysAnnounced;
  const until = lastKept(state, stays);
  const part = until === null ? [] : [partFact(state, until, 'ended', moment)];
  const now: RitualState = {
    ...{ ...state, sequence: state.sequence + 1, changes: state.changes + 1, next: null, due: [], done: true },
  };
  const announced = stays
    ? ` The one on ${next?.local.replace('T', ', ')} is announced already and stays; call-off-session calls it off.`
    : '';
  const said =
    until === null
      ? `${begin.item} has ended; it goes from calendars.`
      : `${begin.item} has ended; what was still to come goes from calendars, and what was held stays.${announced}`;
  return {
    state: now,
    wishes: [
      record(begin, moment, ...part, fact(now, 'ended', moment.at)),
      ...tellAll(now, moment, 'ritual-ended'),
      ...turnOver(state, stays),
      ...itemEnds(begin, moment),
    ],
    receipt: { id: begin.item, said },
  };
}

export function tellAll(state: RitualState, moment: Moment, template: NoticeTemplate): Wish[] {
  return tellOf(state, moment, template, state.begin.item);
}

/** That of the series before, only what was held stays. */
function tellOver(state: RitualState, part: number, moment: Moment): Wish[] {
  return tellOf(state, moment, 'ritual-until-change', `${state.begin.item}.part-${part}`);
}

function tellOf({ begin, people, changes }: RitualState, moment: Moment, template: NoticeTemplate, about: string) {
  const { network, given } = begin;
  if (given.circle !== undefined) return [tell(begin, moment, people, template, about, undefined, changes)];
  const whom = { standing: ['active' as const] };
  const { workflowId, at } = moment;
  return [perform('notifyMembers', { network, workflowId, at, template, about, whom, round: changes })];
}

/** The last day by the rhythm that this series keeps; null: none of its meetings was held or is announced. */
function lastKept({ heldUntil, next, from }: RitualState, withAnnounced: boolean): string | null {
  const announced = next?.planned.slice(0, 10) ?? '';
  return withAnnounced && announced >= from ? announced : heldUntil;
}

/**
 * From when on it is as changed. With the same rhythm its days stay (a Tuesday stays a Tuesday); with another their count
 * begins anew.
 */
function fromOf(state: RitualState, { rhythm }: Change, until: string | null, moment: Moment): string {
  const { from, next, isPrepared } = state;
  const isSame = rhythm === undefined || rhythm === state.rhythm;
  if (until === null) return isSame ? from : later(from, firstDay(state, moment));
  const nextDay = isPrepared ? following(state.rhythm, until) : (next?.planned.slice(0, 10) ?? dayAfter(until));
  // A blackout may have moved the one that is announced to a later day.
  const last = isPrepared ? later(until, next?.local.slice(0, 10) ?? '') : until;
  return isSame ? nextDay : later(dayAfter(last), firstDay(state, moment));
}

/** By the rhythm; of a month's weekday any day after will do. */
function following(rhythm: string, day: string): string {
  return rhythm.startsWith('monthly') ? dayAfter(day) : dayOf(addDuration(`${day}T00:00:00.000Z`, rhythm));
}

function dayAfter(day: string): string {
  return following('P1D', day);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
