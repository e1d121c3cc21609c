/**
 * Erasing a person: mails and reports that show them, what the store knows of them, and last who they are, because until
 * then a command that was cut off can be given again by the same name. What a running workflow still carries is an id
 * that means nobody any more; the store and the activities leave it out.
 *
 * What stays: the opaque id in Temporal's histories until their retention ends, mails that SMTP has delivered, files
 * that somebody exported or copied, and what was written of the person in other people's words.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveOf, readArchiveSource, writeArchive } from '../../../data/exchange/archive/index.ts';
import type { Instant } from '../../../data/records/index.ts';
import { type Erasure, mentions } from '../../../data/store/index.ts';
import { archiveFolder } from '../../contract/index.ts';
import { charterInForce } from './charter-in-force.ts';
import { memberOf, type PeoplePlaces, personNamed } from './people-named.ts';
import { RefusedError } from './refused.ts';

export interface Erased {
  network: string;
  /** The id, which means nobody now: who repeats the command gives it. */
  person: string;
  /** Whether they were an active member, so that the running network was told that they leave. */
  left: boolean;
  facts: Pick<Erasure, 'removed' | 'replaced'>;
  /** Audit entries that name nobody now. */
  auditEntries: number;
  inbox: number;
  /** Records of personal details, and texts that they wrote. */
  details: number;
  texts: number;
  /** Files that are gone, by name. */
  mails: number;
  reportFiles: string[];
  /** Health checks whose kept report is gone: weft report --as-of makes one anew. */
  reports: { check: string; asOf: Instant }[];
  /** Whether the archive that the network left was written anew without them. */
  archive: boolean;
}

interface Places extends PeoplePlaces {
  nowRealMs: number;
  reportsDir: string;
  outboxDir: string;
  /** Tells the running network that a member leaves. */
  leave(person: string): Promise<void>;
  /** Tells a running network that somebody who held a role, and is no member, is gone. */
  vacate(person: string): Promise<void>;
}

/** Whoever owns the data folder: there is nobody else at this terminal. */
const OPERATOR = { type: 'person', id: 'operator' } as const;

/** @throws RefusedError where nobody is called that. */
export async function erase(places: Places, network: string, name: string): Promise<Erased> {
  const { store, people } = places;
  const { now } = await charterInForce(store, network, places.nowRealMs);
  const person = await whom(places, network, name);
  const left = await leaveFirst(places, network, person);
  if (!left && (await holdsRole(places, network, person))) await places.vacate(person);
  const isTheirs = await mailsOf(places, network, person);
  const before = await sweep(places, network, person, isTheirs);
  const { removed, replaced, entries, inbox, reports } = await store.eraseMember(network, person, OPERATOR, now);
  const { details, texts } = await people.erase(network, person);
  // A worker may have written one more while this went on.
  const after = await sweep(places, network, person, isTheirs);
  return {
    ...{ network, person, left, facts: { removed, replaced }, auditEntries: entries, inbox, details, texts, reports },
    mails: before.mails + after.mails,
    reportFiles: [...new Set([...before.reportFiles, ...after.reportFiles])].sort(),
    archive: await archiveAnew(places, network),
  };
}

/** Whose role is vacant from then on, where the network still lives. */
async function holdsRole({ store }: Places, network: string, person: string): Promise<boolean> {
  const [phase] = await store.read({ network, kind: 'phase' });
  if (phase === undefined || phase.body.phase === 'closed') return false;
  return (await store.read({ network, kind: 'role' })).some(({ body }) => body.held && body.person === person);
}

/** An archive is made from the facts, so that it is made again from those that are left. */
async function archiveAnew(places: Places, network: string): Promise<boolean> {
  const folder = archiveFolder(places.reportsDir, network);
  if (!existsSync(folder)) return false;
  await writeArchive(folder, archiveOf(await readArchiveSource(places, network)), { replacing: true });
  return true;
}

async function whom(places: Places, network: string, name: string): Promise<string> {
  const person = await personNamed(places, network, name);
  if (person !== null) return person;
  const [erased] = await places.store.erased(network, [name]);
  if (erased !== undefined) return erased;
  throw new RefusedError(`Nobody of ${network} is called that; give an id or an address.`);
}

/** Erasing does not wait for the network's consent: one that has ended or will not let them go is left as it is. */
async function leaveFirst(places: Places, network: string, person: string): Promise<boolean> {
  const [phase] = await places.store.read({ network, kind: 'phase' });
  const member = await memberOf(places, network, person);
  if (member?.status !== 'active' || phase === undefined || phase.body.phase === 'closed') return false;
  try {
    await places.leave(person);
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

type IsTheirs = (notice: string, mail: string) => boolean;

/**
 * Mails to the person, by what is known of each notice; by its id's end or its address where its sender died before it
 * was noted; and those in which the other party of an introduction learned who they are.
 */
async function mailsOf({ store, people }: Places, network: string, person: string): Promise<IsTheirs> {
  const email = (await people.get(network, person))?.email;
  const introductions = (await store.history({ network, kind: 'introduction' })).flatMap((fact) =>
    fact.kind === 'introduction' && fact.body.members.includes(person) ? [fact.body.introduction] : [],
  );
  const notices = new Map(
    (await store.history({ network, kind: 'notice' })).flatMap((fact) =>
      fact.kind === 'notice' ? [[fact.body.notice, fact.body]] : [],
    ),
  );
  return (notice, mail) => {
    const noted = notices.get(notice);
    if (introductions.some((about) => notice.startsWith(`introduction-agreed.${about}.`))) return true;
    if (noted?.template === 'introduction-agreed' && introductions.includes(noted.about)) return true;
    if (email !== undefined && mail.split('\n').includes(`To: ${email}`)) return true;
    return noted === undefined ? notice.endsWith(`.${person}`) : noted.person === person;
  };
}

async function sweep(
  { outboxDir, reportsDir }: Places,
  network: string,
  person: string,
  isTheirs: IsTheirs,
): Promise<{ mails: number; reportFiles: string[] }> {
  const mails = await removed(outboxDir, (file, text) => {
    const notice = file.startsWith(`${network}.`) ? file.slice(network.length + 1).replace(/\.eml$/, '') : null;
    return notice !== null && isTheirs(notice, text);
  });
  const reportFiles = await removed(join(reportsDir, network), (_, text) => mentions(text, person));
  return { mails: mails.length, reportFiles };
}

/** Names of the files of a folder that are gone now; none where there is no such folder. */
async function removed(folder: string, isTheirs: (file: string, text: string) => boolean): Promise<string[]> {
  const gone: string[] = [];
  for (const file of (await filesOf(folder)).sort()) {
    const text = await readFile(join(folder, file), 'utf8').catch(unlessGone);
    if (text === null || !isTheirs(file, text)) continue;
    await rm(join(folder, file), { force: true });
    gone.push(file);
  }
  return gone;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(unlessGone);
  return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** A file that is being written is renamed at its end: what was there a moment ago may be there no more. */
function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
