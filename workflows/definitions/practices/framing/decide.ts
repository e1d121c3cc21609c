/**
 * Framing of cycles in versions, and catching up: who joins gets a digest of all there is, everybody at a cadence one of
 * what has changed since their last. What a digest says is looked up when it is sent (`activities/practices/framing.ts`);
 * nothing of it is carried here.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule } from '../../process.ts';
import { ask, calendar, clear, clearAll, holders, lacksRight, recordBy, tell } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];

export interface FramingState extends ProcessState {
  begin: Begin;
  /** The running cycle and the newest version of its framing; null: none runs. */
  cycle: { cycle: number; version: number } | null;
  /** Digests to everybody so far. */
  digests: number;
}

export const framing: PracticeModule<FramingState, never> = {
  keeper: {
    actions: ['frame-cycle'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, cycle: null, digests: 0 }),
    refuse,
    decide,
    status: ({ done, cycle, digests }) => ({
      stage: done ? 'ended' : cycle !== null && cycle.version === 0 ? `cycle ${cycle.cycle} is not framed` : 'open',
      counts: { version: cycle?.version ?? 0, digests },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(state: FramingState, action: ActionName, message: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'frame-cycle') return 'This is not done here.';
  return (
    lacksRight(state.begin.policy, 'set-agenda', message) ??
    (state.cycle === null ? 'No learning cycle is running.' : null)
  );
}

function decide(state: FramingState, event: Event, moment: Moment): Step<FramingState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return { state, wishes: [nextDigest(state.begin, moment)] };
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return digest(state, moment);
    case 'acted':
      return framed(state, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
  }
}

function reported(
  state: FramingState,
  word: string,
  data: Record<string, unknown>,
  moment: Moment,
): Step<FramingState> {
  const { begin } = state;
  switch (word) {
    case 'cycle-began': {
      const cycle = Number(data.cycle);
      const people = holders(begin, begin.policy.rights['set-agenda']);
      const asks = ask(begin, moment, people, {
        ...{ template: 'framing-asked', action: 'frame-cycle', about: aboutOf(cycle), until: null },
      });
      return { state: { ...state, cycle: { cycle, version: 0 } }, wishes: asks };
    }
    case 'cycle-done':
      return { state: { ...state, cycle: null }, wishes: [clearAll(moment, 'frame-cycle')] };
    case 'joined':
      return { state, wishes: [tell(begin, moment, [String(data.member)], 'catch-up', digestId(0), undefined, 0)] };
    case 'stop':
      return { state: { ...state, due: [], done: true }, wishes: [clearAll(moment)] };
    default:
      return nothing(state);
  }
}

/** Where the stage of growth lets this practice rest, the digest is left out, and the next one has the more to say. */
function digest(state: FramingState, moment: Moment): Step<FramingState> {
  const { begin } = state;
  const next = nextDigest(begin, moment);
  if (restsIn(state) !== null) return { state, wishes: [next] };
  const digests = state.digests + 1;
  return {
    state: { ...state, digests },
    wishes: [
      perform('notifyMembers', {
        ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at, template: 'catch-up', round: 0 },
        ...{ about: digestId(digests), whom: { standing: ['active'] } },
      }),
      next,
    ],
  };
}

function nextDigest(begin: Begin, moment: Moment): Wish {
  const { catchUpEvery } = settingsOf(begin, 'framing');
  return calendar(begin, moment.at, [{ name: 'digest', add: catchUpEvery }], 'next');
}

/** The digest of a newcomer is the nought; those to everybody are numbered from one on. */
function digestId(number: number): string {
  return `catch-up-${number}`;
}

function aboutOf(cycle: number): string {
  return `cycle-${cycle}`;
}

function framed(state: FramingState, { actor, payload, request }: ActMessage, moment: Moment): Step<FramingState> {
  const { begin, cycle: running } = state;
  if (running === null) return nothing(state);
  const { question, hypotheses } = payload as { question: string; hypotheses?: string };
  const cycle = { ...running, version: running.version + 1 };
  const body = { ...cycle, question, hypotheses: hypotheses ?? null, by: actor.person, at: moment.at };
  const people = holders(begin, begin.policy.rights['set-agenda']);
  return {
    state: { ...state, cycle },
    wishes: [
      recordBy(begin, moment, actor.person, { kind: 'cycle-framing', body, key: `act/${request}` }),
      clear(moment, { action: 'frame-cycle', about: aboutOf(cycle.cycle), people }),
    ],
    receipt: { id: null, said: `Cycle ${cycle.cycle} is framed, in version ${cycle.version}.` },
  };
}
