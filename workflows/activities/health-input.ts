/**
 * What a health check reads: the facts that held on its date and were known then. What is recorded later is the matter of
 * the next check; so a check that is done again, today or in years, gives the same bytes.
 */
import type { HealthCheckInput, History } from '../../analysis/report/health-check.ts';
import type { About } from '../../analysis/report/report.ts';
import type { BodyOf, Instant, Kind } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import { neverWorks } from './world.ts';

export interface HealthQuestion {
  input: HealthCheckInput;
  about: About;
}

export async function healthQuestion(
  store: RecordStore,
  { network, check, asOf }: { network: string; check: string; asOf: Instant },
  versions: Record<string, string>,
): Promise<HealthQuestion> {
  const held = async <K extends Kind>(kind: K): Promise<BodyOf<K>[]> =>
    (await store.read({ network, kind, asOf, knownAt: asOf })).map((fact) => fact.body as BodyOf<K>);
  const [charter] = await held('charter');
  if (charter === undefined)
    throw neverWorks(`${network} had no charter on ${asOf}; there is nothing to check.`, 'MeasureError');
  const { health: policy, name, challenge, practices, invitation } = charter.document;
  const [turned] = await held('switch');
  const [phase] = await held('phase');
  const snapshots = (await held('snapshot')).filter((snapshot) => snapshot.asOf < asOf);
  const newest = snapshots.sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  const history: History = {
    findings: await held('finding'),
    proposals: await proposalsSince(store, network, await held('proposal')),
    decisions: await held('decision'),
    introductions: await held('introduction'),
    outcomes: await held('outcome'),
    snapshots,
  };
  return {
    input: {
      ...{ network, check, asOf, policy, history },
      records: await store.networkRecords(network, asOf, asOf),
      previous:
        newest === undefined
          ? null
          : { records: await store.networkRecords(network, newest.asOf, newest.asOf), snapshot: newest },
      proposalsAllowed: turned?.proposals !== 'off',
    },
    about: { title: name, challenge, phase: phase?.phase ?? null, practices, invitation, versions },
  };
}

/** Each proposal in its newest form, with when it was first made: cooldowns count from there. */
async function proposalsSince(
  store: RecordStore,
  network: string,
  proposals: BodyOf<'proposal'>[],
): Promise<History['proposals']> {
  const madeAt = new Map<string, Instant>();
  for (const fact of await store.history({ network, kind: 'proposal' })) {
    if (fact.kind === 'proposal' && !madeAt.has(fact.body.proposal)) madeAt.set(fact.body.proposal, fact.validFrom);
  }
  return proposals.map((proposal) => ({ ...proposal, at: madeAt.get(proposal.proposal) as Instant }));
}
