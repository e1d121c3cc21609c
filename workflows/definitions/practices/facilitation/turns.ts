/** The life of a turn: somebody is found and asked, it goes on to the next, and it is over. */
import type { Wish } from '../../process.ts';
import { type Moment, perform, report, type Step, unschedule } from '../../process.ts';
import { ask, calendar, clear, holders, record, tell } from '../../shared.ts';
import { settingsOf } from '../practice-module.ts';
import type { FacilitationState, Turn } from './state.ts';

export interface Rota {
  turns: { turn: string; facilitator: string | null }[];
}

/** Those who were found are asked; where nobody was, a facilitator by role hears of it. */
export function given(state: FacilitationState, { turns }: Rota, moment: Moment): Step<FacilitationState> {
  const { begin } = state;
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
        // Where nobody was found first and somebody later, both are facts.
        record(begin, moment, fact(turn, moment, turn.status === 'open' ? 'open' : 'given')),
        ...asks(state, turn, moment),
      ]),
      ...open.map(({ turn }) => tell(begin, moment, told, 'turn-open', turn)),
      answerAwaited(state, changed, moment),
    ],
  };
}

export function asks(
  { begin }: FacilitationState,
  { turn, facilitator, status, declined }: Turn,
  moment: Moment,
): Wish[] {
  if (facilitator === null || status !== 'asked') return [];
  const request = { template: 'turn-asked', action: 'answer-turn', about: turn, until: null } as const;
  return ask(begin, moment, [facilitator], declined.length === 0 ? request : { ...request, round: declined.length });
}

export function answerAwaited({ begin }: FacilitationState, turns: readonly Turn[], moment: Moment): Wish {
  const { answerWithin } = settingsOf(begin, 'facilitation');
  const steps = turns.map(({ turn }) => ({ name: `answer:${turn}`, add: answerWithin }));
  return calendar(begin, moment.at, steps, 'plan');
}

/** To the next who can; never back to who declined. */
export function handOn(state: FacilitationState, turn: Turn, moment: Moment): Step<FacilitationState> {
  const { facilitator, declined } = turn;
  const notFor = facilitator === null ? declined : [...declined, facilitator];
  const free: Turn = { ...turn, facilitator: null, declined: notFor };
  const turns = state.turns.map((one) => (one.turn === turn.turn ? free : one));
  const asked = { action: 'answer-turn', about: turn.turn, people: facilitator === null ? [] : [facilitator] };
  return {
    state: unschedule({ ...state, turns }, `answer:${turn.turn}`),
    wishes: [
      ...(facilitator === null ? [] : [clear(moment, asked)]),
      ...(turn.status === 'accepted' ? tellWho(free) : []),
      rota(state, [free], moment),
    ],
  };
}

/** Several turns of one person go on, one after another. */
export function handAllOn(state: FacilitationState, turns: readonly Turn[], moment: Moment): Step<FacilitationState> {
  return turns.reduce<Step<FacilitationState>>(
    (step, turn) => {
      const next = handOn(step.state, turn, moment);
      return { state: next.state, wishes: [...step.wishes, ...next.wishes] };
    },
    { state, wishes: [] },
  );
}

export function rota({ begin }: FacilitationState, turns: readonly Turn[], moment: Moment): Wish {
  const { loadOver } = settingsOf(begin, 'facilitation');
  const asked = turns.map(({ turn, declined }) => ({ turn, notFor: declined }));
  return perform('nextFacilitators', { network: begin.network, turns: asked, loadOver, at: moment.at }, 'rota');
}

/** Whoever wanted the turn hears who has agreed to it; null: nobody has. */
export function tellWho({ turn, status, facilitator, wantedBy }: Turn): Wish[] {
  const agreed = status === 'accepted' ? facilitator : null;
  return wantedBy === null ? [] : [report(wantedBy, 'turn-taken', { turn, facilitator: agreed })];
}

/** Turns whose time is over: held where somebody had accepted and what they were for was held, and otherwise not. */
export function settled(
  state: FacilitationState,
  moment: Moment,
  over: readonly Turn[],
  wasHeld: (turn: Turn) => boolean,
): Step<FacilitationState> {
  const { begin } = state;
  const left = over.filter(({ status }) => status !== 'held' && status !== 'not-held');
  const now = left.map((turn): Turn => {
    return { ...turn, status: turn.status === 'accepted' && wasHeld(turn) ? 'held' : 'not-held' };
  });
  const asked = left.filter(({ status }) => status === 'asked');
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

export function fact({ turn, facilitator, status, declined }: Turn, moment: Moment, word: string) {
  const body = { turn, facilitator, status, declined: declined.length, at: moment.at };
  return { kind: 'facilitation-turn' as const, body, key: `facilitation/${turn}/${declined.length}/${word}` };
}
