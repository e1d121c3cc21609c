/** What a health check needs beside a network: the default policy, and proposals and introductions of the past. */
import {
  emptyHistory,
  type HealthCheckInput,
  type HealthPolicy,
  type History,
} from '../../analysis/report/health-check.ts';
import { type BodyOf, KINDS, type NetworkRecords } from '../../data/records/index.ts';

export type PastProposal = History['proposals'][number];

/** The charter's defaults, with fewer permutations than a report needs. */
export function policy(over: Partial<HealthPolicy> = {}): HealthPolicy {
  return { ...KINDS.charter.example.document.health, permutations: 999, ...over };
}

export function checkInput(records: NetworkRecords, over: Partial<HealthCheckInput> = {}): HealthCheckInput {
  return {
    network: 'three-regions',
    check: 'health-2026-03-31',
    asOf: '2026-03-31T00:00:00.000Z',
    policy: policy(),
    records,
    previous: null,
    history: emptyHistory(),
    proposalsAllowed: true,
    ...over,
  };
}

export function pastProposal(parties: [string, string], over: Partial<PastProposal> = {}): PastProposal {
  const proposal = `health-2026-02-28.thin-exchange.${parties.join('-')}`;
  return { ...KINDS.proposal.example, at: '2026-02-28T00:00:00.000Z', proposal, parties, ...over };
}

export function introductionOf(
  proposal: PastProposal,
  status: BodyOf<'introduction'>['status'],
  members = proposal.parties as [string, string],
): BodyOf<'introduction'> {
  return { introduction: proposal.proposal, proposal: proposal.proposal, members, status, consented: [] };
}
