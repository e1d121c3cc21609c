/**
 * What earlier proposals mean for new ones: who is busy with one, which pairs rest, which rules rest, how often
 * introductions come about.
 *
 * - A proposal is open until it is declined, withdrawn or expired, or until its introduction has ended. Open ones count
 *   towards the cap per person, for the people who were in fact asked (an approval may name others).
 * - Two people who are being introduced, or who met, are not proposed again. Two whose proposal or introduction came to
 *   nothing rest for the rule's cooldown, counted from when it was proposed.
 * - A rule that proposed rests for its cooldown, whatever became of its proposals.
 */

import { addDuration } from '../../../data/records/duration.ts';
import type { BodyOf, Instant } from '../../../data/records/index.ts';
import { pairKey } from '../../matching/pair.ts';
import type { History } from '../history.ts';

type Fate = 'open' | 'met' | 'came-to-nothing';

/** By member: how many proposals and introductions are open. */
export function openByMember(history: History): Map<string, number> {
  const open = new Map<string, number>();
  for (const proposal of history.proposals) {
    if (fateOf(proposal, history) !== 'open') continue;
    for (const member of peopleOf(proposal, history)) open.set(member, (open.get(member) ?? 0) + 1);
  }
  return open;
}

/** Keys of pairs that are not to be proposed as of a date, by a rule with this cooldown. */
export function restingPairs(history: History, asOf: Instant, cooldown: string): Set<string> {
  const resting = new Set<string>();
  for (const proposal of history.proposals) {
    const isOver = fateOf(proposal, history) === 'came-to-nothing';
    if (isOver && addDuration(proposal.at, cooldown) <= asOf) continue;
    for (const [a, b] of [proposal.parties, peopleOf(proposal, history)]) {
      if (a !== undefined && b !== undefined) resting.add(pairKey(a, b));
    }
  }
  return resting;
}

/** Until when a rule rests; null where it may propose. */
export function restsUntil(history: History, rule: string, asOf: Instant, cooldown: string): Instant | null {
  const last = history.proposals
    .filter((proposal) => proposal.rule === rule)
    .reduce<Instant | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
  if (last === null) return null;
  const until = addDuration(last, cooldown);
  return asOf < until ? until : null;
}

/**
 * How often an introduction leads to a meeting: the mean of a Beta(1, 1) prior after those that have ended, so that a
 * network without any experience expects half of them and one of three met does not promise a third for ever.
 */
export function acceptRate(history: History): number {
  const ended = history.introductions.map(({ status }) => fateOfIntroduction(status)).filter((fate) => fate !== 'open');
  const met = ended.filter((fate) => fate === 'met').length;
  return (met + 1) / (ended.length + 2);
}

function fateOf(proposal: BodyOf<'proposal'>, history: History): Fate {
  const introduction = history.introductions.find((candidate) => candidate.proposal === proposal.proposal);
  if (introduction !== undefined) return fateOfIntroduction(introduction.status);
  if (proposal.status !== 'proposed' && proposal.status !== 'approved') return 'came-to-nothing';
  // A decision may be on record a moment before the proposal's own new status is.
  const decision = history.decisions.find((candidate) => candidate.about === proposal.proposal);
  const refused = decision?.status === 'expired' || (decision?.status === 'decided' && decision.chosen === 'decline');
  return proposal.status === 'proposed' && refused ? 'came-to-nothing' : 'open';
}

function fateOfIntroduction(status: BodyOf<'introduction'>['status']): Fate {
  switch (status) {
    case 'asked':
    case 'agreed':
      return 'open';
    case 'met':
      return 'met';
    case 'refused':
    case 'not-met':
    case 'lapsed':
      return 'came-to-nothing';
  }
}

function peopleOf(proposal: BodyOf<'proposal'>, history: History): readonly string[] {
  return (
    history.introductions.find((candidate) => candidate.proposal === proposal.proposal)?.members ?? proposal.parties
  );
}
