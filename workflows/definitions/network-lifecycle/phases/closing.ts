/**
 * The end: nobody is asked any more, a last health report says how the network stands, and an archive is left that can be
 * read without Weft. It waits for the report, so that the report is in it; not for ever, because an archive without it is
 * better than none.
 */
import { workflowId } from '../../../contract/index.ts';
import { practicesEnd } from '../../practices/begin-and-end.ts';
import { type Moment, nothing, perform, report, type Step, start, type Wish } from '../../process.ts';
import { clearAll, dayOf, record, tell } from '../../shared.ts';
import type { LifecycleState } from '../state.ts';

const DAY_MS = 86_400_000;
/** So long the last report may take, however short a day of the programme is. */
const REPORT_TAKES_MS = 120_000;

export function close(state: LifecycleState, moment: Moment, because: string): Step<LifecycleState> {
  const { begin } = state;
  const check = `final-${dayOf(moment.at)}`;
  const runningCycle: Wish[] =
    state.phase === 'learning'
      ? [report(workflowId({ kind: 'cycle', network: begin.network, cycle: state.cycle }), 'stop', {})]
      : [];
  const days = Math.max(1, REPORT_TAKES_MS / begin.clock.dayLastsMs);
  const archiveBy = { what: 'archive', at: new Date(Date.parse(moment.at) + days * DAY_MS).toISOString() };
  return {
    state: { ...state, phase: 'closed', because, waitsForProblem: null, gates: null, handOver: null, due: [archiveBy] },
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
        reportTo: moment.workflowId,
      }),
    ],
  };
}

/** The last report is there, or has taken too long. */
export function leaveArchive(state: LifecycleState): Step<LifecycleState> {
  if (state.phase !== 'closed') return nothing(state);
  return {
    state: { ...state, due: [] },
    wishes: [perform('makeArchive', { network: state.begin.network }, 'archived')],
  };
}

export function archived(state: LifecycleState, moment: Moment, result: unknown): Step<LifecycleState> {
  const { begin } = state;
  const body = { archive: 'closed', ...(result as { files: number; bytes: number; digest: string }) };
  return {
    state: { ...state, done: true },
    wishes: [
      record(begin, moment, { kind: 'archive', body, key: 'archive/closed' }),
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
      ...(state.waiting.length === 0 ? [] : [tell(begin, moment, state.waiting, 'network-closed', 'closed')]),
    ],
  };
}
