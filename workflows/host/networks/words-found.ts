/**
 * What somebody may read of the words of a network: their own, whatever they are in, and those that were meant for them.
 * Words are opened for this one look and kept nowhere; of whom was erased there are none. That somebody looked is written
 * to the audit log, by counts: whoever sits at the terminal reads nobody's private words unseen.
 *
 * Words given in an anonymous round belong to nobody: their author cannot find them either, which is the promise.
 */
import { KEPT } from '../../../data/exchange/archive/index.ts';
import {
  type BodyOf,
  type Fact,
  type Instant,
  KIND_NAMES,
  KINDS,
  type Kind,
  type RecordKind,
} from '../../../data/records/index.ts';
import { charterInForce } from './charter-in-force.ts';
import { personNamed } from './people-named.ts';
import { type ReaderPlaces, readerOf } from './reader.ts';
import { RefusedError } from './refused.ts';
import { mayRead, readersOf } from './who-may-read.ts';

export interface WordsQuestion {
  as: string;
  /** Only what they wrote themselves: also for whoever takes no part any more. */
  mine?: boolean;
  /** Only this: an id as reports name it (agenda-1, claim-2, cycle-1), or the name of a kind of record. */
  about?: string;
}

/** What one record says in words, as its reader sees it. Who wrote it is not said, except that it was the reader. */
export interface WordsFound {
  kind: Kind;
  /** What records of the kind are, as a heading. */
  heading: string;
  /** What it is called in reports. */
  about: string;
  since: Instant;
  mine: boolean;
  words: { of: string; text: string }[];
}

/** In the order of the kinds, then of their dates. @throws RefusedError */
export async function wordsFound(
  places: ReaderPlaces,
  network: string,
  { as, mine = false, about }: WordsQuestion,
): Promise<WordsFound[]> {
  const { store, people } = places;
  const { policy, now } = await charterInForce(store, network, places.nowRealMs);
  const person = mine ? await knownPerson(places, network, as) : await readerOf(places, network, as);
  const own = new Set(await people.textsBy(network, person));
  const questions = await questionsAsked(places, network);
  const gathering = await roundsThatGather(places, network);
  const found: WordsFound[] = [];
  for (const kind of KIND_NAMES) {
    const facts: Fact[] = await store.read({ network, kind });
    for (const { body, subject, validFrom } of [...facts].sort(byDate)) {
      const name = nameOf(kind, body, subject);
      if (about !== undefined && about !== name && about !== kind) continue;
      // What comes in first stays unseen until all is in: nobody's idea is shaped by another's.
      const isGathered = kind === 'idea' && gathering.has((body as BodyOf<'idea'>).round);
      const readers = mine || isGathered ? null : readersOf(kind, body as never, policy);
      const words: WordsFound['words'] = [];
      const references = referencesIn(kind, body);
      for (const { field, of, reference } of references) {
        if (!own.has(reference) && !mayRead(readers?.get(field), person, policy)) continue;
        const text = await people.openText(network, reference);
        if (text !== null) words.push({ of: questions.get(`${name} ${of}`) ?? of, text });
      }
      if (words.length === 0) continue;
      const isMine = references.some(({ reference }) => own.has(reference));
      found.push({ kind, heading: headingOf(kind), about: name, since: validFrom, mine: isMine, words });
    }
  }
  const actor = { type: 'person', id: person } as const;
  const detail = { read: found.length, own: found.filter((one) => one.mine).length };
  await store.recordAudit({ network, at: now, actor, action: 'words-read', detail });
  return found;
}

async function knownPerson(places: ReaderPlaces, network: string, as: string): Promise<string> {
  const person = await personNamed(places, network, as);
  if (person === null) throw new RefusedError(`Nobody of ${network} is called that; give an id or an address.`);
  return person;
}

/** What a questionnaire asked, by round and item: an answer is read beside its question. */
async function questionsAsked({ store }: ReaderPlaces, network: string): Promise<Map<string, string>> {
  const rounds = await store.read({ network, kind: 'questionnaire-round' });
  return new Map(
    rounds.flatMap(({ body: { round, questionnaire } }) =>
      questionnaire.items.map(({ id, ask }) => [`${round} ${id}`, ask] as const),
    ),
  );
}

async function roundsThatGather({ store }: ReaderPlaces, network: string): Promise<Set<string>> {
  const rounds = await store.read({ network, kind: 'idea-round' });
  return new Set(rounds.filter(({ body }) => body.status === 'diverging').map(({ body }) => body.round));
}

const REFERENCE = /^t-[0-9a-f]{16,64}$/;

/** References to words, with the field of the record and, within lists, what the entry calls itself. */
function referencesIn(kind: Kind, body: unknown): { field: string; of: string; reference: string }[] {
  const fields = body as Record<string, unknown>;
  return (KINDS[kind] as RecordKind).columns.flatMap((field) =>
    within(fields[field], field).map(({ of, reference }) => ({ field, of, reference })),
  );
}

function within(value: unknown, of: string): { of: string; reference: string }[] {
  if (typeof value === 'string') return REFERENCE.test(value) ? [{ of, reference: value }] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => within(entry, of));
  if (typeof value !== 'object' || value === null) return [];
  const { rival, item, arm } = value as Record<string, unknown>;
  const called = [rival, item, arm].find((name) => typeof name === 'string') as string | undefined;
  return Object.values(value).flatMap((inner) => within(inner, called ?? of));
}

/** As reports call it, where its subject says more than that: a framing by its cycle, an answer by its round. */
function nameOf(kind: Kind, body: unknown, subject: string): string {
  if (kind === 'cycle-framing') return `cycle-${(body as BodyOf<'cycle-framing'>).cycle}`;
  if (kind === 'questionnaire-answer') return (body as BodyOf<'questionnaire-answer'>).round;
  return subject;
}

function headingOf(kind: Kind): string {
  const words = kind.replaceAll('-', ' ');
  return KEPT[kind]?.title ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function byDate(a: Fact, b: Fact): number {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? -1 : 1;
  return a.subject < b.subject ? -1 : 1;
}
