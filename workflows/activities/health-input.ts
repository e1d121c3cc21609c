/**
 * What a health check reads: the facts that held on its date and were known then. What is recorded later is the matter of
 * the next check; so a check that is done again, today or in years, gives the same bytes.
 */
import type { HealthCheckInput, HealthPolicy, History } from '../../analysis/report/health-check.ts';
import type { About } from '../../analysis/report/report.ts';
import type { BodyOf, CharterDocument, Instant, Kind } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import { membersAtCap } from './practices/burden.ts';
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
  const { health, name, challenge, practices, invitation } = charter.document;
  const policy: HealthPolicy = { ...health, targets: targetsOf(health, await held('goal')) };
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
      ...(practices?.burden === undefined ? {} : { atCap: [...(await membersAtCap(store, network, asOf))].sort() }),
    },
    about: { title: name, challenge, phase: phase?.phase ?? null, practices, invitation, versions },
  };
}

/** What the charter set, as reviews have left it. Networks that were launched before there were reviews keep the charter's. */
function targetsOf({ targets }: CharterDocument['health'], goals: BodyOf<'goal'>[]): HealthPolicy['targets'] {
  return targets.map((target, at) => {
    const goal = goals.find((one) => one.goal === `goal-${at + 1}`);
    if (goal === undefined) return target;
    const { atLeast, atMost, review, status } = goal;
    return {
      ...{ metric: target.metric, groupBy: target.groupBy, smallestResponse: target.smallestResponse },
      ...{ atLeast: atLeast ?? undefined, atMost: atMost ?? undefined },
      // Once it was looked at again it is judged at every check.
      review: goal.version === 1 ? (review ?? undefined) : undefined,
      ...(status === 'dropped' ? { dropped: true } : {}),
    };
  });
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
