/**
 * Facilitation: who was trained, and whose turn it is in each stage of a cycle. The rota of a cycle is made at its
 * beginning; who declines, is silent or leaves is replaced by the next. It carries who is trained and the turns of the
 * cycle that runs: 500 facilitators at most.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ACTIVE_ONLY, ask, calendar, clear, dayOf, holders, record, recordBy, tell } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];
type Status = BodyOf<'facilitation-turn'>['status'];

interface Turn {
  turn: string;
  facilitator: string | null;
  status: Status;
  declined: string[];
}

interface Trained {
  member: string;
  on: string;
  what: string | null;
  notedBy: string;
  inRota: boolean;
}

export interface FacilitationState extends ProcessState {
  begin: Begin;
  trained: Trained[];
  /** Of the cycle that runs, in order. */
  turns: Turn[];
  /** The stage that runs; null between cycles. */
  current: string | null;
  held: number;
}

const MOST_TRAINED = 500;

export const facilitation: PracticeModule<FacilitationState, never> = {
  keeper: {
    actions: ['record-training', 'pause-facilitation', 'answer-turn', 'swap-turn'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, trained: [], turns: [], current: null, held: 0 }),
    refuse,
    decide,
    status: ({ done, trained, turns, held }) => ({
      stage: done ? 'ended' : 'open',
      counts: {
        ...{ trained: trained.length, inRota: trained.filter(({ inRota }) => inRota).length, held },
        waiting: turns.filter(({ status }) => status === 'asked').length,
      },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(
  state: FacilitationState,
  action: ActionName,
  { actor, payload }: ActMessage,
  { at }: Moment,
): string | null {
  if (state.done) return 'The network is closed.';
  const { person, membership } = actor;
  const known = (member: unknown) => state.trained.find((one) => one.member === member);
  switch (action) {
    case 'record-training':
      if (String(payload.on) > dayOf(at)) return `${payload.on} has not come yet; note a training when it is over.`;
      return known(payload.member) === undefined && state.trained.length >= MOST_TRAINED
        ? `${MOST_TRAINED} facilitators are on record already.`
        : null;
    case 'pause-facilitation':
      if (membership !== 'active') return ACTIVE_ONLY;
      if (known(person) === undefined) return 'You are not on record as trained; record-training is for the lead.';
      return null;
    case 'answer-turn':
    case 'swap-turn': {
      const turn = state.turns.find((one) => one.turn === payload.turn);
      if (turn === undefined) return `There is no turn '${payload.turn}' at present.`;
      if (turn.facilitator !== person) return 'Only whose turn it is says so.';
      if (turn.status !== 'asked' && turn.status !== 'accepted') return `This turn is ${turn.status}.`;
      if (action === 'answer-turn') {
        return payload.accept === true && turn.status === 'accepted' ? 'You have accepted already.' : null;
      }
      if (payload.with === person) return 'Hand it to somebody else.';
      const other = known(payload.with);
      return other?.inRota === true ? null : 'They are not on record as trained, or are not in the rota at present.';
    }
    default:
      return 'Facilitation does not take this.';
  }
}

function decide(state: FacilitationState, event: Event, moment: Moment): Step<FacilitationState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return nothing(state);
    case 'learned':
      if (event.as === 'rota') return given(state, event.result as Rota, moment);
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due': {
      const turn = state.turns.find((one) => `answer:${one.turn}` === event.what);
      return turn?.status === 'asked' ? handOn(state, turn, moment) : nothing(state);
    }
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'reported':
      return reported(state, event.report, moment);
  }
}

interface Rota {
  turns: { turn: string; facilitator: string | null }[];
}

/** Those who were found are asked; where nobody was, a facilitator by role hears of it. */
function given(state: FacilitationState, { turns }: Rota, moment: Moment): Step<FacilitationState> {
  const { begin } = state;
  const { answerWithin } = settingsOf(begin, 'facilitation');
  const found = new Map(turns.map(({ turn, facilitator }) => [turn, facilitator]));
  const now = state.turns.map((turn): Turn => {
    const facilitator = found.get(turn.turn);
    if (facilitator === undefined) return turn;
    return { ...turn, facilitator, status: facilitator === null ? 'open' : 'asked' };
  });
  const changed = now.filter(({ turn }) => found.has(turn));
  const open = changed.filter(({ status }) => status === 'open');
  const told = holders(begin, ['facilitator', 'lead']);
  return {
    state: { ...state, turns: now },
    wishes: [
      ...changed.flatMap((turn): Wish[] => [
        record(begin, moment, fact(turn, moment, 'given')),
        ...asks(state, turn, moment),
      ]),
      ...open.map(({ turn }) => tell(begin, moment, told, 'turn-open', turn)),
      calendar(
        begin,
        moment.at,
        changed.map(({ turn }) => ({ name: `answer:${turn}`, add: answerWithin })),
        'plan',
      ),
    ],
  };
}

function asks({ begin }: FacilitationState, { turn, facilitator, status, declined }: Turn, moment: Moment): Wish[] {
  if (facilitator === null || status !== 'asked') return [];
  const request = { template: 'turn-asked', action: 'answer-turn', about: turn, until: null } as const;
  return ask(begin, moment, [facilitator], declined.length === 0 ? request : { ...request, round: declined.length });
}

/** To the next who can; never back to who declined. */
function handOn(
  state: FacilitationState,
  { turn, facilitator, declined }: Turn,
  moment: Moment,
): Step<FacilitationState> {
  const { begin } = state;
  const notFor = facilitator === null ? declined : [...declined, facilitator];
  const turns = state.turns.map((one) => (one.turn === turn ? { ...one, facilitator: null, declined: notFor } : one));
  return {
    state: unschedule({ ...state, turns }, `answer:${turn}`),
    wishes: [
      ...(facilitator === null ? [] : [clear(moment, { action: 'answer-turn', about: turn, people: [facilitator] })]),
      rota(begin, [{ turn, notFor }], moment),
    ],
  };
}

function rota(begin: Begin, turns: { turn: string; notFor: string[] }[], moment: Moment): Wish {
  const { loadOver } = settingsOf(begin, 'facilitation');
  return perform('nextFacilitators', { network: begin.network, turns, loadOver, at: moment.at }, 'rota');
}

function acted(
  state: FacilitationState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<FacilitationState> {
  const { begin } = state;
  const { actor, payload, request } = message;
  if (action === 'record-training') {
    const { member, on, what = null } = payload as { member: string; on: string; what?: string };
    const trained = { member, on, what, notedBy: actor.person, inRota: true };
    return {
      state: { ...state, trained: [...state.trained.filter((one) => one.member !== member), trained] },
      wishes: [recordBy(begin, moment, actor.person, training(trained, moment, request))],
      receipt: { id: null, said: 'Noted: they are in the rota from now on.' },
    };
  }
  if (action === 'pause-facilitation') {
    const inRota = payload.pause !== true;
    const before = state.trained.find(({ member }) => member === actor.person) as Trained;
    const own = { ...before, inRota };
    return {
      state: { ...state, trained: state.trained.map((one) => (one === before ? own : one)) },
      wishes: [recordBy(begin, moment, actor.person, training(own, moment, request))],
      receipt: {
        id: null,
        said: inRota ? 'You are in the rota again.' : 'You are left out; turns that you accepted stay yours.',
      },
    };
  }
  const turn = state.turns.find((one) => one.turn === payload.turn) as Turn;
  const answered = clear(moment, { action: 'answer-turn', about: turn.turn, people: [actor.person] });
  if (action === 'swap-turn') {
    const other = String(payload.with);
    const swapped: Turn = { ...turn, facilitator: other, status: 'asked', declined: [...turn.declined, actor.person] };
    const { answerWithin } = settingsOf(begin, 'facilitation');
    return {
      state: withTurn(state, swapped),
      wishes: [
        answered,
        recordBy(begin, moment, actor.person, fact(swapped, moment, `swap/${request}`)),
        ...asks(state, swapped, moment),
        calendar(begin, moment.at, [{ name: `answer:${turn.turn}`, add: answerWithin }], 'plan'),
      ],
      receipt: { id: turn.turn, said: 'They are asked. Where they decline, the next one is.' },
    };
  }
  if (payload.accept !== true) {
    const step = handOn(state, turn, moment);
    return { ...step, receipt: { id: turn.turn, said: 'Thank you for saying so: the next one is asked.' } };
  }
  const accepted: Turn = { ...turn, status: 'accepted' };
  return {
    state: unschedule(withTurn(state, accepted), `answer:${turn.turn}`),
    wishes: [answered, recordBy(begin, moment, actor.person, fact(accepted, moment, `accepted/${request}`))],
    receipt: { id: turn.turn, said: `Thank you: ${turn.turn} is yours.` },
  };
}

function withTurn(state: FacilitationState, turn: Turn): FacilitationState {
  return { ...state, turns: state.turns.map((one) => (one.turn === turn.turn ? turn : one)) };
}

function reported(
  state: FacilitationState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<FacilitationState> {
  const { begin } = state;
  switch (word) {
    case 'cycle-began': {
      const closed = settled(state, moment, () => true);
      const names = Object.keys(begin.policy.learning.stages).map((stage) => `cycle-${data.cycle}.${stage}`);
      const turns = names.map((turn): Turn => ({ turn, facilitator: null, status: 'open', declined: [] }));
      const asked = names.map((turn) => ({ turn, notFor: [] }));
      return { state: { ...closed.state, turns }, wishes: [...closed.wishes, rota(begin, asked, moment)] };
    }
    case 'stage-began': {
      const turn = `cycle-${data.cycle}.${data.stage}`;
      const at = state.turns.findIndex((one) => one.turn === turn);
      const over = settled(state, moment, (_, index) => index < at);
      return { state: { ...over.state, current: turn }, wishes: over.wishes };
    }
    case 'cycle-done': {
      const over = settled(state, moment, () => true);
      return { state: { ...over.state, turns: [], current: null, due: [] }, wishes: over.wishes };
    }
    case 'left': {
      const trained = state.trained.filter(({ member }) => member !== data.member);
      const own = state.turns.filter(
        ({ facilitator, status }) => facilitator === data.member && (status === 'asked' || status === 'accepted'),
      );
      return own.reduce<Step<FacilitationState>>(
        (step, turn) => {
          const next = handOn(step.state, turn, moment);
          return { state: next.state, wishes: [...step.wishes, ...next.wishes] };
        },
        { state: { ...state, trained }, wishes: [] },
      );
    }
    case 'stop': {
      const over = settled(state, moment, () => true);
      return { state: { ...over.state, turns: [], due: [], done: true }, wishes: over.wishes };
    }
    default:
      return nothing(state);
  }
}

/** Turns whose time is over: held where somebody had accepted and their stage has run, and otherwise not. */
function settled(
  state: FacilitationState,
  moment: Moment,
  isOver: (turn: Turn, index: number) => boolean,
): Step<FacilitationState> {
  const { begin } = state;
  const ranUntil = state.turns.findIndex(({ turn }) => turn === state.current);
  const over = state.turns.filter(
    (turn, index) => isOver(turn, index) && turn.status !== 'held' && turn.status !== 'not-held',
  );
  const now = over.map((turn): Turn => {
    const hasRun = state.turns.indexOf(turn) <= ranUntil;
    return { ...turn, status: turn.status === 'accepted' && hasRun ? 'held' : 'not-held' };
  });
  const asked = over.filter(({ status }) => status === 'asked');
  return {
    state: {
      ...state,
      due: state.due.filter(({ what }) => !now.some(({ turn }) => what === `answer:${turn}`)),
      turns: state.turns.map((turn) => now.find((one) => one.turn === turn.turn) ?? turn),
      held: state.held + now.filter(({ status }) => status === 'held').length,
    },
    wishes: [
      ...asked.map(({ turn, facilitator }) =>
        clear(moment, { action: 'answer-turn', about: turn, people: [facilitator as string] }),
      ),
      ...(now.length === 0 ? [] : [record(begin, moment, ...now.map((turn) => fact(turn, moment, 'over')))]),
    ],
  };
}

function fact({ turn, facilitator, status, declined }: Turn, moment: Moment, word: string) {
  const body = { turn, facilitator, status, declined: declined.length, at: moment.at };
  return { kind: 'facilitation-turn' as const, body, key: `facilitation/${turn}/${declined.length}/${word}` };
}

function training(trained: Trained, moment: Moment, request: string) {
  return { kind: 'facilitator-training' as const, body: { ...trained, at: moment.at }, key: `act/${request}` };
}
