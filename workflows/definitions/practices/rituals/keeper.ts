/**
 * The keeper of rituals: begins those of the charter, those that somebody begins and those of circles, and passes on who
 * comes and who goes, because each of them has calendars to keep right.
 */
import type { ReportSignal, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, Step, Wish } from '../../process.ts';
import { nothing, report } from '../../process.ts';
import { dayOf } from '../../shared.ts';
import { type ItemKeeperState, itemKeeper, opened } from '../item-keeper.ts';
import { restsIn } from '../maturity.ts';
import { settingsOf } from '../practice-module.ts';

export interface RitualKeeperState extends ItemKeeperState {
  /** The ritual of each circle that has one. */
  ofCircle: Record<string, string>;
  /** What is not begun yet, because the stage of growth is not known, or rituals rest in it: of the charter, of circles. */
  waiting: Record<string, string>[];
}

const CALLED = { practice: 'rituals', calledSingular: 'ritual' } as const;
/** What the circles tell of one of them. */
const OF_CIRCLES: readonly string[] = ['circle-joined', 'circle-left', 'circle-ended', 'circle-facilitator'];
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
  begin: (begin) => ({ ...begun.begin(begin), ofCircle: {}, waiting: [] }),
  decide,
  decode: (state) => ({ ofCircle: {}, waiting: [], ...begun.decode(state) }),
};

function decide(state: RitualKeeperState, event: Event, moment: Moment): Step<RitualKeeperState> {
  if (state.done) return nothing(state);
  if (event.type === 'began') return standing(state);
  if (event.type === 'reported') {
    const { report: word, data } = event.report;
    if (word === 'maturity') return restsIn(state) === null ? beginWaiting(state) : nothing(state);
    if (word === 'circle-meets') return circleMeets(state, data);
    if (word === 'joined') return passOn(state, word, data, ofEverybody(state));
    if (word === 'left') return memberLeft(state, data);
    if (OF_CIRCLES.includes(word)) {
      const item = state.ofCircle[String(data.circle)];
      return item === undefined ? nothing(whileWaiting(state, word, data)) : passOn(state, word, data, [item]);
    }
  }
  const step = begun.decide(state, event, moment);
  return { ...step, state: { ...state, ...step.state } };
}

/** Those that the charter names, in its order; where it knows stages of growth, once it is told of the stage. */
function standing(state: RitualKeeperState): Step<RitualKeeperState> {
  const { begin } = state;
  const named = settingsOf(begin, 'rituals').standing.map(({ id: name, ...rest }) => asTexts({ name, ...rest }));
  const now = { ...state, waiting: named };
  return begin.policy.practices?.['theory-of-change'] === undefined ? beginWaiting(now) : nothing(now);
}

function circleMeets(state: RitualKeeperState, data: Readonly<Record<string, unknown>>): Step<RitualKeeperState> {
  if (state.open.length + state.waiting.length >= MOST_RITUALS) return nothing(state);
  const now = { ...state, waiting: [...state.waiting, asTexts(data)] };
  return restsIn(state) === null ? beginWaiting(now) : nothing(now);
}

function beginWaiting(state: RitualKeeperState): Step<RitualKeeperState> {
  // Who began what the charter names: whoever leads; the network itself, where its lead has left meanwhile.
  const lead = state.begin.policy.roles.lead[0] ?? state.begin.network;
  let now: RitualKeeperState = { ...state, waiting: [] };
  const wishes: Wish[] = [];
  for (const given of state.waiting) {
    const { item, ...step } = opened(CALLED, now, given.facilitator ?? lead, given);
    const ofCircle = given.circle === undefined ? now.ofCircle : { ...now.ofCircle, [given.circle]: item };
    now = { ...step.state, ofCircle };
    wishes.push(...step.wishes);
  }
  return { state: now, wishes };
}

/** Who comes to a circle, or goes, before its meetings have begun; one that has ended has none. */
function whileWaiting(state: RitualKeeperState, word: string, data: ReportSignal['data']): RitualKeeperState {
  const isOf = ({ circle }: Record<string, string>) => circle !== undefined && circle === data.circle;
  if (word === 'circle-ended') return { ...state, waiting: state.waiting.filter((given) => !isOf(given)) };
  const withMember = (given: Record<string, string>): Record<string, string> => {
    if (word === 'circle-facilitator') return { ...given, facilitator: String(data.facilitator) };
    const others = (given.people ?? '').split(' ').filter((person) => person !== '' && person !== data.member);
    const people = word === 'circle-joined' ? [...others, String(data.member)].sort() : others;
    return { ...given, people: people.join(' ') };
  };
  return { ...state, waiting: state.waiting.map((given) => (isOf(given) ? withMember(given) : given)) };
}

/** A circle's meetings hear of it by the circle; not so where whoever left only facilitated them. */
function memberLeft(state: RitualKeeperState, data: ReportSignal['data']): Step<RitualKeeperState> {
  const everybody = passOn(state, 'left', data, ofEverybody(state));
  const circles = passOn(state, 'facilitator-left', data, Object.values(state.ofCircle).sort());
  return { state, wishes: [...everybody.wishes, ...circles.wishes] };
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
