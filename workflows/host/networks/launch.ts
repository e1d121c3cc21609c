/**
 * Launching a network: the gate, the facts it begins with, and its lifecycle.
 *
 * Facts come first and the workflow last, so a crash in between leaves a network that is known and does not run: the same
 * launch again goes on from there. A network whose lifecycle has begun is never launched again.
 */
import { createHash } from 'node:crypto';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { PeopleStore } from '../../../data/people/index.ts';
import type { CharterDocument, CharterInput, Instant, NewFact, RoleName } from '../../../data/records/index.ts';
import { CharterSchema } from '../../../data/records/index.ts';
import { canonicalJson, type RecordStore } from '../../../data/store/index.ts';
import { type Begin, clockOf, policyOf, programmeInstant, TASK_QUEUE, workflowId } from '../../contract/index.ts';
import { type Imported, importFacts, keepPeople, sharedAddresses, type WithIds, withIds } from './import-facts.ts';
import { RefusedError } from './refused.ts';

export interface LaunchInput {
  charter: CharterInput;
  members?: Imported;
}

interface Places {
  store: RecordStore;
  people: PeopleStore;
  client: Client;
  nowRealMs: number;
  continueAsNewAfterEvents: number | null;
}

const NO_MEMBERS: Imported = {
  records: { members: [], ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
  people: [],
};

/** @throws RefusedError with every reason why the network is not launched. */
export async function launch(
  places: Places,
  { charter: given, members = NO_MEMBERS }: LaunchInput,
): Promise<{ network: string; startedAt: Instant }> {
  const written = checkedCharter(given);
  const { network } = written;
  const earlier = await earlierLaunch(places, network);
  const known = await withIds(places.people, network, members, written.members.attributes);
  refuseAtGate(written, known);
  refuseUnknownArms(given, written, known);
  const roles = await rolesOf(places.people, written, known);
  // What is kept names people by id: a charter cannot be erased, and they can.
  const charter: CharterDocument = { ...written, roles: roles.byRole };
  const digest = createHash('sha256').update(canonicalJson(charter)).digest('hex');
  if (earlier !== null && earlier.digest !== digest) throw new RefusedError(alreadyThere(network));

  const clock = clockOf(charter, earlier?.launchedRealMs ?? places.nowRealMs);
  const startedAt = programmeInstant(clock, clock.startedRealMs);
  await keepPeople(places.people, network, known);
  const source = { type: 'import', id: members.files?.[0]?.sha256 ?? digest } as const;
  const envelope = { network, validFrom: startedAt, validTo: null, recordedAt: startedAt, source, retracted: false };
  const launchedAt = new Date(clock.startedRealMs).toISOString();
  const facts: NewFact[] = [
    { ...envelope, kind: 'charter', body: { digest, document: charter, launchedAt }, key: 'launch/charter' },
    ...roles.all.map(
      ({ role, person }): NewFact => ({
        ...envelope,
        kind: 'role',
        body: { person, role, held: true },
        key: `launch/role/${role}/${person}`,
      }),
    ),
    ...(await importFacts(places.store, { network, now: startedAt, source }, known.records)),
  ];
  await places.store.append(facts, source);

  const begin: Begin = {
    ...{ network, clock },
    policy: policyOf(charter, roles.byRole),
    settings: { continueAsNewAfterEvents: places.continueAsNewAfterEvents },
  };
  try {
    await places.client.workflow.start('networkLifecycle', {
      workflowId: workflowId({ kind: 'network', network }),
      taskQueue: TASK_QUEUE,
      args: [begin],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    throw new RefusedError(alreadyThere(network));
  }
  return { network, startedAt };
}

function checkedCharter(given: CharterInput): CharterDocument {
  const result = CharterSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${path.join('.') || 'charter'}: ${message}`);
  throw new RefusedError(`The charter is not complete:\n${lines.join('\n')}\nweft charter check shows where.`);
}

/**
 * When this very launch was begun before and did not come to its end; null for a new network.
 * @throws RefusedError where the network is there.
 */
async function earlierLaunch(
  { store }: Places,
  network: string,
): Promise<{ launchedRealMs: number; digest: string } | null> {
  const [charter] = await store.read({ network, kind: 'charter' });
  if (charter === undefined) return null;
  const [phase] = await store.read({ network, kind: 'phase' });
  if (phase !== undefined) throw new RefusedError(alreadyThere(network));
  const { digest, launchedAt } = charter.body;
  return { launchedRealMs: Date.parse(launchedAt ?? charter.validFrom), digest };
}

function alreadyThere(network: string): string {
  return `There is a network '${network}' already. Give this one another id in its charter, or see the other: weft status ${network}`;
}

/** What must be true before anybody is asked for anything. */
function refuseAtGate(charter: CharterDocument, known: WithIds): void {
  const { members } = known.records;
  const { smallestNumber } = charter.members;
  if (members.length < smallestNumber) {
    throw new RefusedError(
      `${members.length} members are known, and the charter wants at least ${smallestNumber} (members.smallestNumber). Give a file of members: weft launch CHARTER --members FILE`,
    );
  }
  const shared = sharedAddresses(known);
  if (shared > 0) {
    throw new RefusedError(`${shared} members share an e-mail address with another; give each their own.`);
  }
}

/**
 * Attributes by which the charter lets arms of a variant be assigned: members must have them. Those that it has by default,
 * where it names none, are looked for only when somebody describes a variant.
 */
function refuseUnknownArms(
  { practices }: CharterInput,
  { members: kept }: CharterDocument,
  { records }: WithIds,
): void {
  const named = practices?.variants?.attributes ?? [];
  const had = new Set(
    records.members.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) => (value === null || value === '' ? [] : [name])),
    ),
  );
  const problems = named.flatMap((attribute) => {
    const place = `practices.variants.attributes: ${attribute}`;
    if (!kept.attributes.includes(attribute)) {
      return [`${place} is not among members.attributes; there are: ${kept.attributes.join(', ')}.`];
    }
    if (had.has(attribute)) return [];
    const there = had.size === 0 ? 'None of them has any attribute.' : `They have: ${[...had].sort().join(', ')}.`;
    return [`${place} is an attribute that no member has. ${there}`];
  });
  if (problems.length > 0) throw new RefusedError(problems.join('\n'));
}

interface Roles {
  byRole: Record<RoleName, string[]>;
  all: { role: RoleName; person: string }[];
}

/**
 * Whom the charter's names mean: a member by id, name, address or how the file calls them; or somebody from outside by
 * their e-mail address. A name that means nobody is refused, because a right that nobody can use stalls everything.
 */
async function rolesOf(people: PeopleStore, charter: CharterDocument, known: WithIds): Promise<Roles> {
  const called = membersByName(known);
  const byRole: Roles['byRole'] = { lead: [], steward: [], facilitator: [], evaluator: [], sponsor: [] };
  const problems: string[] = [];
  for (const [role, names] of Object.entries(charter.roles) as [RoleName, string[]][]) {
    for (const [index, name] of names.entries()) {
      const ids = [...(called.get(plain(name)) ?? [])];
      if (ids.length === 0 && name.includes('@')) {
        const { id } = await people.idFor(charter.network, name);
        known.people.set(id, { email: name, ref: name });
        ids.push(id);
      }
      const [person] = ids;
      const place = `roles.${role}, entry ${index + 1}`;
      if (person === undefined) {
        problems.push(
          `${place}: is nobody in the file of members; use a member's id or address, or an e-mail address.`,
        );
      } else if (ids.length > 1) {
        problems.push(`${place}: several members are called that; use the id of one of them: ${ids.join(', ')}.`);
      } else if (!byRole[role].includes(person)) byRole[role].push(person);
    }
  }
  if (problems.length > 0) throw new RefusedError(problems.join('\n'));
  const all = (Object.entries(byRole) as [RoleName, string[]][]).flatMap(([role, persons]) =>
    persons.map((person) => ({ role, person })),
  );
  return { byRole, all };
}

function membersByName({ records, people, idOf }: WithIds): Map<string, Set<string>> {
  const members = new Set(records.members.map(({ member }) => member));
  const called = new Map<string, Set<string>>();
  const call = (name: string | undefined, id: string) => {
    if (name === undefined || !members.has(id)) return;
    called.set(plain(name), (called.get(plain(name)) ?? new Set()).add(id));
  };
  for (const id of members) call(id, id);
  for (const [ref, id] of idOf) call(ref, id);
  for (const [id, { name, email }] of people) {
    call(name, id);
    call(email, id);
  }
  return called;
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
