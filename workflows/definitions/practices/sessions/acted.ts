/** What people say about a session: that they come, that they were there, what was decided, who worked with whom. */
import { SOLVED_WITH } from '../../../../data/records/tie.ts';
import type { ActionName, ActMessage } from '../../../contract/index.ts';
import type { Moment, Step } from '../../process.ts';
import { nothing } from '../../process.ts';
import { clear, dayOf, record, recordBy } from '../../shared.ts';
import { fact } from './facts.ts';
import { keepersOf, MOST_PEOPLE, type SessionState } from './state.ts';

export function acted(
  state: SessionState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<SessionState> {
  switch (action) {
    case 'plan-session':
      return planned(state, message, moment);
    case 'come-to-session':
      return comes(state, message, moment);
    case 'confirm-attendance':
      return confirms(state, message, moment);
    case 'record-session':
      return recorded(state, message, moment);
    case 'decide-in-session':
      return decided(state, message, moment);
    case 'solve-together':
      return solved(state, message, moment);
    default:
      return nothing(state);
  }
}

function planned(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const { agenda, timeBoxes } = payload as { agenda: string; timeBoxes: number[] };
  const now = { ...state, agenda, timeBoxes };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, fact(now, `act/${request}`)),
      clear(moment, { action: 'plan-session', about: begin.item, people: keepersOf(begin) }),
    ],
    receipt: { id: begin.item, said: `${begin.item} has its agenda.` },
  };
}

function comes(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const coming = payload.coming === true;
  const now = { ...state, coming: withOrWithout(state.coming, actor.person, coming) };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, fact(now, `act/${request}`)),
      clear(moment, { action: 'come-to-session', about: begin.item, people: [actor.person] }),
    ],
    receipt: { id: begin.item, said: coming ? 'Good: you are expected.' : 'Noted: you do not come.' },
  };
}

function confirms(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const attended = payload.attended === true;
  const now = { ...state, attended: withOrWithout(state.attended, actor.person, attended) };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, fact(now, `act/${request}`)),
      clear(moment, { action: 'confirm-attendance', about: begin.item, people: [actor.person] }),
    ],
    receipt: { id: begin.item, said: attended ? 'Noted: you were there.' : 'Noted: you were not there.' },
  };
}

/** Adds to what people said of themselves; nobody is taken out by somebody else. */
function recorded(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const { attended: named, notes } = payload as { attended: string[]; notes?: string };
  const attended = [...new Set([...state.attended, ...named])].sort().slice(0, MOST_PEOPLE);
  const now = { ...state, attended, notes: notes ?? state.notes };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, fact(now, `act/${request}`)),
      clear(moment, { action: 'record-session', about: begin.item, people: keepersOf(begin) }),
      clear(moment, { action: 'confirm-attendance', about: begin.item, people: attended }),
    ],
    receipt: { id: begin.item, said: `Noted: ${attended.length} were there.` },
  };
}

function decided(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const decisions = state.decisions + 1;
  const now = { ...state, decisions };
  const { session, ...rest } = payload as { session: string };
  const decision = `${session}.decision-${decisions}`;
  const body = { decision, session, ...rest, at: moment.at };
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, { kind: 'session-decision', body, key: `session/${decision}` }),
      record(begin, moment, fact(now, `act/${request}`)),
    ],
    receipt: { id: decision, said: `Documented as ${decision}.` },
  };
}

/** Each two of them have a tie from one to the other and back: they worked together, and nobody led. */
function solved(state: SessionState, { payload, request, actor }: ActMessage, moment: Moment): Step<SessionState> {
  const { begin } = state;
  const people = [...new Set(payload.people as string[])].sort();
  const problems = state.problems + 1;
  const attended = [...new Set([...state.attended, ...people])].sort().slice(0, MOST_PEOPLE);
  const now = { ...state, problems, attended };
  const problem = `${begin.item}.problem-${problems}`;
  const body = { problem, session: begin.item, people, on: payload.on, at: moment.at };
  const time = dayOf(moment.at);
  const ties = people.flatMap((from) =>
    people
      .filter((to) => to !== from)
      .map((to) => ({
        kind: 'tie' as const,
        body: { from, to, type: SOLVED_WITH, strength: null, wave: null, time, occurrence: 0 },
        key: `session/${begin.item}/tie/${time}/${from}/${to}`,
      })),
  );
  return {
    state: now,
    wishes: [
      recordBy(begin, moment, actor.person, { kind: 'joint-problem', body, key: `session/${problem}` }, ...ties),
      record(begin, moment, fact(now, `act/${request}`)),
    ],
    receipt: { id: problem, said: `Noted as ${problem}: ${people.length} worked on it together.` },
  };
}

function withOrWithout(people: readonly string[], person: string, isIn: boolean): string[] {
  const others = people.filter((other) => other !== person);
  return isIn ? [...others, person].sort() : others;
}
