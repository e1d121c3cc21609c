/**
 * Groups within a network. One process has them all: who is in which is needed to say who may join, and stays small
 * (100 groups, 4,000 seats). Their meetings are rituals, which are told who comes and who goes.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, nothing } from '../../process.ts';
import { ACTIVE_ONLY, holders, record, recordBy, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { refuseResting } from '../maturity.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Body = BodyOf<'circle'>;
type How = BodyOf<'circle-member'>['how'];

interface Circle extends Omit<Body, 'endedAt'> {
  members: string[];
}

export interface CirclesState extends ProcessState {
  begin: WorkflowStarts['practice'];
  made: number;
  /** Who came and went so far: each is another notice. */
  moves: number;
  circles: Circle[];
}

const MOST_CIRCLES = 100;
const MOST_SEATS = 4_000;

const keeper: Process<WorkflowStarts['practice'], CirclesState> = {
  actions: ['form-circle', 'join-circle', 'leave-circle', 'place-in-circle', 'end-circle'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, made: 0, moves: 0, circles: [] }),
  refuse,
  decide,
  status: ({ done, circles }) => ({
    stage: done ? 'ended' : 'open',
    counts: { circles: circles.length, seats: seatsOf(circles) },
  }),
  decode: decodeFirstVersion,
};

export const circles: PracticeModule<CirclesState, never> = { keeper, item: null };

function refuse(state: CirclesState, action: ActionName, { actor, payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action === 'form-circle') return refuseResting(state) ?? refuseForming(state, payload);
  const circle = state.circles.find((one) => one.circle === payload.circle);
  if (circle === undefined) {
    const there = state.circles.map((one) => one.circle).join(', ');
    return `There is no ${payload.circle}. ${there === '' ? 'There is none yet.' : `There are: ${there}.`}`;
  }
  switch (action) {
    case 'join-circle':
      if (actor.membership !== 'active') return ACTIVE_ONLY;
      if (circle.members.includes(actor.person)) return `You are in ${circle.circle} already.`;
      return refuseSeats(state, circle, [actor.person]);
    case 'leave-circle':
      return circle.members.includes(actor.person) ? null : `You are not in ${circle.circle}.`;
    case 'place-in-circle': {
      const coming = newIn(circle, payload.members as string[]);
      return coming.length === 0 ? `All of them are in ${circle.circle} already.` : refuseSeats(state, circle, coming);
    }
    default:
      return null;
  }
}

function refuseForming(
  { begin, circles: all }: CirclesState,
  { rhythm }: Readonly<Record<string, unknown>>,
): string | null {
  if (all.length >= MOST_CIRCLES) return `There are ${MOST_CIRCLES} groups already; end some of them first.`;
  return rhythm !== undefined && begin.policy.practices?.rituals === undefined
    ? 'Meetings that come again need the practice rituals, which this charter has not switched on; leave rhythm, at and minutes out.'
    : null;
}

function refuseSeats({ begin, circles: all }: CirclesState, circle: Circle, coming: string[]): string | null {
  const { largest, perMember } = settingsOf(begin, 'circles');
  const most = largest[circle.tier];
  if (circle.members.length + coming.length > most) {
    return `${circle.circle} has ${circle.members.length} members, and ${most} is the most for a ${circle.tier}.`;
  }
  const full = coming.filter((person) => all.filter(({ members }) => members.includes(person)).length >= perMember);
  if (full.length > 0) return `${full.join(', ')}: in ${perMember} groups already, which is the most; leave one first.`;
  return seatsOf(all) + coming.length > MOST_SEATS
    ? `There are ${MOST_SEATS} seats in all groups, and all are taken.`
    : null;
}

function decide(state: CirclesState, event: Event, moment: Moment): Step<CirclesState> {
  if (state.done) return nothing(state);
  if (event.type === 'acted') return acted(state, event.action, event.message, moment);
  if (event.type !== 'reported') return nothing(state);
  if (event.report.report === 'left') return goneFromAll(state, String(event.report.data.member), moment);
  if (event.report.report !== 'stop') return nothing(state);
  return { state: { ...state, circles: [], done: true }, wishes: state.circles.map((one) => ends(state, one, moment)) };
}

function acted(state: CirclesState, action: ActionName, message: ActMessage, moment: Moment): Step<CirclesState> {
  const { actor, payload } = message;
  if (action === 'form-circle') return formed(state, message, moment);
  const circle = state.circles.find((one) => one.circle === payload.circle) as Circle;
  switch (action) {
    case 'join-circle': {
      const said = `You are in ${circle.circle} now.`;
      return {
        ...comes(state, circle, [actor.person], 'joined', actor.person, moment),
        receipt: { id: circle.circle, said },
      };
    }
    case 'place-in-circle': {
      const coming = newIn(circle, payload.members as string[]);
      const said = `${coming.length} placed in ${circle.circle}; they are told.`;
      const step = comes(state, circle, coming, 'placed', actor.person, moment);
      const told = tell(state.begin, moment, coming, 'circle-placed', circle.circle, circle.title, state.moves);
      return { ...step, wishes: [...step.wishes, told], receipt: { id: circle.circle, said } };
    }
    case 'leave-circle': {
      const step = goes(state, circle, actor.person, moment);
      return { ...step, receipt: { id: circle.circle, said: `You are no longer in ${circle.circle}.` } };
    }
    default:
      return ended(state, circle, moment);
  }
}

function formed(state: CirclesState, { actor, payload }: ActMessage, moment: Moment): Step<CirclesState> {
  const { begin } = state;
  const made = state.made + 1;
  const given = payload as Pick<Body, 'title' | 'tier' | 'facilitator'> &
    Partial<Pick<Body, 'rhythm' | 'at' | 'minutes'>>;
  const { title, tier, facilitator, rhythm = null, at = null, minutes = null } = given;
  const circle: Circle = {
    ...{ circle: `circle-${made}`, title, tier, facilitator, rhythm, at, minutes, formedAt: moment.at, members: [] },
  };
  const place = typeof payload.place === 'string' ? payload.place : null;
  const format = tier === 'expert-forum' ? 'talk' : 'peer-consulting';
  const meets = { circle: circle.circle, title, facilitator, rhythm, at, minutes, place, format };
  return {
    state: { ...state, made, circles: [...state.circles, circle] },
    wishes: [
      recordBy(begin, moment, actor.person, fact(circle, null)),
      ...(rhythm === null ? [] : tellPractice(begin, 'rituals', 'circle-meets', meets)),
    ],
    receipt: { id: circle.circle, said: `Formed as ${circle.circle}; members join it, or are placed.` },
  };
}

function comes(
  state: CirclesState,
  circle: Circle,
  people: string[],
  how: How,
  by: string,
  moment: Moment,
): Step<CirclesState> {
  const now = { ...circle, members: [...circle.members, ...people].sort() };
  const facts = people.map((member) => memberFact(circle, member, true, how, moment));
  const told = people.flatMap((member, at) =>
    tellPractice(state.begin, 'rituals', 'circle-joined', { circle: circle.circle, member, round: state.moves + at }),
  );
  return {
    state: withCircle({ ...state, moves: state.moves + people.length }, now),
    wishes: [recordBy(state.begin, moment, by, ...facts), ...told],
  };
}

function goes(state: CirclesState, circle: Circle, member: string, moment: Moment): Step<CirclesState> {
  const now = { ...circle, members: circle.members.filter((one) => one !== member) };
  const gone = { circle: circle.circle, member, round: state.moves };
  return {
    state: withCircle({ ...state, moves: state.moves + 1 }, now),
    wishes: [
      recordBy(state.begin, moment, member, memberFact(circle, member, false, 'left', moment)),
      ...tellPractice(state.begin, 'rituals', 'circle-left', gone),
    ],
  };
}

/** Who leaves the network leaves its groups; those that they facilitated get somebody else. */
function goneFromAll(state: CirclesState, member: string, moment: Moment): Step<CirclesState> {
  let now: Step<CirclesState> = nothing(state);
  for (const circle of state.circles.filter(({ facilitator }) => facilitator === member)) {
    const step = facilitatedByAnother(now.state, circle, moment);
    now = { state: step.state, wishes: [...now.wishes, ...step.wishes] };
  }
  const { circles: all } = now.state;
  for (const circle of all.filter(({ members }) => members.includes(member))) {
    const step = goes(now.state, circle, member, moment);
    now = { state: step.state, wishes: [...now.wishes, ...step.wishes] };
  }
  return now;
}

/** A facilitator by role, else a lead, else the first of its members; with none of them the name stays on paper. */
function facilitatedByAnother(state: CirclesState, circle: Circle, moment: Moment): Step<CirclesState> {
  const { begin } = state;
  const candidates = [...holders(begin, ['facilitator']), ...holders(begin, ['lead']), ...circle.members];
  const facilitator = candidates.find((person) => person !== circle.facilitator);
  if (facilitator === undefined) return nothing(state);
  const now = { ...circle, facilitator };
  return {
    state: withCircle(state, now),
    wishes: [
      record(begin, moment, fact(now, null, `facilitator/${moment.at}`)),
      tell(begin, moment, [facilitator], 'circle-yours', circle.circle, circle.title),
      ...tellPractice(begin, 'rituals', 'circle-facilitator', { circle: circle.circle, facilitator }),
    ],
  };
}

function ended(state: CirclesState, circle: Circle, moment: Moment): Step<CirclesState> {
  const { begin } = state;
  const facts = circle.members.map((member) => memberFact(circle, member, false, 'ended', moment));
  return {
    state: { ...state, circles: state.circles.filter((one) => one !== circle) },
    wishes: [
      ends(state, circle, moment),
      record(begin, moment, ...facts),
      tell(begin, moment, circle.members, 'circle-ended', circle.circle, circle.title),
      ...tellPractice(begin, 'rituals', 'circle-ended', { circle: circle.circle }),
    ],
    receipt: { id: circle.circle, said: `${circle.circle} has ended; its members are told.` },
  };
}

function ends({ begin }: CirclesState, circle: Circle, moment: Moment): Wish {
  return record(begin, moment, fact(circle, moment.at));
}

function withCircle(state: CirclesState, circle: Circle): CirclesState {
  return { ...state, circles: state.circles.map((one) => (one.circle === circle.circle ? circle : one)) };
}

function newIn({ members }: Circle, people: readonly string[]): string[] {
  return [...new Set(people)].filter((person) => !members.includes(person)).sort();
}

function seatsOf(all: readonly Circle[]): number {
  return all.reduce((sum, { members }) => sum + members.length, 0);
}

function fact(
  { members: _, ...circle }: Circle,
  endedAt: Instant | null,
  word = endedAt === null ? 'formed' : 'ended',
) {
  return { kind: 'circle' as const, body: { ...circle, endedAt }, key: `circle/${circle.circle}/${word}` };
}

function memberFact({ circle }: Circle, member: string, isIn: boolean, how: How, { at }: Moment) {
  const body = { circle, member, isIn, how, at };
  return { kind: 'circle-member' as const, body, key: `circle/${circle}/${member}/${how}/${at}` };
}
