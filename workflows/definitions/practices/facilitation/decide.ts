/**
 * Facilitation: who was trained, and whose turn it is in each stage of a cycle and in each meeting that wants somebody.
 * The rota of a cycle is made at its beginning; in a stage of growth in which it rests, none is. Who declines, is silent, pauses or leaves is replaced by the next. It
 * carries who is trained (500 at most), the turns of the cycle that runs and one for each ritual.
 */
import type { ActionName, ActMessage } from '../../../contract/index.ts';
import type { Event, Moment, Step, Wish } from '../../process.ts';
import { duesOf, nothing, report, schedule, unschedule } from '../../process.ts';
import { ACTIVE_ONLY, clear, dayOf, recordBy } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import type { PracticeModule } from '../practice-module.ts';
import {
  decode,
  type FacilitationState,
  freshTurn,
  MOST_TRAINED,
  stagesOf,
  type Trained,
  type Turn,
  withTurn,
} from './state.ts';
import { answerAwaited, asks, fact, given, handAllOn, handOn, type Rota, rota, settled, tellWho } from './turns.ts';

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
    decode,
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
    const now = { ...state, trained: [...state.trained.filter((one) => one.member !== member), trained] };
    return {
      state: now,
      wishes: [recordBy(begin, moment, actor.person, training(trained, moment, request)), ...triedAgain(now, moment)],
      receipt: { id: null, said: 'Noted: they are in the rota from now on.' },
    };
  }
  if (action === 'pause-facilitation') return paused(state, message, moment);
  const turn = state.turns.find((one) => one.turn === payload.turn) as Turn;
  const answered = clear(moment, { action: 'answer-turn', about: turn.turn, people: [actor.person] });
  if (action === 'swap-turn') {
    const other = String(payload.with);
    const swapped: Turn = { ...turn, facilitator: other, status: 'asked', declined: [...turn.declined, actor.person] };
    return {
      state: withTurn(state, swapped),
      wishes: [
        answered,
        recordBy(begin, moment, actor.person, fact(swapped, moment, `swap/${request}`)),
        ...(turn.status === 'accepted' ? tellWho(swapped) : []),
        ...asks(state, swapped, moment),
        answerAwaited(state, [swapped], moment),
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
    wishes: [
      answered,
      recordBy(begin, moment, actor.person, fact(accepted, moment, `accepted/${request}`)),
      ...tellWho(accepted),
    ],
    receipt: { id: turn.turn, said: `Thank you: ${turn.turn} is yours.` },
  };
}

/** Meetings for which nobody could be found, now that there is one more who can. */
function triedAgain(state: FacilitationState, moment: Moment): Wish[] {
  const open = state.turns.filter(({ status, wantedBy }) => status === 'open' && wantedBy !== null);
  return open.length === 0 ? [] : [rota(state, open, moment)];
}

/** What they have accepted stays theirs; what they were only asked goes to the next. */
function paused(
  state: FacilitationState,
  { actor, payload, request }: ActMessage,
  moment: Moment,
): Step<FacilitationState> {
  const inRota = payload.pause !== true;
  const before = state.trained.find(({ member }) => member === actor.person) as Trained;
  const own = { ...before, inRota };
  const now = { ...state, trained: state.trained.map((one) => (one === before ? own : one)) };
  const recorded = recordBy(state.begin, moment, actor.person, training(own, moment, request));
  const said = 'You are left out. Turns that you accepted stay yours; what you were only asked goes to the next.';
  if (inRota) {
    const wishes = [recorded, ...triedAgain(now, moment)];
    return { state: now, wishes, receipt: { id: null, said: 'You are in the rota again.' } };
  }
  const asked = state.turns.filter((one) => one.facilitator === actor.person && one.status === 'asked');
  const step = handAllOn(now, asked, moment);
  return { state: step.state, wishes: [recorded, ...step.wishes], receipt: { id: null, said } };
}

function reported(
  state: FacilitationState,
  { from, report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<FacilitationState> {
  switch (word) {
    case 'cycle-began': {
      const over = stagesEnd(state, moment);
      if (restsIn(state) !== null) return over;
      const given = rotaOf(over.state, stageTurns(state, Number(data.cycle)), moment);
      return { state: given.state, wishes: [...over.wishes, ...given.wishes] };
    }
    case 'maturity':
      return awake(state, moment);
    case 'stage-began': {
      const turn = `cycle-${data.cycle}.${data.stage}`;
      const stages = stagesOf(state);
      const at = stages.findIndex((one) => one.turn === turn);
      const over = settled(state, moment, stages.slice(0, Math.max(0, at)), (one) => hasRun(state, one));
      return { state: { ...over.state, current: turn }, wishes: over.wishes };
    }
    case 'cycle-done':
      return stagesEnd(state, moment);
    case 'turn-wanted':
      return wanted(state, { turn: String(data.turn), wantedBy: from }, moment);
    case 'turn-over': {
      const turn = state.turns.find((one) => one.turn === data.turn);
      if (turn === undefined) return nothing(state);
      const over = settled(state, moment, [turn], () => data.held === true);
      const turns = over.state.turns.filter((one) => one.turn !== data.turn);
      return { state: { ...over.state, turns }, wishes: over.wishes };
    }
    case 'left': {
      const trained = state.trained.filter(({ member }) => member !== data.member);
      const own = state.turns.filter(
        ({ facilitator, status }) => facilitator === data.member && (status === 'asked' || status === 'accepted'),
      );
      return handAllOn({ ...state, trained }, own, moment);
    }
    case 'stop': {
      const over = settled(state, moment, state.turns, (turn) => hasRun(state, turn));
      return { state: { ...over.state, turns: [], due: [], done: true }, wishes: over.wishes };
    }
    default:
      return nothing(state);
  }
}

/** A meeting wants somebody to lead it. Who wants the same again hears what there is. */
function wanted(
  state: FacilitationState,
  { turn, wantedBy }: { turn: string; wantedBy: string },
  moment: Moment,
): Step<FacilitationState> {
  const known = state.turns.find((one) => one.turn === turn);
  if (known !== undefined) return { state, wishes: tellWho(known) };
  if (restsIn(state) !== null) return { state, wishes: [report(wantedBy, 'turn-rests', { turn })] };
  return rotaOf(state, [freshTurn(turn, wantedBy)], moment);
}

function rotaOf(state: FacilitationState, turns: Turn[], moment: Moment): Step<FacilitationState> {
  if (turns.length === 0) return nothing(state);
  return { state: { ...state, turns: [...state.turns, ...turns] }, wishes: [rota(state, turns, moment)] };
}

function stageTurns({ begin }: FacilitationState, cycle: number): Turn[] {
  return Object.keys(begin.policy.learning.stages).map((stage) => freshTurn(`cycle-${cycle}.${stage}`, null));
}

/** It no longer rests: of a cycle that runs without turns, the stages that are still to come get theirs. */
function awake(state: FacilitationState, moment: Moment): Step<FacilitationState> {
  const { current } = state;
  const cycle = /^cycle-(\d+)\./.exec(current ?? '')?.[1];
  if (restsIn(state) !== null || cycle === undefined || stagesOf(state).length > 0) return nothing(state);
  const turns = stageTurns(state, Number(cycle));
  return rotaOf(state, turns.slice(turns.findIndex(({ turn }) => turn === current) + 1), moment);
}

function stagesEnd(state: FacilitationState, moment: Moment): Step<FacilitationState> {
  const over = settled(state, moment, stagesOf(state), (turn) => hasRun(state, turn));
  const turns = over.state.turns.filter(({ wantedBy }) => wantedBy !== null);
  return { state: { ...over.state, turns, current: null }, wishes: over.wishes };
}

/** A stage that runs or ran; a meeting says itself when it was held. */
function hasRun(state: FacilitationState, turn: Turn): boolean {
  const stages = stagesOf(state).map((one) => one.turn);
  return turn.wantedBy === null && stages.indexOf(turn.turn) <= stages.indexOf(state.current ?? '');
}

function training(trained: Trained, moment: Moment, request: string) {
  return { kind: 'facilitator-training' as const, body: { ...trained, at: moment.at }, key: `act/${request}` };
}
