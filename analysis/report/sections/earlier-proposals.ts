/**
 * What became of each earlier proposal: who decided by which right, how far the introduction came, and what the outcome
 * checks saw. The follow-up is what makes a proposal more than advice, so nothing is left out, least of all what failed.
 */
import type { BodyOf } from '../../../data/records/index.ts';
import type { Scene } from '../scene.ts';

export interface EarlierProposal {
  proposal: BodyOf<'proposal'> & { at: string };
  decision: BodyOf<'decision'> | undefined;
  introduction: BodyOf<'introduction'> | undefined;
  /** By days after. */
  outcomes: BodyOf<'outcome'>[];
}

/** All that were proposed before this check, in the order in which they were made. */
export function earlierProposals({ check, input }: Scene): EarlierProposal[] {
  const { history } = input;
  const own = new Set(check.proposals.map(({ proposal }) => proposal));
  return history.proposals
    .filter(({ proposal }) => !own.has(proposal))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.proposal < b.proposal ? -1 : 1))
    .map((proposal) => ({
      proposal,
      decision: history.decisions.find(({ about }) => about === proposal.proposal),
      introduction: history.introductions.find((one) => one.proposal === proposal.proposal),
      outcomes: history.outcomes
        .filter((one) => one.proposal === proposal.proposal)
        .sort((a, b) => a.afterDays - b.afterDays),
    }));
}
