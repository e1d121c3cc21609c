/**
 * A person proposes that two members meet. It is kept under the rules that hold for the engine's own proposals (the cap per
 * person, the cooldown, the stop switch) and goes the same way: somebody with the right decides, both are asked, and the
 * outcome is looked at. What the store has to say of it is known only when it is asked, so the receipt follows from that.
 */
import type { ActMessage } from '../../contract/index.ts';
import type { Moment, Step } from '../process.ts';
import { perform } from '../process.ts';
import { decisionAbout } from '../shared.ts';
import type { LifecycleState } from './state.ts';

export function proposeByHand(state: LifecycleState, message: ActMessage, moment: Moment): Step<LifecycleState> {
  const { parties, metric, groupBy, because, madeIn } = message.payload as {
    parties: [string, string];
    metric?: string;
    groupBy?: string;
    because?: string;
    madeIn?: string;
  };
  const byHand = state.byHand + 1;
  const input = {
    network: state.begin.network,
    proposal: idOf(byHand),
    by: message.actor.person,
    parties,
    metric: metric ?? null,
    groupBy: groupBy ?? null,
    because: because ?? null,
    madeIn: madeIn ?? null,
    at: moment.at,
  };
  // A number is used once, also by a proposal that comes to nothing.
  return { state: { ...state, byHand }, wishes: [perform('proposeIntroduction', input, 'by-hand')] };
}

/** What became of the one under way. */
export function proposedByHand(state: LifecycleState, result: unknown): Step<LifecycleState> {
  const answer = result as { filed: { parties: [string, string] } } | { open: string } | { refused: string };
  if ('refused' in answer) {
    return { state, wishes: [], receipt: { id: null, said: `Not proposed: ${answer.refused}.` } };
  }
  if ('open' in answer) {
    const said = `These two are proposed already, as ${answer.open}; nothing was added.`;
    return { state, wishes: [], receipt: { id: answer.open, said } };
  }
  const proposal = idOf(state.byHand);
  return {
    state,
    wishes: [decisionAbout(state.begin, proposal, answer.filed.parties)],
    receipt: { id: proposal, said: `${proposal} waits for a decision.` },
  };
}

function idOf(number: number): string {
  return `by-hand-${number}`;
}
