/**
 * The history that a check may look at: what was there before it.
 *
 * A check that was interrupted is done again, and then finds its own findings and proposals in the store. Counting those
 * as the past would make every rule rest and every pair busy, and the second try would say something else than the first.
 */
import type { Instant } from '../../data/records/index.ts';
import type { History } from './history.ts';

export function pastOf(history: History, check: string, asOf: Instant): History {
  const proposals = history.proposals.filter(({ at }) => at < asOf);
  const later = new Set(history.proposals.filter(({ at }) => at >= asOf).map(({ proposal }) => proposal));
  return {
    findings: history.findings.filter((finding) => finding.check !== check),
    proposals,
    decisions: history.decisions.filter(({ about }) => !later.has(about)),
    introductions: history.introductions.filter(({ proposal }) => !later.has(proposal)),
    outcomes: history.outcomes.filter(({ proposal }) => !later.has(proposal)),
    snapshots: history.snapshots.filter((snapshot) => snapshot.check !== check),
  };
}
