/**
 * What files say, as facts of a network. A fact is only stated where it changes what is known, and its key is made of
 * what it says and what it supersedes: the same file twice changes nothing, and a file that says again what was true
 * before a change is heard.
 *
 * When it holds: an answer to a survey since the wave's close, an adoption since its date, everything else since now.
 */
import { createHash } from 'node:crypto';
import type { ImportedPerson } from '../../../data/exchange/index.ts';
import { mapIds } from '../../../data/exchange/index.ts';
import type { PeopleStore } from '../../../data/people/index.ts';
import type { BodyOf, Instant, Kind, NetworkRecords, NewFact, Source } from '../../../data/records/index.ts';
import { KINDS } from '../../../data/records/index.ts';
import { canonicalJson, type RecordStore } from '../../../data/store/index.ts';

/** What a reader of files gives. */
export interface Imported {
  records: NetworkRecords;
  people: readonly ImportedPerson[];
  files?: readonly { name: string; sha256: string }[];
}

/** The same with our ids, and with what may identify people moved to their details. */
export interface WithIds {
  records: NetworkRecords;
  people: Map<string, Omit<ImportedPerson, 'ref'> & { ref?: string }>;
  /** How the files call people, to ids. */
  idOf: ReadonlyMap<string, string>;
}

export async function withIds(
  people: PeopleStore,
  network: string,
  imported: Imported,
  shownAttributes: readonly string[],
): Promise<WithIds> {
  const idOf = new Map<string, string>();
  const details: WithIds['people'] = new Map();
  for (const ref of refsOf(imported)) {
    const known = await people.resolve(network, ref);
    const { id, opaque } = known === null ? await people.idFor(network, ref) : { id: known, opaque: true };
    idOf.set(ref, id);
    if (!opaque) details.set(id, { ref });
  }
  for (const { ref, ...rest } of imported.people) {
    const id = idOf.get(ref) as string;
    details.set(id, { ...details.get(id), ...rest });
  }
  const records = mapIds(imported.records, (ref) => idOf.get(ref) as string);
  const members = records.members.map((member) => {
    const entries = Object.entries(member.attributes);
    const kept = entries.filter(([name]) => shownAttributes.includes(name));
    const other = entries.filter(([name, value]) => !shownAttributes.includes(name) && value !== null);
    if (other.length > 0) {
      const before = details.get(member.member);
      const added = Object.fromEntries(other.map(([name, value]) => [name, String(value)]));
      details.set(member.member, { ...before, other: { ...added, ...before?.other } });
    }
    return { ...member, attributes: Object.fromEntries(kept) };
  });
  return { records: { ...records, members }, people: details, idOf };
}

/** A second person under one address would make it impossible to say who acts. */
export function sharedAddresses({ people }: WithIds): number {
  const addresses = [...people.values()].flatMap(({ email }) =>
    email === undefined ? [] : [email.trim().toLowerCase()],
  );
  return addresses.length - new Set(addresses).size;
}

export async function keepPeople(people: PeopleStore, network: string, { people: details }: WithIds): Promise<void> {
  for (const [person, detail] of details) await people.put(network, person, detail);
}

/** Facts that change what is known, in a fixed order. Members who are there keep their standing. */
export async function importFacts(
  store: RecordStore,
  { network, now, source }: { network: string; now: Instant; source: Source },
  records: NetworkRecords,
): Promise<NewFact[]> {
  const facts: NewFact[] = [];
  const state = async <K extends Kind>(
    kind: K,
    bodies: BodyOf<K>[],
    since: (body: BodyOf<K>) => Instant,
    amend: (body: BodyOf<K>, before: BodyOf<K> | null) => BodyOf<K> = (body) => body,
  ) => {
    const newest = await newestOf(store, network, kind);
    const subject = KINDS[kind].subject as (body: BodyOf<K>) => string;
    for (const given of bodies) {
      const before = newest.get(subject(given)) ?? null;
      const body = amend(given, before !== null && !before.retracted ? before.body : null);
      const said = canonicalJson(body);
      if (before !== null && !before.retracted && canonicalJson(before.body) === said) continue;
      facts.push({
        ...{ network, kind, body, source },
        validFrom: since(body),
        validTo: null,
        recordedAt: now,
        key: `import/${kind}/${digest([said, before?.key ?? ''])}`,
        retracted: false,
      } as unknown as NewFact);
    }
  };
  const closes = new Map(records.waves.map((wave) => [wave.wave, wave.closes]));
  for (const { body } of await store.read({ network, kind: 'wave' }))
    if (!closes.has(body.wave)) closes.set(body.wave, body.closes);
  const atClose = (wave: string | null) => (wave === null ? now : (closes.get(wave) ?? now));

  await state(
    'member',
    records.members,
    () => now,
    (body, before) =>
      before === null
        ? { ...body, status: 'invited' }
        : { ...before, hub: body.hub || before.hub, attributes: { ...before.attributes, ...body.attributes } },
  );
  await state('wave', records.waves, (body) => body.opens);
  await state('response', records.responses, (body) => atClose(body.wave));
  await state('tie', records.ties, (body) => atClose(body.wave));
  await state('adoption', records.adoptions, (body) => dateOf(body.time) ?? now);
  await state('contribution', records.contributions, () => now);
  return facts;
}

interface Newest<K extends Kind> {
  key: string;
  body: BodyOf<K>;
  retracted: boolean;
}

/** The newest fact of each subject, taken back or not: what an import supersedes. */
async function newestOf<K extends Kind>(store: RecordStore, network: string, kind: K): Promise<Map<string, Newest<K>>> {
  const newest = new Map<string, Newest<K>>();
  for (const fact of await store.history({ network, kind })) {
    newest.set(fact.subject, { key: fact.key, body: fact.body as BodyOf<K>, retracted: fact.retracted });
  }
  return newest;
}

/** The instant a calendar date begins; null for a period number or no time at all. */
function dateOf(time: string | number | null): Instant | null {
  if (typeof time !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(time)) return null;
  // A time of day without a zone is read as UTC: never in the zone of the machine.
  const ms = Date.parse(/T[\d:.]+$/.test(time) ? `${time}Z` : time);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** Everybody whom the files name, each once. */
function refsOf({ records, people }: Imported): Set<string> {
  return new Set([
    ...records.members.map(({ member }) => member),
    ...people.map(({ ref }) => ref),
    ...records.ties.flatMap(({ from, to }) => [from, to]),
    ...records.adoptions.map(({ member }) => member),
    ...records.responses.map(({ member }) => member),
    ...records.contributions.flatMap(({ member, helped }) => (helped === null ? [member] : [member, helped])),
  ]);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
