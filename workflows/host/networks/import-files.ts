/** Files into a running network: all or nothing, and the same file twice changes nothing. */
import { type ImportResult, readSources } from '../../../data/exchange/index.ts';
import { peopleNamed } from '../../../data/store/index.ts';
import { charterInForce } from './charter-in-force.ts';
import { exportedFacts } from './exported-facts.ts';
import { importFacts, keepPeople, sharedAddresses, withIds } from './import-facts.ts';
import type { PeoplePlaces } from './people-named.ts';
import { RefusedError } from './refused.ts';

export interface ImportReport {
  /** Facts that are new, by kind; in a dry run those that would be. */
  facts: Record<string, number>;
  appended: number;
  /** What was read and says nothing new. */
  unchanged: number;
  people: number;
  notes: string[];
  files: { name: string; sha256: string }[];
  dryRun: boolean;
}

const NOTHING: ImportResult = {
  ok: true,
  records: { members: [], ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
  membersInferred: false,
  people: [],
  directed: undefined,
  notes: [],
  files: [],
};

/** @throws ImportError naming every problem by file, line and column. */
export async function importFiles(
  places: PeoplePlaces & { nowRealMs: number },
  network: string,
  paths: readonly string[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportReport> {
  const { store, people } = places;
  const { charter, now } = await charterInForce(store, network, places.nowRealMs);
  const { attributes } = charter.members;
  const knownMembers = await namesOfMembers(places, network);
  const exported = await exportedFacts(network, paths);
  const imported =
    exported.others.length === 0 ? NOTHING : await readSources(exported.others, { attributes, knownMembers });
  const known = await withIds(people, network, imported, attributes);
  if (sharedAddresses(known) > 0) {
    throw new RefusedError('Several members share an e-mail address; give each their own.');
  }
  await refuseErased(places, network, [
    ...known.people.keys(),
    ...known.idOf.values(),
    ...exported.facts.flatMap(peopleNamed),
  ]);
  const files = [...exported.files, ...imported.files];
  const source = { type: 'import', id: files[0]?.sha256 ?? 'none' } as const;
  const keys = new Set(exported.facts.length === 0 ? [] : (await store.history({ network })).map(({ key }) => key));
  const facts = [
    ...exported.facts.filter(({ key }) => !keys.has(key)),
    ...(await importFacts(store, { network, now, source }, known.records)),
  ];
  if (!dryRun) {
    await keepPeople(people, network, known);
    await store.append(facts, source);
  }
  const counts: Record<string, number> = {};
  for (const { kind } of facts) counts[kind] = (counts[kind] ?? 0) + 1;
  const read = Object.values(known.records).reduce((sum, bodies) => sum + bodies.length, exported.facts.length);
  return {
    facts: counts,
    appended: facts.length,
    unchanged: read - facts.length,
    people: known.people.size,
    notes: imported.notes,
    files,
    dryRun,
  };
}

/** An old file must not bring back who was erased, not even in part: that would look as if it had been read whole. */
async function refuseErased({ store }: PeoplePlaces, network: string, people: readonly string[]): Promise<void> {
  const erased = await store.erased(network, [...new Set(people)]);
  if (erased.length === 0) return;
  const [who, they] = erased.length === 1 ? ['1 person', 'that person'] : [`${erased.length} people`, 'them'];
  throw new RefusedError(
    `The files name ${who} who ${erased.length === 1 ? 'was' : 'were'} erased from ${network}: take ${they} out. Whoever comes back takes part under another id.`,
  );
}

/** Everything that a file may call a member: ids, what earlier files called them, addresses. */
async function namesOfMembers({ store, people }: PeoplePlaces, network: string): Promise<Set<string>> {
  const names = new Set((await store.read({ network, kind: 'member' })).map(({ body }) => body.member));
  for (const { person, details } of await people.list(network)) {
    if (!names.has(person)) continue;
    for (const name of [details.ref, details.email]) if (name !== undefined) names.add(name);
  }
  return names;
}
