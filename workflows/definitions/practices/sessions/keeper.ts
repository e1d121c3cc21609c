/** The keeper of sessions: those that somebody announces, and the meetings of rituals; each belongs to the cycle that runs. */
import type { WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, Step } from '../../process.ts';
import { nothing, report } from '../../process.ts';
import { type ItemKeeperState, itemKeeper, opened } from '../item-keeper.ts';
import { settingsOf } from '../practice-module.ts';
import { refuseDay } from './days.ts';

export interface SessionKeeperState extends ItemKeeperState {
  /** The cycle that runs; null before the first. */
  cycle: number | null;
  /** The newest meeting of each ritual. */
  ofRitual: Record<string, string>;
}

const CALLED = { practice: 'sessions', calledSingular: 'session', tellsOfLeaving: 'all' } as const;

const announced = itemKeeper({
  ...CALLED,
  opens: 'announce-session',
  byRole: true,
  openPerMember: (begin) => settingsOf(begin, 'sessions').openAtOnce,
  refuse: ({ payload }, { at }, begin) => refuseDay(String(payload.starts), at, begin),
  given: asTexts,
  said: (item) => `Announced as ${item}; everybody is asked whether they come.`,
});

export const sessionsKeeper: Process<WorkflowStarts['practice'], SessionKeeperState> = {
  ...announced,
  begin: (begin) => ({ ...announced.begin(begin), cycle: null, ofRitual: {} }),
  decide,
  decode: (state) => ({ cycle: null, ofRitual: {}, ...announced.decode(state) }),
};

function decide(state: SessionKeeperState, event: Event, moment: Moment): Step<SessionKeeperState> {
  if (state.done) return nothing(state);
  const cycle: Record<string, string> = state.cycle === null ? {} : { cycle: String(state.cycle) };
  if (event.type === 'acted') {
    const { actor, payload } = event.message;
    const { item, ...step } = opened(CALLED, state, actor.person, { ...cycle, ...asTexts(payload) });
    return { ...step, receipt: { id: item, said: `Announced as ${item}; everybody is asked whether they come.` } };
  }
  if (event.type === 'reported' && event.report.report === 'cycle-began') {
    return nothing({ ...state, cycle: Number(event.report.data.cycle) });
  }
  if (event.type === 'reported' && event.report.report === 'ritual-meets') {
    const { by, ...given } = asTexts(event.report.data);
    const { item, ...step } = opened(CALLED, state, by as string, { ...cycle, ...given });
    return { ...step, state: { ...step.state, ofRitual: { ...state.ofRitual, [given.ritual as string]: item } } };
  }
  if (event.type === 'reported' && event.report.report === 'ritual-turn') {
    const { ritual, facilitator = null } = event.report.data;
    const { network } = state.begin;
    const item = state.ofRitual[String(ritual)];
    if (item === undefined) return nothing(state);
    const id = workflowId({ kind: 'practice-item', network, practice: 'sessions', item });
    return { state, wishes: [report(id, 'facilitator', { facilitator })] };
  }
  const step = announced.decide(state, event, moment);
  return { ...step, state: { ...state, ...step.state } };
}

/** What a matter begins with travels as texts; lists have a space between. */
function asTexts(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said.map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : String(value)]));
}
