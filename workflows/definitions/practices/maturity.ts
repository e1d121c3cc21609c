/**
 * What the stage of a network's growth means for every practice: whether new rounds are due. The practice
 * `theory-of-change` knows the stage and tells every keeper (`maturity`); a keeper that begins later asks for it. Where the
 * charter has that practice off nobody is told anything, and nothing ever rests.
 *
 * A keeper with rounds asks `restsIn(state)` before it begins one, and one in which people begin matters refuses them by
 * `refuseResting(state)`. What is under way goes on to its end. A practice with nothing to rest says why (`neverRests` in
 * data/records/practices), and a charter that would let it rest is refused.
 */
import type { PracticeName } from '../../../data/records/index.ts';
import type { WorkflowStarts } from '../../contract/index.ts';
import type { Process, ProcessState } from '../process.ts';
import { tellPractice } from './begin-and-end.ts';

const TELLS: PracticeName = 'theory-of-change';

/** What a keeper carries of it, beside its own. */
interface Told {
  /** The stage in which it begins no new rounds; null: they are due. */
  restsIn?: string | null;
}

/** The stage in which this practice begins no new rounds; null: they are due. */
export function restsIn(state: ProcessState): string | null {
  return (state as Told).restsIn ?? null;
}

/** Why nobody begins anything new in it now; null: it does not rest. */
export function refuseResting(state: ProcessState): string | null {
  const stage = restsIn(state);
  return stage === null
    ? null
    : `The network is ${stage}, and by its charter nothing new is begun here in that stage; what is under way goes on. Whoever sets the agenda may set another stage (set-maturity).`;
}

/** The keeper, told of the stage: it says in its status that it rests, and `restsIn` knows. */
export function toldOfMaturity<State extends ProcessState>(
  keeper: Process<WorkflowStarts['practice'], State>,
  begin: WorkflowStarts['practice'],
): Process<WorkflowStarts['practice'], State> {
  if (begin.practice === TELLS) return keeper;
  return {
    ...keeper,
    decide(state, event, moment) {
      if (event.type === 'began') {
        const step = keeper.decide(state, event, moment);
        const asks = tellPractice(begin, TELLS, 'which-stage', { practice: begin.practice });
        return { ...step, wishes: [...step.wishes, ...asks] };
      }
      if (event.type !== 'reported' || event.report.report !== 'maturity') return keeper.decide(state, event, moment);
      const { stage, due } = event.report.data;
      // The keeper hears of it too: one that has left a round out may begin it now.
      return keeper.decide({ ...state, restsIn: due === false ? String(stage) : null }, event, moment);
    },
    status(state) {
      const status = keeper.status(state);
      const stage = restsIn(state);
      return stage === null || state.done ? status : { ...status, stage: `${status.stage}; rests (${stage})` };
    },
  };
}
