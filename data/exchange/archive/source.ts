/** Everything that an archive is made from, read once: facts that hold, words that may be opened, the last report. */
import type { PeopleStore } from '../../people/index.ts';
import type { BodyOf, Fact, Kind, NetworkRecords } from '../../records/index.ts';
import type { RecordStore } from '../../store/index.ts';
import { KEPT, type Kept } from './what-is-kept.ts';

export interface ArchiveSource {
  network: string;
  charter: BodyOf<'charter'>['document'];
  /** Of each kept kind: the facts, in order of their dates. */
  facts: { kind: Kind; kept: Kept; facts: Fact[] }[];
  records: NetworkRecords;
  /** References to words → the words; those of erased people are not there. */
  words: ReadonlyMap<string, string>;
  /** Only where the charter says so. */
  names: { id: string; name: string }[] | null;
  lastReport: { check: string; asOf: string; html: string; markdown: string; json: string } | null;
  figures: BodyOf<'snapshot'> | null;
  audit: { entries: number; head: string | null };
}

interface Places {
  store: RecordStore;
  people: PeopleStore;
}

export async function readArchiveSource({ store, people }: Places, network: string): Promise<ArchiveSource> {
  const [charter] = await store.read({ network, kind: 'charter' });
  if (charter === undefined) throw new Error(`${network} has no charter: there is nothing to archive.`);
  const facts: ArchiveSource['facts'] = [];
  const words = new Map<string, string>();
  for (const [name, entry] of Object.entries(KEPT)) {
    const kind = name as Kind;
    const kept = entry as Kept;
    const held = kept.history === true ? await store.history({ network, kind }) : await store.read({ network, kind });
    const chosen = held.filter((fact) => kept.when?.(fact.body) ?? true).sort(byDate);
    facts.push({ kind, kept, facts: chosen });
    for (const reference of chosen.flatMap(({ body }) => referencesIn(body, kept))) {
      const text = await people.openText(network, reference);
      if (text !== null) words.set(reference, text);
    }
  }
  const audit = await store.audit(network);
  const { document } = charter.body;
  const records = await store.networkRecords(network);
  return {
    ...{ network, charter: document, facts, words },
    // What was given to a stage was given to those who took part in it.
    records: { ...records, contributions: records.contributions.map((one) => ({ ...one, text: null })) },
    names: document.consent.namesInArchive === true ? await namesOf({ store, people }, network) : null,
    lastReport: await lastReport(store, network),
    figures:
      (await store.read({ network, kind: 'snapshot' }))
        .map(({ body }) => body)
        .sort(byAsOf)
        .at(-1) ?? null,
    audit: { entries: audit.length, head: audit.at(-1)?.hash ?? null },
  };
}

function referencesIn(body: Fact['body'], { words = [] }: Kept): string[] {
  const fields = body as Record<string, unknown>;
  return (words as readonly string[]).map((field) => fields[field]).filter((value) => typeof value === 'string');
}

async function namesOf({ store, people }: Places, network: string): Promise<{ id: string; name: string }[]> {
  const members = new Set((await store.read({ network, kind: 'member' })).map(({ body }) => body.member));
  return (await people.list(network)).flatMap(({ person, details }) =>
    members.has(person) && details.name !== undefined ? [{ id: person, name: details.name }] : [],
  );
}

/** The newest whose files are kept: one that named somebody who was erased went with them. */
async function lastReport(store: RecordStore, network: string): Promise<ArchiveSource['lastReport']> {
  const reports = (await store.read({ network, kind: 'report' })).map(({ body }) => body).sort(byAsOf);
  for (const { check, asOf, ...addresses } of reports.reverse()) {
    const [html, markdown, json] = [
      await store.getArtifact(addresses.html),
      await store.getArtifact(addresses.markdown),
      await store.getArtifact(addresses.json),
    ];
    if (html === null || markdown === null || json === null) continue;
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { check, asOf, html: text(html), markdown: text(markdown), json: text(json) };
  }
  return null;
}

function byDate(a: Fact, b: Fact): number {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? -1 : 1;
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

function byAsOf(a: { asOf: string; check: string }, b: { asOf: string; check: string }): number {
  const [left, right] = [`${a.asOf} ${a.check}`, `${b.asOf} ${b.check}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
