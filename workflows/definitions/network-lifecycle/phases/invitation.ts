/**
 * Invitation: the roster is invited in waves; who has not answered is reminded a few times and then left in peace. When
 * the time is over, learning begins if enough have joined; if not, a person decides.
 */
import { workflowId } from '../../../contract/index.ts';
import { practicesBegin, tellPractice } from '../../practices/begin-and-end.ts';
import { duesOf, type Moment, perform, type Step, schedule, start, type Wish } from '../../process.ts';
import { calendar, clearAll, record } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';
import { close } from './closing.ts';
import { beginCycle } from './learning.ts';

export const INVITATION = 'invitation';

export function openInvitation(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const { invitation } = begin.policy;
  const waves = Array.from({ length: invitation.waves }, (_, index) => index + 1);
  const steps = waves.flatMap((wave) => {
    const opens = wave === 1 ? undefined : `wave:${wave}`;
    return [
      ...(opens === undefined
        ? []
        : [{ name: opens, add: invitation.waveEvery, after: wave === 2 ? undefined : `wave:${wave - 1}` }]),
      ...chain(`remind:${wave}`, opens, invitation.reminders),
    ];
  });
  return {
    state: { ...state, phase: 'invitation', because: 'the agenda is set and the gate is confirmed' },
    wishes: [
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'invitation', cycle: 0, because: 'the agenda is set and the gate is confirmed' },
        key: 'phase/invitation',
      }),
      ...practicesBegin(begin, 'invitation'),
      calendar(
        begin,
        moment.at,
        [
          ...steps,
          {
            name: 'invitation-close',
            add: invitation.open,
            after: invitation.waves === 1 ? undefined : `wave:${invitation.waves}`,
          },
        ],
        'invitation-plan',
      ),
    ],
  };
}

export function invitationPlanned(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const dues = duesOf(result);
  const closes = dues.find((due) => due.what === 'invitation-close')?.at ?? null;
  const planned = schedule({ ...state, invitedUntil: closes }, ...dues);
  return { state: planned, wishes: [inviteWave(planned, moment, 1)] };
}

export function inviteWave(state: LifecycleState, moment: Moment, wave: number): Wish {
  const { waves } = state.begin.policy.invitation;
  return perform('notifyMembers', {
    network: state.begin.network,
    workflowId: moment.workflowId,
    at: moment.at,
    template: 'invitation',
    about: INVITATION,
    whom: { standing: ['invited'], notWaiting: true },
    part: { index: wave - 1, of: waves },
    ask: { action: 'accept-invitation', until: state.invitedUntil },
    round: state.extensions,
  });
}

/** Only those who have said neither yes nor no: the standing of the others has changed. */
export function remindInvited(state: LifecycleState, moment: Moment, wave: number, round: number): Wish {
  const { waves } = state.begin.policy.invitation;
  return perform('notifyMembers', {
    network: state.begin.network,
    workflowId: moment.workflowId,
    at: moment.at,
    template: 'invitation-reminder',
    about: INVITATION,
    whom: { standing: ['invited'], notWaiting: true },
    part: { index: wave - 1, of: waves },
    round,
  });
}

export function invitationCloses(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const closed = clearAll(moment, 'accept-invitation');
  if (state.joined >= begin.policy.smallestNumber) {
    // Where the charter asks how mixed those are who came, learning begins once that gate has opened.
    const gate = tellPractice(begin, 'diversity', 'invitation-closes', {});
    if (gate.length > 0) return { state, wishes: [closed, ...gate] };
    const learning = beginCycle(state, moment, 1, 'enough members joined');
    return { state: learning.state, wishes: [closed, ...learning.wishes] };
  }
  const decision = `too-few-joined-${state.extensions + 1}`;
  return {
    state,
    wishes: [
      closed,
      start('decision', workflowId({ kind: 'decision', network: begin.network, decision }), {
        ...begin,
        decision,
        subject: 'too-few-joined',
        about: decision,
        options: ['extend', 'close'],
        otherwise: 'close',
        right: 'decide-sustainment',
        parties: null,
        expireAfter: null,
        reportTo: moment.workflowId,
      }),
    ],
  };
}

/** Too few joined, and somebody has decided: ask those who have not answered once more, or close. */
export function tooFewDecided(state: LifecycleState, moment: Moment, option: string): Step<LifecycleState> {
  if (state.phase !== 'invitation') return { state, wishes: [] };
  return option === 'extend' ? extend(state, moment) : close(state, moment, 'too few members joined');
}

/** The gate is open: by itself, or by somebody's decision. A word that comes twice finds the network learning. */
export function gatePassed(state: LifecycleState, moment: Moment, option: string): Step<LifecycleState> {
  if (state.phase !== 'invitation') return { state, wishes: [] };
  return option === 'extend' ? extend(state, moment) : beginCycle(state, moment, 1, 'enough members joined');
}

function extend(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const extended = { ...state, extensions: state.extensions + 1 };
  return {
    state: extended,
    wishes: [
      calendar(
        extended.begin,
        moment.at,
        [{ name: 'invitation-close', add: extended.begin.policy.invitation.open }],
        'extension-plan',
      ),
    ],
  };
}

export function extensionPlanned(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const dues = duesOf(result);
  const planned = schedule({ ...state, invitedUntil: dues[0]?.at ?? null }, ...dues);
  const everybody = Array.from({ length: planned.begin.policy.invitation.waves }, (_, index) => index + 1);
  return { state: planned, wishes: everybody.map((wave) => inviteWave(planned, moment, wave)) };
}

/** Reminders of a wave, one after another: `remind:<wave>:<round>`. */
function chain(
  name: string,
  after: string | undefined,
  reminders: { every: string; atMost: number },
): { name: string; add: string; after?: string }[] {
  return Array.from({ length: reminders.atMost }, (_, index) => ({
    name: `${name}:${index + 1}`,
    add: reminders.every,
    after: index === 0 ? after : `${name}:${index}`,
  }));
}
