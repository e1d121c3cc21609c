/**
 * The lead passes to somebody whom the decision names: they accept or not, what the checklist names is handed over, and
 * the network goes on under them. Where they do not accept, it is asked again what becomes of it.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage } from '../../../contract/index.ts';
import { duesOf, type Moment, nothing, type Step, schedule, unschedule, type Wish } from '../../process.ts';
import { ask, calendar, clear, clearAll, holders, record, recordBy, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';
import { beginRenewed } from './learning.ts';
import { moveRole } from './roles.ts';
import { askWhatBecomes } from './what-becomes.ts';

export function beginHandOver(state: LifecycleState, moment: Moment, to: string): Step<LifecycleState> {
  const { begin } = state;
  const handOver = { number: state.handOvers + 1, from: holders(begin, ['lead']), to, accepted: false, handedOver: [] };
  const begun: LifecycleState = { ...state, handOvers: handOver.number, handOver };
  const steps = [
    { name: 'hand-over-remind', add: begin.policy.decisions.remindAfter },
    { name: 'hand-over-lapses', add: settings(state).acceptWithin },
  ];
  return {
    state: begun,
    wishes: [record(begin, moment, fact(begun, 'asked')), calendar(begin, moment.at, steps, 'hand-over-plan')],
  };
}

export function handOverPlanned(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const { begin, handOver } = state;
  if (handOver === null) return nothing(state);
  const dues = duesOf(result);
  const until = dues.find(({ what }) => what !== 'hand-over-remind')?.at ?? null;
  const next = schedule(state, ...dues);
  const wishes = handOver.accepted
    ? settings(state).checklist.flatMap((about) =>
        ask(begin, moment, concerned(state), {
          ...{ template: 'hand-over-items', action: 'confirm-handed-over', about, until },
        }),
      )
    : ask(begin, moment, [handOver.to], {
        ...{ template: 'hand-over-asked', action: 'answer-hand-over', about: idOf(state), until },
      });
  return { state: next, wishes };
}

export function refuseHandOver(state: LifecycleState, action: ActionName, message: ActMessage): string | null {
  const { handOver } = state;
  const { person } = message.actor;
  if (handOver === null) return 'Nothing is being handed over at present.';
  if (action === 'answer-hand-over') {
    const { handOver: named } = message.payload as { handOver: string };
    if (named !== idOf(state)) return `The one that is open is ${idOf(state)}.`;
    if (person !== handOver.to) return 'Only whoever was asked to take over can say that.';
    return handOver.accepted ? 'You have taken over already.' : null;
  }
  if (!handOver.accepted) return 'Nobody has taken over yet.';
  if (!concerned(state).includes(person)) return 'Only whoever hands over, or takes over, can confirm that.';
  const { item } = message.payload as { item: string };
  const { checklist } = settings(state);
  if (!checklist.includes(item)) return `The checklist has no item '${item}'. It has: ${checklist.join(', ')}.`;
  return handOver.handedOver.includes(item) ? `'${item}' is handed over already.` : null;
}

export function handOverActed(
  state: LifecycleState,
  action: ActionName,
  message: ActMessage,
  moment: Moment,
): Step<LifecycleState> {
  if (action === 'confirm-handed-over') return itemHandedOver(state, message, moment);
  const { accept } = message.payload as { accept: boolean };
  return accept ? accepted(state, message, moment) : notTaken(state, moment, 'declined');
}

export function handOverReminds(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin, handOver } = state;
  if (handOver === null) return nothing(state);
  return { state, wishes: [tell(begin, moment, [handOver.to], 'future-reminder', `${idOf(state)}:accept`)] };
}

export function handOverLapses(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  return notTaken(state, moment, 'expired');
}

/** All is handed over, or the time for it: the network goes on. What was left out is kept as not handed over. */
export function handOverDone(state: LifecycleState, moment: Moment, before: Wish[] = []): Step<LifecycleState> {
  if (state.handOver === null) return nothing(state);
  const ended = unschedule(state, 'hand-over-done', 'hand-over-remind', 'hand-over-lapses');
  const on = beginRenewed({ ...ended, handOver: null }, moment, 'handed over by decision');
  const done = [record(state.begin, moment, fact(state, 'done')), clearAll(moment, 'confirm-handed-over')];
  return { state: on.state, wishes: [...before, ...done, ...on.wishes] };
}

function accepted(state: LifecycleState, message: ActMessage, moment: Moment): Step<LifecycleState> {
  const { handOver } = state;
  if (handOver === null) return nothing(state);
  const took = unschedule(
    { ...state, handOver: { ...handOver, accepted: true } },
    'hand-over-remind',
    'hand-over-lapses',
  );
  const moved = moveRole(took, moment, { role: 'lead', from: handOver.from, to: handOver.to });
  const wishes = [
    recordBy(state.begin, moment, message.actor.person, fact(took, 'accepted')),
    clearAll(moment, 'answer-hand-over'),
    ...moved.wishes,
  ];
  const receipt = { id: idOf(state), said: 'You lead the network now; what is open has passed to you.' };
  if (settings(state).checklist.length === 0) return { ...handOverDone(moved.state, moment, wishes), receipt };
  const steps = [{ name: 'hand-over-done', add: settings(state).completeWithin }];
  return {
    state: moved.state,
    wishes: [...wishes, calendar(moved.state.begin, moment.at, steps, 'hand-over-plan')],
    receipt,
  };
}

function notTaken(state: LifecycleState, moment: Moment, how: 'declined' | 'expired'): Step<LifecycleState> {
  const ended = unschedule(state, 'hand-over-remind', 'hand-over-lapses');
  const asked = askWhatBecomes({ ...ended, handOver: null }, moment);
  return {
    state: asked.state,
    wishes: [record(state.begin, moment, fact(state, how)), clearAll(moment, 'answer-hand-over'), ...asked.wishes],
    receipt: { id: idOf(state), said: 'Noted. Whoever decides is asked again what becomes of the network.' },
  };
}

function itemHandedOver(state: LifecycleState, message: ActMessage, moment: Moment): Step<LifecycleState> {
  const { handOver, begin } = state;
  if (handOver === null) return nothing(state);
  const { item } = message.payload as { item: string };
  const handedOver = [...handOver.handedOver, item];
  const next: LifecycleState = { ...state, handOver: { ...handOver, handedOver } };
  const wishes = [
    recordBy(begin, moment, message.actor.person, fact(next, 'accepted')),
    clear(moment, { action: 'confirm-handed-over', about: item, people: concerned(state) }),
  ];
  const receipt = { id: item, said: `'${item}' is handed over.` };
  const isAll = settings(state).checklist.every((one) => handedOver.includes(one));
  return isAll ? { ...handOverDone(next, moment, wishes), receipt } : { state: next, wishes, receipt };
}

/** Who hands over and who takes over. */
function concerned({ handOver }: LifecycleState): string[] {
  return handOver === null ? [] : [...new Set([...handOver.from, handOver.to])].sort();
}

function settings({ begin }: LifecycleState) {
  return begin.policy.sustainment.handOver ?? { acceptWithin: 'P14D', completeWithin: 'P28D', checklist: [] };
}

function idOf({ handOvers }: LifecycleState): string {
  return `hand-over-${handOvers}`;
}

function fact(state: LifecycleState, status: BodyOf<'hand-over'>['status']) {
  const { from = [], to = '', handedOver = [] } = state.handOver ?? {};
  const body = { handOver: idOf(state), from, to, status, checklist: settings(state).checklist, handedOver };
  return { kind: 'hand-over' as const, body, key: `${idOf(state)}/${status}/${handedOver.length}` };
}
