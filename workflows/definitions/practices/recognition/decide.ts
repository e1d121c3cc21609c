/**
 * Recognition: by turns, members are thanked for what they did for others, each in private; who agrees is named to all,
 * in the order of names. It carries who was asked in one round; numbers of deeds are nowhere, so that nobody is ranked.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clear, clearAll, record, recordBy, tell } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Deed = Pick<BodyOf<'recognition'>, 'member' | 'deed' | 'about'>;

export interface RecognitionState extends ProcessState {
  begin: WorkflowStarts['practice'];
  rounds: number;
  thanked: number;
  /** Who is asked whether others may hear of it. */
  open: { round: string; asked: string[]; anyAgreed: boolean } | null;
  /** Whose answer is being written down. */
  answering: { member: string; public: boolean; request: string } | null;
}

export const recognition: PracticeModule<RecognitionState, never> = {
  keeper: {
    actions: ['agree-recognition'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, rounds: 0, thanked: 0, open: null, answering: null },
    }),
    refuse,
    decide,
    status: ({ done, rounds, thanked }) => ({ stage: done ? 'ended' : 'open', counts: { rounds, thanked } }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(state: RecognitionState, action: ActionName, { actor, payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'agree-recognition') return 'This is not done here.';
  const { open } = state;
  if (open === null || open.round !== payload.round) return 'Nobody is asked about that any more; silence was no.';
  return open.asked.includes(actor.person) ? null : 'Only who is thanked says whether others may hear of it.';
}

function decide(state: RecognitionState, event: Event, moment: Moment): Step<RecognitionState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return { state, wishes: [nextTime(state, moment)] };
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return asked(state, event.message);
    case 'learned':
      return learned(state, event, moment);
    case 'reported':
      return event.report.report === 'stop'
        ? { state: { ...state, open: null, due: [], done: true }, wishes: [clearAll(moment)] }
        : nothing(state);
  }
}

function nextTime({ begin }: RecognitionState, moment: Moment): Wish {
  return calendar(begin, moment.at, [{ name: 'look', add: settingsOf(begin, 'recognition').every }], 'next');
}

function due(state: RecognitionState, what: string, moment: Moment): Step<RecognitionState> {
  const { begin } = state;
  if (what === 'over') return told(state, moment);
  if (what !== 'look') return nothing(state);
  const { atMost } = settingsOf(begin, 'recognition');
  // Whoever has not answered by the next round has said no.
  const rested = state.open === null ? { state, wishes: [] } : told(state, moment);
  // What was done while it rests is found by the next round.
  const find = restsIn(state) === null ? [perform('findDeeds', { network: begin.network, atMost }, 'deeds')] : [];
  return { state: rested.state, wishes: [...rested.wishes, nextTime(state, moment), ...find] };
}

function learned(
  state: RecognitionState,
  { as, result }: Extract<Event, { type: 'learned' }>,
  moment: Moment,
): Step<RecognitionState> {
  if (as === 'deeds') return thank(state, (result as { deeds: Deed[] }).deeds, moment);
  if (as === 'own') return answered(state, (result as { deeds: BodyOf<'recognition'>[] }).deeds, moment);
  return nothing(schedule(state, ...duesOf(result)));
}

function thank(state: RecognitionState, deeds: Deed[], moment: Moment): Step<RecognitionState> {
  const { begin } = state;
  if (deeds.length === 0) return nothing(state);
  const settings = settingsOf(begin, 'recognition');
  const round = `thanks-${state.rounds + 1}`;
  const people = [...new Set(deeds.map(({ member }) => member))].sort();
  const facts = deeds.map((deed) => ({
    kind: 'recognition' as const,
    body: { ...deed, round, thankedAt: moment.at, public: null },
    key: `recognition/${deed.member}/${deed.deed}/${deed.about}`,
  }));
  const counted = { ...state, rounds: state.rounds + 1, thanked: state.thanked + deeds.length };
  const recorded = record(begin, moment, ...facts);
  if (!settings.public) return { state: counted, wishes: [recorded, tell(begin, moment, people, 'thanks', round)] };
  const request = { template: 'thanks-ask', action: 'agree-recognition', about: round, until: null } as const;
  return {
    state: { ...counted, open: { round, asked: people, anyAgreed: false } },
    wishes: [
      ...[recorded, ...ask(begin, moment, people, request)],
      calendar(begin, moment.at, [{ name: 'over', add: settings.askFor }], 'ask'),
    ],
  };
}

function asked(state: RecognitionState, { actor, payload, request }: ActMessage): Step<RecognitionState> {
  const { round, public: may } = payload as { round: string; public: boolean };
  const { network } = state.begin;
  return {
    state: { ...state, answering: { member: actor.person, public: may, request } },
    wishes: [perform('deedsOf', { network, round, member: actor.person }, 'own')],
  };
}

function answered(state: RecognitionState, deeds: BodyOf<'recognition'>[], moment: Moment): Step<RecognitionState> {
  const { answering, open, begin } = state;
  if (answering === null || open === null) return nothing({ ...state, answering: null });
  const { member, public: may, request } = answering;
  const facts = deeds.map((deed, at) => ({
    kind: 'recognition' as const,
    body: { ...deed, public: may },
    key: `act/${request}/${at}`,
  }));
  const said = may ? 'Thank you: others hear of it, by name and without numbers.' : 'It stays between us.';
  return {
    state: { ...state, answering: null, open: { ...open, anyAgreed: open.anyAgreed || may } },
    wishes: [
      ...(facts.length === 0 ? [] : [recordBy(begin, moment, member, ...facts)]),
      clear(moment, { action: 'agree-recognition', about: open.round, people: [member] }),
    ],
    receipt: { id: open.round, said },
  };
}

/** The round is over: who agreed is named to all. Whether they still do is looked at as each mail is written. */
function told(state: RecognitionState, moment: Moment): Step<RecognitionState> {
  const { begin, open } = state;
  if (open === null) return nothing(state);
  const notice = { template: 'thanks-public' as const, about: open.round, whom: { standing: ['active' as const] } };
  const { network } = begin;
  const { workflowId, at } = moment;
  return {
    state: unschedule({ ...state, open: null }, 'over'),
    wishes: [
      clearAll(moment),
      ...(open.anyAgreed ? [perform('notifyMembers', { network, workflowId, at, round: 0, ...notice })] : []),
    ],
  };
}
