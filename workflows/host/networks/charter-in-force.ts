/** The charter a network runs under, with what follows from it: rights, roles, the programme's clock. */
import type { CharterDocument, Instant, RoleName } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/index.ts';
import { clockOf, type Policy, type ProgrammeClock, policyOf, programmeInstant } from '../../contract/index.ts';
import { RefusedError } from './refused.ts';

export interface InForce {
  charter: CharterDocument;
  policy: Policy;
  clock: ProgrammeClock;
  /** The programme's clock at this moment. */
  now: Instant;
}

/** @throws RefusedError where there is no such network. */
export async function charterInForce(store: RecordStore, network: string, nowRealMs: number): Promise<InForce> {
  const [fact] = await store.read({ network, kind: 'charter' });
  if (fact === undefined) {
    const known = await store.networks();
    const there = known.length === 0 ? 'There is none yet; weft launch starts one.' : `There are: ${known.join(', ')}.`;
    throw new RefusedError(`There is no network of that id. ${there}`);
  }
  const { document: charter, launchedAt } = fact.body;
  const clock = clockOf(charter, launchedAt === undefined ? Date.parse(fact.validFrom) : Date.parse(launchedAt));
  const roles: Record<RoleName, string[]> = { lead: [], steward: [], facilitator: [], evaluator: [], sponsor: [] };
  for (const { body } of await store.read({ network, kind: 'role' })) if (body.held) roles[body.role].push(body.person);
  return { charter, policy: policyOf(charter, roles), clock, now: programmeInstant(clock, nowRealMs) };
}
