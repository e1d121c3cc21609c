/** What earlier checks said and what became of it: each record in its newest form as of the check. */
import type { BodyOf, Instant } from '../../data/records/index.ts';

export interface History {
  findings: BodyOf<'finding'>[];
  /** `at`: when it was first proposed. */
  proposals: (BodyOf<'proposal'> & { at: Instant })[];
  decisions: BodyOf<'decision'>[];
  introductions: BodyOf<'introduction'>[];
  outcomes: BodyOf<'outcome'>[];
  snapshots: BodyOf<'snapshot'>[];
}

export function emptyHistory(): History {
  return { findings: [], proposals: [], decisions: [], introductions: [], outcomes: [], snapshots: [] };
}
