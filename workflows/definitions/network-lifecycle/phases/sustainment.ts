/**
 * Sustainment and the end: whether the network is renewed, handed over or closed is decided by a person, or by what the
 * charter says for the case that nobody decides. Closing leaves a last health report.
 */
import { workflowId } from '../../../contract/index.ts';
import { practicesBegin, practicesEnd, practicesHear } from '../../practices/begin-and-end.ts';
import { type Moment, nothing, perform, report, type Step, start, type Wish } from '../../process.ts';
import { clearAll, dayOf, record, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';
import { beginCycle } from './learning.ts';

/** The next cycle, or after the last one that was agreed: what becomes of the network. */
export function cycleDone(state: LifecycleState, moment: Moment, cycle: number): Step<LifecycleState> {
  // A report that was sent twice, or that comes after the network was closed, changes nothing.
  if (state.phase !== 'learning' || cycle !== state.cycle) return nothing(state);
  const heard = practicesHear(state.begin, 'cycle-done', { cycle });
  const step =
    cycle < state.lastCycle
      ? beginCycle(state, moment, cycle + 1, `cycle ${cycle} is done`)
      : beginSustainment(state, moment);
  return { ...step, wishes: [...heard, ...step.wishes] };
}

function beginSustainment(state: LifecycleState, moment: Moment): Step<LifecycleState> {
  const { begin } = state;
  const decision = `sustainment-${state.renewals + 1}`;
  const because = `cycle ${state.cycle} was the last that was agreed`;
  return {
    state: { ...state, phase: 'sustainment', because },
    wishes: [
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'sustainment', cycle: state.cycle, because },
        key: `phase/sustainment/${state.renewals + 1}`,
      }),
      ...(state.renewals === 0 ? practicesBegin(begin, 'sustainment') : []),
      start('decision', workflowId({ kind: 'decision', network: begin.network, decision }), {
        ...begin,
        decision,
        subject: 'sustainment',
        about: decision,
        options: ['renew', 'hand-over', 'close'],
        otherwise: begin.policy.sustainment.otherwise,
        right: 'decide-sustainment',
        parties: null,
        expireAfter: begin.policy.sustainment.decideWithin,
        reportTo: moment.workflowId,
      }),
    ],
  };
}

export function sustainmentDecided(state: LifecycleState, moment: Moment, option: string): Step<LifecycleState> {
  if (state.phase !== 'sustainment') return nothing(state);
  if (option === 'renew') {
    const renewed = {
      ...state,
      renewals: state.renewals + 1,
      lastCycle: state.cycle + state.begin.policy.learning.cycles,
    };
    return beginCycle(renewed, moment, state.cycle + 1, 'renewed by decision');
  }
  return close(state, moment, option === 'hand-over' ? 'handed over by decision' : 'closed by decision');
}

/** Ends the network: no schedule, no open proposal, nobody asked any more; a last report says how it stands. */
export function close(state: LifecycleState, moment: Moment, because: string): Step<LifecycleState> {
  const { begin } = state;
  const check = `final-${dayOf(moment.at)}`;
  const runningCycle: Wish[] =
    state.phase === 'learning'
      ? [report(workflowId({ kind: 'cycle', network: begin.network, cycle: state.cycle }), 'stop', {})]
      : [];
  return {
    state: { ...state, phase: 'closed', because, waitsForProblem: null, due: [], done: true },
    wishes: [
      ...runningCycle,
      ...practicesEnd(begin),
      record(begin, moment, {
        kind: 'phase',
        body: { phase: 'closed', cycle: state.cycle, because },
        key: 'phase/closed',
      }),
      perform('endHealthSchedule', { network: begin.network }),
      perform('withdrawProposals', { network: begin.network, at: moment.at }),
      clearAll(moment),
      start('healthCheck', workflowId({ kind: 'health', network: begin.network, check }), {
        ...begin,
        check,
        asOf: moment.at,
      }),
      perform('notifyMembers', {
        network: begin.network,
        workflowId: moment.workflowId,
        at: moment.at,
        template: 'network-closed',
        about: 'closed',
        whom: { standing: ['active'] },
        round: 0,
      }),
      // Who still waits for a place hears that none comes.
      tell(begin, moment, state.waiting, 'network-closed', 'closed'),
    ],
  };
}
