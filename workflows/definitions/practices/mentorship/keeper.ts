/**
 * Who offers and who looks for a mentor; rounds in which they are matched. It carries who does which, and which matches
 * are open, some dozen bytes each: 3,000 members and as many matches at most.
 */
import type { WorkflowStarts } from '../../../contract/index.ts';
import { type ActionName, type ActMessage, workflowId } from '../../../contract/index.ts';
import type { MentorshipMatch } from '../../../contract/practices/mentorship.ts';
import type { Event, Moment, Process, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, report, schedule, start } from '../../process.ts';
import { ACTIVE_ONLY, calendar, recordBy } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import { settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];
type As = 'mentor' | 'mentee';

export interface MentorshipKeeperState extends ProcessState {
  begin: Begin;
  /** Who is in, and as what: `p05 mentor`. */
  parts: string[];
  rounds: number;
  made: number;
  open: { item: string; mentor: string; mentee: string }[];
}

const MOST_PARTS = 3_000;

export const mentorshipKeeper: Process<Begin, MentorshipKeeperState> = {
  actions: ['offer-mentoring', 'seek-mentoring', 'withdraw-mentoring'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, parts: [], rounds: 0, made: 0, open: [] }),
  refuse,
  decide,
  status: ({ done, parts, rounds, made, open }) => ({
    stage: done ? 'ended' : 'open',
    counts: { offersAndWishes: parts.length, rounds, matched: made, open: open.length },
  }),
  decode: decodeFirstVersion,
};

function refuse(state: MentorshipKeeperState, action: ActionName, { actor, payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const { person } = actor;
  if (action === 'withdraw-mentoring') {
    const as = payload.as as As;
    if (state.parts.includes(partOf(person, as))) return null;
    return as === 'mentor' ? 'You do not offer to be a mentor.' : 'You do not look for a mentor.';
  }
  if (action !== 'offer-mentoring' && action !== 'seek-mentoring') return 'Mentorship does not take this.';
  if (((payload.notWith ?? []) as string[]).includes(person))
    return 'Nobody is matched with themselves; notWith is for others.';
  const isNew = !state.parts.includes(partOf(person, action === 'offer-mentoring' ? 'mentor' : 'mentee'));
  return isNew && state.parts.length >= MOST_PARTS
    ? `There are ${MOST_PARTS} offers and wishes in this network already.`
    : null;
}

function partOf(person: string, as: As): string {
  return `${person} ${as}`;
}

function decide(state: MentorshipKeeperState, event: Event, moment: Moment): Step<MentorshipKeeperState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  const settings = settingsOf(begin, 'mentorship');
  switch (event.type) {
    case 'began':
      return {
        state,
        wishes: [
          perform('notifyMembers', {
            ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at },
            ...{ template: 'mentoring-open', about: 'mentorship', whom: { standing: ['active'] }, round: 0 },
          }),
          calendar(begin, moment.at, [{ name: 'round', add: settings.firstRoundAfter }], 'plan'),
        ],
      };
    case 'due':
      return round(state, moment);
    case 'learned':
      if (event.as === 'matched') return matched(state, event.result as { matches: MentorshipMatch[] });
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report);
  }
}

function round(state: MentorshipKeeperState, moment: Moment): Step<MentorshipKeeperState> {
  const { begin } = state;
  const { roundEvery, matchesPerRound, leastHoursTogether, weigh } = settingsOf(begin, 'mentorship');
  const next = calendar(begin, moment.at, [{ name: 'round', add: roundEvery }], 'plan');
  const isAnybody = ['mentor', 'mentee'].every((as) => state.parts.some((part) => part.endsWith(` ${as}`)));
  if (!isAnybody || restsIn(state) !== null) return { state, wishes: [next] };
  const rounds = state.rounds + 1;
  const question = {
    network: begin.network,
    round: rounds,
    atMost: matchesPerRound,
    leastHoursTogether,
    weigh,
    at: moment.at,
  };
  return { state: { ...state, rounds }, wishes: [perform('matchMentorships', question, 'matched'), next] };
}

function matched(
  state: MentorshipKeeperState,
  { matches }: { matches: MentorshipMatch[] },
): Step<MentorshipKeeperState> {
  const { begin } = state;
  const items = matches.map((match, at) => ({ ...match, item: `mentorship-${state.made + at + 1}` }));
  return {
    state: {
      ...state,
      made: state.made + items.length,
      open: [...state.open, ...items.map(({ item, mentor, mentee }) => ({ item, mentor, mentee }))],
    },
    wishes: items.map(({ item, mentor, mentee, kind, skill, across, because }) =>
      start('practiceItem', itemId(begin, item), {
        ...begin,
        ...{ item, by: mentee },
        given: {
          ...{ mentor, mentee, kind, because, round: String(state.rounds) },
          ...(skill === null ? {} : { skill }),
          ...(across === null ? {} : { across: across ? 'yes' : 'no' }),
        },
      }),
    ),
  };
}

function acted(
  state: MentorshipKeeperState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<MentorshipKeeperState> {
  const { actor, payload, request } = message;
  const member = actor.person;
  const as: As = action === 'offer-mentoring' ? 'mentor' : action === 'seek-mentoring' ? 'mentee' : (payload.as as As);
  const isIn = action !== 'withdraw-mentoring';
  const part = partOf(member, as);
  const others = state.parts.filter((known) => known !== part);
  const said = payload as {
    kinds?: string[];
    kind?: string;
    skills?: string[];
    wish?: string;
    capacity?: number;
    notWith?: string[];
  };
  const body = {
    ...{ member, as, status: isIn ? 'open' : 'withdrawn' },
    kinds: said.kinds ?? [said.kind ?? 'mentoring'],
    skills: said.skills ?? (said.wish === undefined ? [] : [said.wish]),
    ...{ capacity: said.capacity ?? 0, notWith: said.notWith ?? [], at: moment.at },
  };
  const next = state.due.find(({ what }) => what === 'round')?.at.slice(0, 10);
  const when = next === undefined ? '' : ` The next matching is on ${next}.`;
  return {
    state: { ...state, parts: isIn ? [...others, part] : others },
    wishes: [recordBy(state.begin, moment, member, { kind: 'mentoring-part', body, key: `act/${request}` })],
    receipt: {
      id: null,
      said: !isIn ? 'It is taken back; what runs goes on.' : as === 'mentor' ? `Thank you.${when}` : `Noted.${when}`,
    },
  };
}

function reported(
  state: MentorshipKeeperState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
): Step<MentorshipKeeperState> {
  const { begin } = state;
  if (word === 'item-ended') return nothing({ ...state, open: state.open.filter(({ item }) => item !== data.item) });
  if (word === 'stop') {
    return {
      state: { ...state, parts: [], open: [], due: [], done: true },
      wishes: state.open.map(({ item }) => report(itemId(begin, item), 'stop', {})),
    };
  }
  if (word !== 'left') return nothing(state);
  const member = String(data.member);
  return {
    state: { ...state, parts: state.parts.filter((part) => !part.startsWith(`${member} `)) },
    wishes: state.open
      .filter(({ mentor, mentee }) => mentor === member || mentee === member)
      .map(({ item }) => report(itemId(begin, item), 'left', { member })),
  };
}

function itemId({ network }: Begin, item: string): string {
  return workflowId({ kind: 'practice-item', network, practice: 'mentorship', item });
}
