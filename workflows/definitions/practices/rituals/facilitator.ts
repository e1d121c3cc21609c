/**
 * Who facilitates a meeting. A circle has its own facilitator. Otherwise, where facilitation is on, its rota is asked as
 * soon as the meeting is known, so that whoever is asked can decline; where it is off or rests, holders of the role take
 * turns, and leads where there is none of them. Nobody is called who has left or pauses.
 */
import type { Moment, Step, Wish } from '../../process.ts';
import { nothing, perform } from '../../process.ts';
import { holders, record, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { fact } from './facts.ts';
import type { RitualState } from './state.ts';

/** The turn of the next meeting, asked for once. */
export function turnWanted(state: RitualState): Step<RitualState> {
  const { begin, met } = state;
  const turn = `${begin.item}.meeting-${met + 1}`;
  if (state.turn === turn || begin.policy.practices?.facilitation === undefined) return nothing(state);
  return { state: { ...state, turn }, wishes: tellPractice(begin, 'facilitation', 'turn-wanted', { turn }) };
}

export function turnOver({ begin, turn }: RitualState, held: boolean): Wish[] {
  return turn === null ? [] : tellPractice(begin, 'facilitation', 'turn-over', { turn, held });
}

/** Some days before: who is there, of all who may be called. */
export function prepare(state: RitualState): Step<RitualState> {
  return state.next === null ? nothing(state) : { state, wishes: [whoIsHere(state, 'here')] };
}

function whoIsHere({ begin }: RitualState, as: string): Wish {
  const own = begin.given.facilitator === undefined ? [] : [begin.given.facilitator];
  const people = [...new Set([...own, ...holders(begin, ['facilitator', 'lead', 'steward', 'sponsor'])])];
  return perform('hereToFacilitate', { network: begin.network, people }, as);
}

export function prepared(
  state: RitualState,
  { people: here }: { people: string[] },
  moment: Moment,
): Step<RitualState> {
  const { begin, met, next, place, people, sequence, minutes } = state;
  if (next === null) return nothing(state);
  const { item: ritual, given } = begin;
  const own = ownOf(state, here);
  // A circle whose own facilitator is away has asked nobody so far.
  const isAway = own === null && given.facilitator !== undefined;
  const { state: asked, wishes } = isAway ? turnWanted(state) : nothing(state);
  const facilitator = own ?? (asked.turn === null ? byRole(asked, here) : asked.facilitator);
  const now: RitualState = { ...asked, facilitator, isPrepared: true };
  const meeting = {
    ...{ ritual, circle: given.circle ?? null, facilitator, title: given.title ?? null, place, sequence, minutes },
    ...{ starts: next.local, planned: next.planned, format: given.format as string },
    people: people.length === 0 ? null : people.join(' '),
  };
  return {
    state: now,
    wishes: [
      ...wishes,
      record(begin, moment, fact(now, `met-${met}/sequence-${sequence}/prepared`)),
      ...told(now, here, moment),
      ...tellPractice(begin, 'sessions', 'ritual-meets', { ...meeting, by: facilitator ?? begin.by }),
    ],
  };
}

/** The rota says who has agreed, or that nobody has any more; it may be after the meeting was announced. */
export function turnTaken(
  state: RitualState,
  { turn, facilitator: taken }: Readonly<Record<string, unknown>>,
  moment: Moment,
): Step<RitualState> {
  if (turn !== state.turn) return nothing(state);
  const { begin, met, sequence, isPrepared } = state;
  const facilitator = taken === null ? null : String(taken);
  const now = { ...state, facilitator };
  if (!isPrepared) return nothing(now);
  return {
    state: now,
    wishes: [
      record(begin, moment, fact(now, `met-${met}/sequence-${sequence}/taken/${moment.at}`)),
      ...(facilitator === null ? [] : told(now, [], moment)),
      ...tellPractice(begin, 'sessions', 'ritual-turn', { ritual: begin.item, facilitator }),
    ],
  };
}

/** The rota rests in this stage of growth: turns go by role. */
export function turnRests(state: RitualState, { turn }: Readonly<Record<string, unknown>>): Step<RitualState> {
  if (turn !== state.turn) return nothing(state);
  const byTurns = { ...state, turn: null };
  return state.isPrepared ? { state: byTurns, wishes: [whoIsHere(state, 'by-role')] } : nothing(byTurns);
}

/** Who leaves facilitates nothing, whatever they had agreed to; the rota hears of it too, and says who does instead. */
export function withoutWhoLeft(state: RitualState, member: string, moment: Moment): Step<RitualState> {
  const { turn, isPrepared } = state;
  if (state.facilitator !== member) return nothing(state);
  if (turn !== null) return turnTaken(state, { turn, facilitator: null }, moment);
  const free = { ...state, facilitator: null };
  if (!isPrepared) return nothing(free);
  return { state: free, wishes: [whoIsHere(state, 'instead')] };
}

/** Somebody else, for a meeting that is announced already: by the rota where it is asked, else by turns. */
export function replaced(
  state: RitualState,
  { people: here }: { people: string[] },
  by: { byRole: boolean },
  moment: Moment,
): Step<RitualState> {
  const { begin, met, sequence } = state;
  const own = ownOf(state, here);
  const { state: asked, wishes } = own === null && !by.byRole ? turnWanted(state) : nothing(state);
  const facilitator = own ?? (asked.turn === null ? byRole(asked, here) : null);
  const now = { ...asked, facilitator };
  return {
    state: now,
    wishes: [
      ...wishes,
      record(begin, moment, fact(now, `met-${met}/sequence-${sequence}/instead/${moment.at}`)),
      ...told(now, here, moment),
      ...tellPractice(begin, 'sessions', 'ritual-turn', { ritual: begin.item, facilitator }),
    ],
  };
}

/** A circle's own, where they are there. */
function ownOf({ begin }: RitualState, here: readonly string[]): string | null {
  const { facilitator } = begin.given;
  return facilitator !== undefined && here.includes(facilitator) ? facilitator : null;
}

/** Whoever comes after the one who facilitated last, in an order that stays. */
function byRole({ begin, last }: RitualState, here: readonly string[]): string | null {
  for (const role of ['facilitator', 'lead'] as const) {
    const inTurn = begin.policy.roles[role];
    const after = last === null ? 0 : inTurn.indexOf(last) + 1;
    const found = [...inTurn.slice(after), ...inTurn.slice(0, after)].find((person) => here.includes(person));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whose turn it is; where it is nobody's, whoever has a role and is there sees to it. */
function told({ begin, met, facilitator }: RitualState, here: readonly string[], moment: Moment): Wish[] {
  const { item: ritual, policy } = begin;
  if (facilitator !== null) return [tell(begin, moment, [facilitator], 'ritual-turn', ritual, undefined, met + 1)];
  const leads = here.filter((person) => [...policy.roles.facilitator, ...policy.roles.lead].includes(person));
  const people = leads.length > 0 ? leads : [...here];
  return people.length === 0
    ? []
    : [tell(begin, moment, people, 'ritual-without-facilitator', ritual, undefined, met + 1)];
}
