/**
 * Delivers one notice, once: claim, send, mark. Addresses and names are read here, handed to the notifier, and kept
 * nowhere else.
 */
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { PersonDetails } from '../../data/people/people-store.ts';
import { type Instant, subjectOf } from '../../data/records/index.ts';
import type { NoticeDraft } from '../contract/index.ts';
import { calendarPart } from './notify/calendar-part.ts';
import { ideasOf } from './notify/ideas-of.ts';
import { linesOf } from './notify/lines.ts';
import { matchedWords } from './notify/matched.ts';
import { isAddress, oneLine, Undeliverable } from './notify/notifier.ts';
import type { NoticeWords } from './notify/template.ts';
import { wordsOf } from './notify/templates.ts';
import { passagesOf } from './passages.ts';
import { catchUpLines } from './practices/framing.ts';
import type { World } from './world.ts';

export interface NetworkWords {
  networkName: string;
  timeZone: string;
  /** What an invitation tells of the charter, a paragraph each. */
  purpose: readonly string[];
}

export async function networkWords({ store }: Pick<World, 'store'>, network: string): Promise<NetworkWords> {
  const [charter] = await store.read({ network, kind: 'charter' });
  if (charter === undefined) throw new Error(`${network} has no charter yet; nothing is sent in its name.`);
  const { name, timeZone, challenge, callToAction, valueProposition, consent } = charter.body.document;
  const purpose = [
    `What it is about: ${oneLine(challenge)}`,
    `What is asked of you: ${oneLine(callToAction)}`,
    `What you get: ${oneLine(valueProposition)}`,
    `How answers are used: ${oneLine(consent.statement)}`,
  ];
  return { networkName: oneLine(name), timeZone, purpose };
}

/**
 * True where the notice is with its receiver, from this attempt or an earlier one. False where the person has no
 * address, was erased, or their address takes no mail: then there is nothing to repeat.
 */
export async function deliver(
  world: Pick<World, 'store' | 'people' | 'notifier'>,
  network: string,
  { networkName, timeZone, purpose }: NetworkWords,
  notice: NoticeDraft,
  { until, at }: { until: string | null; at: Instant },
): Promise<boolean> {
  const { store, people, notifier } = world;
  const details = await people.get(network, notice.person);
  const address = details?.email;
  if (address === undefined || !isAddress(address)) return false;
  const id = noticeKey(notice.id);
  // 'sending' is what a worker that died leaves behind: nothing that counts has left it, so it is sent now.
  if ((await store.claimNotice(network, id)) === 'sent') return true;
  const calendar = await calendarPart(world, { network, networkName, notice, to: address, at });
  const passages = await passagesOf(world, network, notice);
  // What it was to hand on has been taken back, all of it: then there is nothing to say.
  if (passages?.length === 0) return false;
  const words = wordsOf(notice.template, {
    network,
    networkName,
    purpose,
    about: notice.about,
    person: notice.person,
    name: nameOf(details),
    until: until === null ? null : (DateTime.fromISO(until, { zone: timeZone }).toISODate() as string),
    text: notice.text === undefined ? null : await people.openText(network, notice.text),
    lines: await linesOf(store, network, notice),
    questionnaire: await questionnaireOf(world, network, notice),
    passages: passages ?? [],
    changes: notice.template === 'catch-up' ? await catchUpLines({ store, people }, network, notice, noticeKey) : [],
    partner: notice.template === 'introduction-agreed' ? await partnerOf(world, network, notice) : null,
    meeting: calendar?.words ?? null,
    ideas: await ideasOf(world, network, notice),
    options: await optionsOf(world, network, notice),
    matched: await matchedWords(world, network, notice),
  });
  let marked = false;
  const mark = async () => {
    await store.markNoticeSent(network, id);
    marked = true;
  };
  try {
    await notifier.send(
      { id: `${network}.${id}`, to: address, ...words, ...(calendar === null ? {} : { calendar: calendar.part }) },
      mark,
    );
  } catch (error) {
    if (error instanceof Undeliverable) return false;
    // The receiver refused it after all, and we are alive to know.
    if (marked) await store.markNoticeUnsent(network, id);
    throw error;
  }
  if (!marked) await mark();
  return true;
}

/** Names of templates, of what they are about and of people, joined, may be longer than an id: then it is a digest. */
export function noticeKey(id: string): string {
  return id.length <= 100 ? id : `n-${createHash('sha256').update(id).digest('hex')}`;
}

/** What a round asks, as it was when it opened. */
async function questionnaireOf(
  { store }: Pick<World, 'store'>,
  network: string,
  { template, about }: NoticeDraft,
): Promise<NoticeWords['questionnaire']> {
  if (template !== 'questionnaire-open' && template !== 'questionnaire-reminder') return null;
  const [round] = await store.read({ network, kind: 'questionnaire-round', subject: subjectOf(about) });
  return round?.body.status === 'open' ? round.body.questionnaire : null;
}

/** Both agreed to be introduced, so each learns who the other is. */
async function partnerOf(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  { about, person }: NoticeDraft,
): Promise<NoticeWords['partner']> {
  const [introduction] = await store.read({ network, kind: 'introduction', subject: subjectOf(about) });
  const agreed = introduction?.body.status === 'agreed' || introduction?.body.status === 'met';
  const other = introduction?.body.members.find((member) => member !== person);
  if (!agreed || other === undefined || !introduction?.body.members.includes(person)) return null;
  const details = await people.get(network, other);
  return { name: nameOf(details), email: details?.email ?? null };
}

function nameOf(details: PersonDetails | null): string | null {
  const name = oneLine(details?.name ?? '');
  return name === '' ? null : name;
}

/** What a decision that waits is to be made between; nothing for every other notice. */
async function optionsOf(
  { store }: Pick<World, 'store'>,
  network: string,
  { template, about }: NoticeDraft,
): Promise<readonly string[]> {
  if (!template.startsWith('decision-')) return [];
  const [decision] = await store.read({ network, kind: 'decision', subject: subjectOf(about) });
  return decision?.body.options ?? [];
}
