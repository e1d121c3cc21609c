/**
 * The keeper of rituals: begins those of the charter, those that somebody begins and those of circles, and passes on who
 * comes and who goes, because each of them has calendars to keep right.
 */
import type { WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, Step, Wish } from '../../process.ts';
import { nothing, report } from '../../process.ts';
import { dayOf } from '../../shared.ts';
import { type ItemKeeperState, itemKeeper, opened } from '../item-keeper.ts';
import { settingsOf } from '../practice-module.ts';

export interface RitualKeeperState extends ItemKeeperState {
  /** The ritual of each circle that has one. */
  ofCircle: Record<string, string>;
}

const CALLED = { practice: 'rituals', calledSingular: 'ritual' } as const;
/** Beyond that people would do nothing but meet. */
const MOST_RITUALS = 300;

const begun = itemKeeper({
  ...CALLED,
  opens: 'begin-ritual',
  byRole: true,
  openPerMember: (begin) => settingsOf(begin, 'rituals').openAtOnce,
  refuse: ({ payload }, { at }) =>
    payload.from !== undefined && String(payload.from) <= dayOf(at)
      ? `${payload.from} is no day to come; begin on a later one.`
      : null,
  given: asTexts,
  said: (item) => `Begun as ${item}; everybody gets it into their calendar.`,
});

export const ritualsKeeper: Process<WorkflowStarts['practice'], RitualKeeperState> = {
  ...begun,
  begin: (begin) => ({ ...begun.begin(begin), ofCircle: {} }),
  decide,
  decode: (state) => ({ ofCircle: {}, ...begun.decode(state) }),
};

function decide(state: RitualKeeperState, event: Event, moment: Moment): Step<RitualKeeperState> {
  if (state.done) return nothing(state);
  if (event.type === 'began') return standing(state);
  if (event.type === 'reported') {
    const { report: word, data } = event.report;
    if (word === 'circle-meets') return circleMeets(state, data);
    if (word === 'joined' || word === 'left') return passOn(state, word, data, ofEverybody(state));
    if (
      word === 'circle-joined' ||
      word === 'circle-left' ||
      word === 'circle-ended' ||
      word === 'circle-facilitator'
    ) {
      const item = state.ofCircle[String(data.circle)];
      return passOn(state, word, data, item === undefined ? [] : [item]);
    }
  }
  const step = begun.decide(state, event, moment);
  return { ...step, state: { ...state, ...step.state } };
}

/** Those that the charter names, in its order. */
function standing(state: RitualKeeperState): Step<RitualKeeperState> {
  const { begin } = state;
  // Who began what the charter names: whoever leads; the network itself, where its lead has left meanwhile.
  const lead = begin.policy.roles.lead[0] ?? begin.network;
  let now = state;
  const wishes: Wish[] = [];
  for (const { id: name, ...rest } of settingsOf(begin, 'rituals').standing) {
    const step = opened(CALLED, now, lead, asTexts({ name, ...rest }));
    now = step.state;
    wishes.push(...step.wishes);
  }
  return { state: now, wishes };
}

function circleMeets(state: RitualKeeperState, data: Readonly<Record<string, unknown>>): Step<RitualKeeperState> {
  if (state.open.length >= MOST_RITUALS) return nothing(state);
  const given = asTexts(data);
  const { item, ...step } = opened(CALLED, state, given.facilitator as string, given);
  return { ...step, state: { ...step.state, ofCircle: { ...state.ofCircle, [given.circle as string]: item } } };
}

function ofEverybody({ open, ofCircle }: RitualKeeperState): string[] {
  const ofCircles = new Set(Object.values(ofCircle));
  return open.map(({ item }) => item).filter((item) => !ofCircles.has(item));
}

function passOn(
  state: RitualKeeperState,
  word: string,
  data: Record<string, string | number | boolean | null>,
  items: string[],
): Step<RitualKeeperState> {
  const { network } = state.begin;
  return {
    state,
    wishes: items.map((item) =>
      report(workflowId({ kind: 'practice-item', network, practice: 'rituals', item }), word, data),
    ),
  };
}

/** What a matter begins with travels as texts. */
function asTexts(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said.map(([key, value]) => [key, String(value)]));
}
