/**
 * Before it is decided what becomes of a network, those are heard whom the charter names: members rank the three futures,
 * a sponsor says yes or no, whoever leads or sponsors says until when there is money. Who says nothing in time has said
 * nothing, and that is shown as well.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import { FUTURES, GATES } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, Policy } from '../../../contract/index.ts';
import { duesOf, type Moment, nothing, perform, type Step, schedule, unschedule, type Wish } from '../../process.ts';
import { ask, calendar, clear, clearAll, dayOf, holders, record, recordBy, tell } from '../../shared.ts';
import type { Gate, GateAnswer, LifecycleState } from '../state.ts';
import { askWhatBecomes } from './what-becomes.ts';

/** What answers a gate, and whom it is put to besides the members. */
const ANSWERED_BY = {
  members: 'vote-on-future',
  sponsor: 'answer-as-sponsor',
  funding: 'confirm-funding',
} as const satisfies Record<Gate, ActionName>;
const ASKED_BY = { sponsor: 'sponsor-asked', funding: 'funding-asked' } as const;
const ROLES = { sponsor: ['sponsor'], funding: ['lead', 'sponsor'] } as const;

/** The gates that the charter names, in a fixed order. */
export function gatesOf({ sustainment }: Policy): Gate[] {
  return GATES.filter((gate) => sustainment.gates?.[gate] !== undefined);
}

export function openGates(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const within = begin.policy.sustainment.gates?.within as string;
  return {
    state: { ...state, gates: { round: state.futuresAsked + 1, until: null, said: {} } },
    wishes: [
      calendar(
        begin,
        moment.at,
        [
          { name: 'gates-remind', add: begin.policy.decisions.remindAfter },
          { name: 'gates-close', add: within },
        ],
        'gates-plan',
      ),
    ],
  };
}

export function gatesPlanned(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const { begin, gates } = state;
  if (gates === null) return nothing(state);
  const dues = duesOf(result);
  const until = dues.find(({ what }) => what === 'gates-close')?.at ?? null;
  const about = roundOf(gates.round);
  const asked = gatesOf(begin.policy).flatMap((gate): Wish[] => [
    record(begin, moment, fact(state, gate, { status: 'open' })),
    ...(gate === 'members'
      ? [
          perform('notifyMembers', {
            network: begin.network,
            workflowId: moment.workflowId,
            at: moment.at,
            template: 'future-vote',
            about,
            whom: { standing: ['active'] },
            ask: { action: ANSWERED_BY.members, until },
            round: 0,
          }),
        ]
      : ask(begin, moment, holders(begin, ROLES[gate]), {
          template: ASKED_BY[gate],
          action: ANSWERED_BY[gate],
          about,
          until,
        })),
  ]);
  return { state: schedule({ ...state, gates: { ...gates, until } }, ...dues), wishes: asked };
}

/** Members are left in peace: they were asked once, and the vote stays in their inbox. */
export function gatesRemind(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin, gates } = state;
  if (gates === null) return nothing(state);
  const silent = gatesOf(begin.policy).filter((gate) => gate !== 'members' && gates.said[gate] === undefined);
  return {
    state,
    wishes: silent.map((gate) =>
      tell(
        begin,
        moment,
        holders(begin, ROLES[gate as 'sponsor' | 'funding']),
        'future-reminder',
        `${roundOf(gates.round)}:${gate}`,
      ),
    ),
  };
}

export function refuseGate(state: LifecycleState, action: ActionName, message: ActMessage, moment: Moment) {
  const { gates, begin } = state;
  const gate = GATES.find((candidate) => ANSWERED_BY[candidate] === action);
  if (gate === undefined) return 'This is not asked here.';
  if (begin.policy.sustainment.gates?.[gate] === undefined) {
    return `This network's charter does not ask for it (sustainment.gates.${gate}).`;
  }
  if (gates === null) return 'It is not asked yet, or no longer, what becomes of the network.';
  if (gate === 'members') {
    const { ranking } = message.payload as { ranking: string[] };
    return new Set(ranking).size === ranking.length ? null : 'A ranking names each future once.';
  }
  if (gates.said[gate] !== undefined) return 'This is answered already.';
  const { until } = message.payload as { until?: string };
  return gate === 'funding' && until !== undefined && until <= dayOf(moment.at)
    ? `${until} is no day to come; leave until out where there is no money.`
    : null;
}

export function gateAnswered(
  state: LifecycleState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<LifecycleState> {
  const { begin, gates } = state;
  if (gates === null) return nothing(state);
  const { person } = message.actor;
  const about = roundOf(gates.round);
  if (action === ANSWERED_BY.members) {
    const { ranking } = message.payload as { ranking: string[] };
    const body = { round: about, voter: person, ranking };
    return {
      state,
      wishes: [
        recordBy(begin, moment, person, { kind: 'vote', body, key: `act/${message.request}` }),
        clear(moment, { action, about, people: [person] }),
      ],
      receipt: { id: null, said: 'Your ranking counts; you can change it until the vote closes.' },
    };
  }
  const gate = action === ANSWERED_BY.sponsor ? 'sponsor' : 'funding';
  const { goOn, until, reason = null } = message.payload as { goOn?: boolean; until?: string; reason?: string };
  const isYes = gate === 'sponsor' ? goOn === true : until !== undefined;
  const status = isYes ? ('yes' as const) : ('no' as const);
  const heard = said(state, gate, { status, shown: `${gate}-${until ?? status}` });
  const closes = gatesOf(begin.policy).every((one) => heard.gates?.said[one] !== undefined);
  const wishes = [
    recordBy(begin, moment, person, fact(state, gate, { status, by: person, until: until ?? null, reason })),
    clearAll(moment, action),
  ];
  const receipt = { id: null, said: 'Noted: whoever decides what becomes of the network is shown it.' };
  if (!closes) return { state: heard, wishes, receipt };
  const asked = decideNow(heard, moment);
  return { state: asked.state, wishes: [...wishes, ...asked.wishes], receipt };
}

/** Time is over: the vote is counted, and who has said nothing has said nothing. */
export function gatesClose(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin, gates } = state;
  if (gates === null) return nothing(state);
  const named = gatesOf(begin.policy);
  const silent = named.filter((gate) => gate !== 'members' && gates.said[gate] === undefined);
  const heard = silent.reduce((next, gate) => said(next, gate, { status: 'silent', shown: `${gate}-silent` }), state);
  const wishes = [
    ...named.map((gate) => clearAll(moment, ANSWERED_BY[gate])),
    ...silent.map((gate) => record(begin, moment, fact(state, gate, { status: 'silent' }))),
  ];
  if (!named.includes('members')) {
    const asked = decideNow(heard, moment);
    return { state: asked.state, wishes: [...wishes, ...asked.wishes] };
  }
  const count = { network: begin.network, round: roundOf(gates.round), options: [...FUTURES], at: moment.at };
  return { state: heard, wishes: [...wishes, perform('countVotes', { ...count, of: ['active'] }, 'future-counted')] };
}

export function futureCounted(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const { begin } = state;
  if (state.gates === null) return nothing(state);
  const { order, voted, eligible } = result as { order: string[]; voted: number; eligible: number };
  const smallest = begin.policy.sustainment.gates?.members?.smallestTurnout ?? 0;
  const counts = voted > 0 && voted >= smallest * eligible;
  const preferred = (counts ? order[0] : null) as BodyOf<'sustainment-gate'>['preferred'];
  const status = preferred === null ? 'silent' : preferred === 'renew' ? 'yes' : 'no';
  const heard = said(state, 'members', { status, shown: `members-${preferred ?? 'silent'}-${voted}-${eligible}` });
  const asked = decideNow(heard, moment);
  return {
    state: asked.state,
    wishes: [record(begin, moment, fact(state, 'members', { status, preferred, voted, eligible })), ...asked.wishes],
  };
}

function decideNow(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const asked = askWhatBecomes(unschedule(state, 'gates-remind', 'gates-close'), moment);
  return { state: { ...asked.state, gates: null }, wishes: asked.wishes };
}

function said(state: LifecycleState, gate: Gate, answer: Pick<GateAnswer, 'status' | 'shown'>): LifecycleState {
  const { gates, begin } = state;
  if (gates === null) return state;
  const binding = begin.policy.sustainment.gates?.[gate]?.binding ?? false;
  return { ...state, gates: { ...gates, said: { ...gates.said, [gate]: { ...answer, binding } } } };
}

function roundOf(round: number): string {
  return `sustainment-${round}`;
}

function fact(
  { begin, gates }: LifecycleState,
  gate: Gate,
  change: Partial<BodyOf<'sustainment-gate'>> & { status: BodyOf<'sustainment-gate'>['status'] },
) {
  const round = gates?.round ?? 1;
  const binding = begin.policy.sustainment.gates?.[gate]?.binding ?? false;
  const body = {
    ...{ round, gate, binding, preferred: null, voted: null, eligible: null, by: null, until: null, reason: null },
    ...change,
  };
  return { kind: 'sustainment-gate' as const, body, key: `gate/${round}/${gate}/${change.status}` };
}
