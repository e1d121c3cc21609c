/**
 * One mentorship: both agree, then learn of each other and have a tie; they write down what they want to reach; every so
 * often each says in a word how it goes. One bad word, or silence twice, and it is at risk: a facilitator is told that, and
 * nothing else. A second time in a row, and both get somebody else in the next round. What was said is dropped once it is
 * looked at, and never recorded.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import { MENTORING } from '../../../../data/records/tie.ts';
import { type ActionName, type ActMessage, partId, type WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule } from '../../process.ts';
import { ask, calendar, clear, clearAll, dayOf, holders, record, recordBy, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { itemEnds } from '../item-ends.ts';
import { settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practiceItem'];
type Body = BodyOf<'mentorship'>;

export interface MentorshipState extends ProcessState {
  begin: Begin;
  status: Body['status'];
  proposedAt: Instant | null;
  agreedAt: Instant | null;
  consented: string[];
  agreement: Body['agreement'];
  pulses: Body['pulses'];
  /** What was said since the last question: 1 to 4. Null: not asked now. */
  ratings: { person: string; rating: number }[] | null;
  /** Questions in a row that nobody answered. */
  silent: number;
  isOver: boolean;
}

export const mentorshipMatch: Process<Begin, MentorshipState> = {
  actions: [
    'consent-mentorship',
    'agree-mentorship',
    'mentorship-milestone-reached',
    'pulse-mentorship',
    'end-mentorship',
  ],
  begin: (begin) => ({
    ...{ v: 1, due: [], done: false, begin, status: 'proposed', proposedAt: null, agreedAt: null, consented: [] },
    ...{ agreement: null, pulses: { asked: 0, answered: 0 }, ratings: null, silent: 0, isOver: false },
  }),
  refuse,
  decide,
  status: ({ status, pulses }) => ({ stage: status, counts: { ...pulses } }),
  decode: decodeFirstVersion,
};

const MILESTONE_REACHED = 'mentorship-milestone-reached';
/** The lowest that is no reason to worry. */
const GOOD = 3;
const SILENT_TWICE = 2;

function bothOf({ begin }: MentorshipState): [string, string] {
  return [begin.given.mentor as string, begin.given.mentee as string];
}

/** What either is asked about: 1 is the first. */
function milestoneOf({ begin }: MentorshipState, milestone: number): string {
  return partId(begin.item, milestone);
}

function milestonesOf(state: MentorshipState): string[] {
  return (state.agreement?.milestones ?? []).map((_, at) => milestoneOf(state, at + 1));
}

function refuse(
  state: MentorshipState,
  action: ActionName,
  { actor, payload }: ActMessage,
  { at }: Moment,
): string | null {
  const { person } = actor;
  if (!bothOf(state).includes(person)) return 'This mentorship is between two other people.';
  if (state.done) return `${state.begin.item} has ended (${state.status}).`;
  if (action === 'consent-mentorship') {
    if (state.status !== 'proposed') return 'Both have agreed already; end-mentorship ends it.';
    return state.consented.includes(person) ? 'You have agreed already; the other has not answered yet.' : null;
  }
  if (state.status === 'proposed') return 'Both have to agree first: consent-mentorship.';
  switch (action) {
    case 'agree-mentorship': {
      const past = (payload.milestones as string[]).find((day) => day <= dayOf(at));
      return past === undefined ? null : `${past} is no day to come; milestones lie ahead.`;
    }
    case 'mentorship-milestone-reached': {
      const milestones = state.agreement?.milestones ?? [];
      const milestone = milestones[(payload.milestone as number) - 1];
      if (milestone === undefined)
        return `There are ${milestones.length} milestones; write them down with agree-mentorship.`;
      return milestone.reachedAt === null ? null : 'This milestone is reached already.';
    }
    case 'pulse-mentorship':
      if (state.ratings === null)
        return 'You are not asked how it goes at present; end-mentorship ends it at any time.';
      return state.ratings.some((one) => one.person === person) ? 'You have said so already this time.' : null;
    case 'end-mentorship':
      return null;
    default:
      return 'A mentorship does not take this.';
  }
}

function decide(state: MentorshipState, event: Event, moment: Moment): Step<MentorshipState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began': {
      const proposed = { ...state, proposedAt: moment.at };
      const { consentWithin } = settingsOf(begin, 'mentorship');
      return {
        state: proposed,
        wishes: [
          record(begin, moment, fact(proposed, 'proposed')),
          calendar(begin, moment.at, [{ name: 'consent-close', add: consentWithin }], 'asks'),
        ],
      };
    }
    case 'learned':
      return learned(state, event, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      if (event.report.report === 'left') return left(state, moment, String(event.report.data.member));
      return event.report.report === 'stop'
        ? end(state, moment, state.agreedAt === null ? 'lapsed' : 'unsaid')
        : nothing(state);
  }
}

/** Who stays is told, and may have learned something until then. */
function left(state: MentorshipState, moment: Moment, member: string): Step<MentorshipState> {
  const told = tellOther(state, moment, member);
  return end(state, moment, 'left', [...told, ...tookPart(state, [member])]);
}

/** What they learned from each other without saying it is asked for some days later, of those who are there. */
function tookPart(state: MentorshipState, gone: readonly string[] = []): Wish[] {
  const { begin, agreedAt } = state;
  const people = bothOf(state).filter((person) => !gone.includes(person));
  const after = begin.given.kind === 'job-shadow' ? 'shadowing' : 'mentorship';
  if (agreedAt === null) return [];
  return tellPractice(begin, 'tacit-knowledge', 'took-part', { after, about: begin.item, people: people.join(' ') });
}

function tellOther(state: MentorshipState, moment: Moment, gone: string): Wish[] {
  const other = bothOf(state).filter((person) => person !== gone);
  return state.agreedAt === null ? [] : [tell(state.begin, moment, other, 'mentorship-ended', state.begin.item)];
}

/** Dates first, so that whoever is asked knows until when. */
function learned(
  state: MentorshipState,
  { as, result }: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<MentorshipState> {
  const { begin } = state;
  const dues = duesOf(result);
  const planned = schedule(state, ...dues);
  const about = begin.item;
  const both = bothOf(state);
  const until = dues.find(({ what }) => what.endsWith('-close'))?.at ?? null;
  if (as === 'asks') {
    return {
      state: planned,
      wishes: ask(begin, moment, both, { template: 'mentorship-asked', action: 'consent-mentorship', about, until }),
    };
  }
  if (as === 'pulse') {
    const round = state.pulses.asked + 1;
    const asks = ask(begin, moment, both, {
      template: 'mentorship-pulse',
      action: 'pulse-mentorship',
      about,
      until,
      round,
    });
    return { state: { ...planned, ratings: [], pulses: { ...state.pulses, asked: round } }, wishes: asks };
  }
  if (as === 'over') {
    return {
      state: planned,
      wishes: ask(begin, moment, both, { template: 'mentorship-over', action: 'end-mentorship', about, until }),
    };
  }
  return nothing(planned);
}

function due(state: MentorshipState, what: string, moment: Moment): Step<MentorshipState> {
  const { begin } = state;
  const { pulseWithin, pulseEvery, askFor } = settingsOf(begin, 'mentorship');
  if (what.startsWith('milestone-')) {
    const milestone = Number(what.slice('milestone-'.length));
    const about = milestoneOf(state, milestone);
    // Written down anew, they are counted from 1 again: the day tells one from the other.
    const round = Number(state.agreement?.milestones[milestone - 1]?.due.replaceAll('-', ''));
    const request = { template: 'mentorship-milestone', action: MILESTONE_REACHED, about, until: null, round } as const;
    return { state, wishes: ask(begin, moment, bothOf(state), request) };
  }
  switch (what) {
    case 'consent-close':
      return end(state, moment, 'lapsed');
    case 'agree-close':
      return state.agreement === null ? atRisk(state, moment, 'agreement') : nothing(state);
    case 'pulse': {
      const steps = [
        { name: 'pulse-close', add: pulseWithin },
        { name: 'pulse', add: pulseEvery },
      ];
      return { state, wishes: [calendar(begin, moment.at, steps, 'pulse')] };
    }
    case 'pulse-close':
      return lookedAt(state, moment);
    case 'over': {
      // Whatever else was to be asked is not asked any more.
      const over = { ...state, isOver: true, due: [], ratings: null };
      return {
        state: over,
        wishes: [clearAll(moment), calendar(begin, moment.at, [{ name: 'end-close', add: askFor }], 'over')],
      };
    }
    case 'end-close':
      return end(state, moment, 'unsaid', tookPart(state));
    default:
      return nothing(state);
  }
}

/** Who answered answers for both where the other is silent; silence of both counts the second time. */
function lookedAt(state: MentorshipState, moment: Moment): Step<MentorshipState> {
  const { begin } = state;
  const ratings = state.ratings ?? [];
  const silent = ratings.length === 0 ? state.silent + 1 : 0;
  const isBad = ratings.some(({ rating }) => rating < GOOD) || silent >= SILENT_TWICE;
  const asked = clear(moment, { action: 'pulse-mentorship', about: begin.item, people: bothOf(state) });
  const looked = { ...state, ratings: null, silent };
  if (!isBad && ratings.length === 0) return { state: looked, wishes: [asked] };
  if (!isBad) {
    const healthy: MentorshipState = { ...looked, status: 'healthy' };
    return { state: healthy, wishes: [asked, record(begin, moment, fact(healthy, `pulse/${state.pulses.asked}`))] };
  }
  if (state.status === 'at-risk') {
    return end(looked, moment, 'rematch', [tell(begin, moment, bothOf(state), 'mentorship-rematch', begin.item)]);
  }
  const step = atRisk(looked, moment, `pulse/${state.pulses.asked}`);
  return { state: step.state, wishes: [asked, ...step.wishes] };
}

/** A facilitator is told that it is at risk: not who said so, and not what. */
function atRisk(state: MentorshipState, moment: Moment, word: string): Step<MentorshipState> {
  const { begin } = state;
  const risky: MentorshipState = { ...state, status: 'at-risk' };
  const others = (roles: ('facilitator' | 'lead')[]) =>
    holders(begin, roles).filter((person) => !bothOf(state).includes(person));
  const facilitators = others(['facilitator']);
  const told = facilitators.length > 0 ? facilitators : others(['lead']);
  return {
    state: risky,
    wishes: [
      record(begin, moment, fact(risky, word)),
      tell(begin, moment, told, 'mentorship-at-risk', begin.item, undefined, state.pulses.asked),
    ],
  };
}

function acted(state: MentorshipState, action: ActionName, message: ActMessage, moment: Moment): Step<MentorshipState> {
  const { begin } = state;
  const { person } = message.actor;
  switch (action) {
    case 'consent-mentorship':
      return consent(state, message, moment);
    case 'agree-mentorship':
      return agree(state, message, moment);
    case 'mentorship-milestone-reached': {
      const { milestone } = message.payload as { milestone: number };
      const agreement = state.agreement as NonNullable<Body['agreement']>;
      const milestones = agreement.milestones.map((one, at) =>
        at === milestone - 1 ? { ...one, reachedAt: moment.at } : one,
      );
      const reached = {
        ...state,
        due: state.due.filter(({ what }) => what !== `milestone-${milestone}`),
        agreement: { ...agreement, milestones },
      };
      const said = milestones.every(({ reachedAt }) => reachedAt !== null)
        ? 'All your milestones are reached. end-mentorship says so, or write down new ones.'
        : 'Noted: reached.';
      return {
        state: reached,
        wishes: [
          recordBy(begin, moment, person, fact(reached, `milestone/${milestone}/${moment.at}`)),
          clear(moment, { action, about: milestoneOf(state, milestone), people: bothOf(state) }),
        ],
        receipt: { id: begin.item, said },
      };
    }
    case 'pulse-mentorship': {
      const { rating } = message.payload as { rating: number };
      const pulses = { ...state.pulses, answered: state.pulses.answered + 1 };
      const heard = { ...state, pulses, ratings: [...(state.ratings ?? []), { person, rating }] };
      const answered = clear(moment, { action, about: begin.item, people: [person] });
      return {
        state: heard,
        wishes: [answered],
        receipt: { id: null, said: 'Thank you. Nobody is told what you said.' },
      };
    }
    default: {
      const { outcome } = message.payload as { outcome: 'completed' | 'stopped' };
      return {
        ...end(state, moment, outcome, [...tellOther(state, moment, person), ...tookPart(state)]),
        receipt: { id: begin.item, said: `${begin.item} is ${outcome}.` },
      };
    }
  }
}

function consent(state: MentorshipState, { actor, payload }: ActMessage, moment: Moment): Step<MentorshipState> {
  const { begin } = state;
  const { person } = actor;
  if (!(payload as { agree: boolean }).agree) {
    return {
      ...end(state, moment, 'declined'),
      receipt: { id: null, said: 'It does not come about; the other hears nothing of who said so.' },
    };
  }
  const consented = [...state.consented, person].sort();
  const answered = clear(moment, { action: 'consent-mentorship', about: begin.item, people: [person] });
  if (consented.length < 2) {
    return {
      state: { ...state, consented },
      wishes: [answered],
      receipt: { id: null, said: 'Thank you. You hear from us when the other has agreed too.' },
    };
  }
  const agreed: MentorshipState = { ...state, consented, status: 'healthy', agreedAt: moment.at, due: [] };
  const { agreeWithin, pulseEvery, lasts } = settingsOf(begin, 'mentorship');
  const steps = [
    { name: 'agree-close', add: agreeWithin },
    { name: 'pulse', add: pulseEvery },
    { name: 'over', add: lasts },
  ];
  const request = {
    template: 'mentorship-agreed',
    action: 'agree-mentorship',
    about: begin.item,
    until: null,
  } as const;
  return {
    state: agreed,
    wishes: [
      recordBy(begin, moment, person, fact(agreed, 'agreed'), tie(agreed, moment)),
      answered,
      ...ask(begin, moment, bothOf(state), request),
      calendar(begin, moment.at, steps, 'plan'),
    ],
    receipt: { id: begin.item, said: 'You have both agreed: you hear from us how to reach each other.' },
  };
}

/** Either writes it down; whoever writes again replaces it, and milestones that were reached are history. */
function agree(state: MentorshipState, { actor, payload, request }: ActMessage, moment: Moment): Step<MentorshipState> {
  const { begin } = state;
  const { goal, meet, milestones } = payload as {
    goal: string;
    meet: NonNullable<Body['agreement']>['meet'];
    milestones: string[];
  };
  const days = [...new Set(milestones)].sort();
  const agreement = { goal, meet, milestones: days.map((due) => ({ due, reachedAt: null })) };
  const kept = state.due.filter(({ what }) => !what.startsWith('milestone-') && what !== 'agree-close');
  const written: MentorshipState = { ...state, agreement, due: kept };
  const steps = days.map((on, at) => ({ name: `milestone-${at + 1}`, on, add: 'PT0M' }));
  return {
    state: written,
    wishes: [
      recordBy(begin, moment, actor.person, fact(written, `agreement/${request}`)),
      clear(moment, { action: 'agree-mentorship', about: begin.item, people: bothOf(state) }),
      ...milestonesOf(state).map((about) => clear(moment, { action: MILESTONE_REACHED, about, people: bothOf(state) })),
      ...(steps.length === 0 ? [] : [calendar(begin, moment.at, steps, 'plan')]),
    ],
    receipt: { id: begin.item, said: `Written down, with ${days.length} milestones.` },
  };
}

function end(
  state: MentorshipState,
  moment: Moment,
  status: Body['status'],
  before: Wish[] = [],
): Step<MentorshipState> {
  const ended: MentorshipState = { ...state, status, ratings: null, due: [], done: true };
  return {
    state: ended,
    wishes: [...before, record(state.begin, moment, fact(ended, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact(state: MentorshipState, word: string, endedAt: Instant | null = null) {
  const { begin, status, proposedAt, agreedAt, agreement, pulses } = state;
  const { mentor, mentee, kind, skill, round, across, because } = begin.given;
  const body = { mentorship: begin.item, mentor, mentee, kind, skill: skill ?? null, round: Number(round) };
  return {
    kind: 'mentorship' as const,
    body: {
      ...body,
      across: across === undefined ? null : across === 'yes',
      ...{ because, status, proposedAt, agreedAt, agreement, pulses, endedAt },
    },
    key: `mentorship/${begin.item}/${word}`,
  };
}

/** The mentee turns to the mentor. */
function tie(state: MentorshipState, moment: Moment) {
  const [mentor, mentee] = bothOf(state);
  return {
    kind: 'tie' as const,
    body: {
      from: mentee,
      to: mentor,
      type: MENTORING,
      strength: null,
      wave: null,
      time: dayOf(moment.at),
      occurrence: 0,
    },
    key: `mentorship/${state.begin.item}/tie`,
  };
}
