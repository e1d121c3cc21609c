/**
 * Variants: what is asked, in which ways a part of the network is run, and until when. Who is in which arm is looked up and
 * kept by an activity; the keeper carries what runs (ten at most), and hands every joiner on to be placed.
 */
import type { Arm, ArmsBy, BodyOf } from '../../../../data/records/index.ts';
import { ARMS } from '../../../../data/records/variant.ts';
import type { ActionName, Activities, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, nothing, perform } from '../../process.ts';
import { record, recordBy, tell } from '../../shared.ts';
import { refuseResting } from '../maturity.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Running = Omit<BodyOf<'variant'>, 'status' | 'decided' | 'endedAt'>;
type Assigned = Awaited<ReturnType<Activities['assignArms']>>;

export interface VariantsState extends ProcessState {
  begin: WorkflowStarts['practice'];
  made: number;
  running: Running[];
}

/** To so many one wish tells at once: its input stays small. */
const TOLD_AT_ONCE = 200;

const keeper: Process<WorkflowStarts['practice'], VariantsState> = {
  actions: ['describe-variant', 'assign-variant', 'end-variant'],
  begin: (begin) => ({ v: 1, due: [], done: false, begin, made: 0, running: [] }),
  refuse,
  decide,
  status: ({ done, running, made }) => ({
    stage: done ? 'ended' : 'open',
    counts: { described: made, running: running.length },
  }),
  decode: decodeFirstVersion,
};

export const variants: PracticeModule<VariantsState, never> = { keeper, item: null };

function refuse(state: VariantsState, action: ActionName, { payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action === 'describe-variant') return refuseResting(state) ?? refuseDescribing(state, payload.assign as ArmsBy);
  const variant = state.running.find((one) => one.variant === payload.variant);
  if (variant === undefined) {
    const there = state.running.map((one) => one.variant).join(', ');
    return `${payload.variant} does not run. ${there === '' ? 'None does.' : `There are: ${there}.`}`;
  }
  if (action === 'end-variant') return null;
  if (action !== 'assign-variant') return 'A variant does not take this.';
  if (variant.assign.by === 'random')
    return 'Here members are drawn into arms by lot: who is put there by hand spoils it.';
  if (variant.assign.by === 'attribute')
    return `Here the ${variant.assign.attribute} of members says in which arm they are.`;
  const arms = variant.arms.map(({ arm }) => arm);
  return arms.includes(payload.arm as Arm) ? null : `${variant.variant} has the arms ${arms.join(', ')}.`;
}

function refuseDescribing({ begin, running }: VariantsState, assign: ArmsBy): string | null {
  const { attributes, runningAtOnce } = settingsOf(begin, 'variants');
  if (running.length >= runningAtOnce) {
    return `${runningAtOnce} may run at once, and do: ${running.map(({ variant }) => variant).join(', ')}. End one first.`;
  }
  const attribute = assign.by === 'attribute' ? assign.attribute : assign.by === 'random' ? assign.within : undefined;
  if (attribute === undefined || attributes.includes(attribute)) return null;
  return `Arms are not assigned by ${attribute} here; the charter names (practices.variants.attributes): ${attributes.join(', ')}.`;
}

function decide(state: VariantsState, event: Event, moment: Moment): Step<VariantsState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'acted':
      return acted(state, event.action, event.message, moment);
    case 'learned':
      return assigned(state, event.as, event.result as Assigned, moment);
    case 'reported':
      if (event.report.report === 'joined') return joined(state, String(event.report.data.member), moment);
      if (event.report.report !== 'stop') return nothing(state);
      return {
        state: { ...state, running: [], done: true },
        wishes: state.running.flatMap((one) => [
          outcomesNoted(state, one, moment),
          record(state.begin, moment, ended(one, moment, null)),
        ]),
      };
    default:
      return nothing(state);
  }
}

function acted(state: VariantsState, action: ActionName, message: ActMessage, moment: Moment): Step<VariantsState> {
  const { actor, payload } = message;
  if (action === 'describe-variant') return described(state, message, moment);
  const variant = state.running.find((one) => one.variant === payload.variant) as Running;
  if (action === 'assign-variant') {
    const named = { members: [...new Set(payload.members as string[])].sort(), arm: payload.arm as Arm };
    return { state, wishes: [assign(state, variant, moment, named)] };
  }
  const { begin } = state;
  const { tellMembers } = settingsOf(begin, 'variants');
  const decided = payload.decided as string;
  const told = perform('notifyMembers', {
    ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at, template: 'variant-ended' },
    ...{ about: variant.variant, whom: { standing: ['active'] }, round: 0, text: decided },
  });
  return {
    state: { ...state, running: state.running.filter((one) => one !== variant) },
    wishes: [
      outcomesNoted(state, variant, moment),
      recordBy(begin, moment, actor.person, ended(variant, moment, decided)),
      ...(tellMembers ? [told] : []),
    ],
    receipt: { id: variant.variant, said: `${variant.variant} has ended; what members gained by now is what counts.` },
  };
}

function described(state: VariantsState, { actor, payload }: ActMessage, moment: Moment): Step<VariantsState> {
  const { begin } = state;
  const made = state.made + 1;
  const variant: Running = {
    ...{ variant: `variant-${made}`, question: payload.question as string },
    arms: ARMS.flatMap((arm) => (typeof payload[arm] === 'string' ? [{ arm, words: payload[arm] }] : [])),
    ...{ assign: payload.assign as ArmsBy, outcomes: settingsOf(begin, 'variants').outcomes },
    ...{ describedBy: actor.person, describedAt: moment.at },
  };
  const next = { ...state, made, running: [...state.running, variant] };
  const body = { ...variant, status: 'running' as const, decided: null, endedAt: null };
  const fact = { kind: 'variant' as const, body, key: `variant/${variant.variant}/described` };
  const isNamed = variant.assign.by === 'naming';
  return {
    state: next,
    wishes: [recordBy(begin, moment, actor.person, fact), ...(isNamed ? [] : [assign(next, variant, moment, null)])],
    receipt: {
      id: variant.variant,
      said: `Described as ${variant.variant}. Put members into its arms: assign-variant. It is a comparison, and no experiment: only a lot makes one.`,
    },
  };
}

/** A joiner is drawn, or their attribute says; where members are named, somebody has to name them. */
function joined(state: VariantsState, member: string, moment: Moment): Step<VariantsState> {
  const placing = state.running.filter((one) => one.assign.by !== 'naming');
  return { state, wishes: placing.map((one) => assign(state, one, moment, { members: [member], arm: null })) };
}

function assign(
  { begin }: VariantsState,
  { variant, arms, assign: by, outcomes }: Running,
  { at }: Moment,
  whom: { members: string[]; arm: Arm | null } | null,
): Wish {
  const question = { network: begin.network, variant, arms: arms.map(({ arm }) => arm), assign: by, outcomes, at };
  const who = whom ?? { members: null, arm: null };
  return perform('assignArms', { ...question, ...who }, `assigned:${variant}`);
}

function assigned(state: VariantsState, as: string, { assigned: arms, without }: Assigned, moment: Moment) {
  const { begin } = state;
  const id = as.slice('assigned:'.length);
  const variant = state.running.find((one) => one.variant === id);
  if (variant === undefined) return nothing(state);
  const { tellMembers } = settingsOf(begin, 'variants');
  const told = arms.flatMap(({ arm, members }) => {
    const words = variant.arms.find((one) => one.arm === arm)?.words;
    return inParts(members).map((part) => tell(begin, moment, part, 'variant-arm', id, words));
  });
  const counts = variant.arms.map(({ arm }) => {
    const members = arms.find((one) => one.arm === arm)?.members.length ?? 0;
    return `${arm} ${members}`;
  });
  const none =
    without === 0 ? '' : ` ${without} came into none: they are in one already, take no part, or no arm is theirs.`;
  return {
    state,
    wishes: tellMembers ? told : [],
    receipt: { id, said: `${id}: came into ${counts.join(', ')}.${none}` },
  };
}

function inParts(members: readonly string[]): string[][] {
  const parts = Math.ceil(members.length / TOLD_AT_ONCE);
  return Array.from({ length: parts }, (_, at) => members.slice(at * TOLD_AT_ONCE, (at + 1) * TOLD_AT_ONCE));
}

/** Before it is over: what comes later is not of the variant. */
function outcomesNoted({ begin }: VariantsState, { variant, outcomes }: Running, { at }: Moment): Wish {
  return perform('endArms', { network: begin.network, variant, outcomes, at });
}

function ended(variant: Running, { at }: Moment, decided: string | null) {
  const body = { ...variant, status: 'ended' as const, decided, endedAt: at };
  return { kind: 'variant' as const, body, key: `variant/${variant.variant}/ended` };
}
