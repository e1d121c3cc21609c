/**
 * Whom somebody was matched with, and why: what mails of matched people hand on. Names and addresses only where all have
 * agreed to it, which the stored fact says.
 */
import type { PersonDetails } from '../../../data/people/people-store.ts';
import { type BodyOf, type Kind, subjectOf } from '../../../data/records/index.ts';
import type { NoticeDraft, NoticeTemplate } from '../../contract/index.ts';
import type { World } from '../world.ts';
import { oneLine } from './notifier.ts';
import type { NoticeWords } from './template.ts';

/** What a fact says of a match: who is in it, whether they may know of each other, and why they were matched. */
interface Match {
  members: readonly string[];
  mayKnow: boolean;
  because: string | null;
}

interface Source<K extends Kind = Kind> {
  kind: K;
  of(body: BodyOf<K>): Match;
}

function source<K extends Kind>(row: Source<K>): Source {
  return row as unknown as Source;
}

const MENTORSHIP = source({
  kind: 'mentorship',
  of: ({ mentor, mentee, agreedAt, because }) => ({ members: [mentor, mentee], mayKnow: agreedAt !== null, because }),
});

const GROUP = source({
  kind: 'accountability-group',
  of: ({ members, because }) => ({ members, mayKnow: true, because }),
});

const NEWCOMER = source({
  kind: 'newcomer',
  of: ({ member, buddy }) => ({
    members: buddy === null ? [member] : [member, buddy],
    mayKnow: buddy !== null,
    because: null,
  }),
});

const SOURCES: Partial<Record<NoticeTemplate, Source>> = {
  'mentorship-asked': MENTORSHIP,
  'mentorship-agreed': MENTORSHIP,
  'group-formed': GROUP,
  'group-changed': GROUP,
  'buddy-agreed': NEWCOMER,
};

export async function matchedWords(
  { store, people }: Pick<World, 'store' | 'people'>,
  network: string,
  { template, about, person }: NoticeDraft,
): Promise<NoticeWords['matched']> {
  const from = SOURCES[template];
  if (from === undefined) return null;
  const [fact] = await store.read({ network, kind: from.kind, subject: subjectOf(about) });
  if (fact === undefined) return null;
  const { members, mayKnow, because } = from.of(fact.body as BodyOf<Kind>);
  if (!members.includes(person)) return null;
  const others = mayKnow ? members.filter((member) => member !== person) : [];
  const details = await Promise.all(others.map((member) => people.get(network, member)));
  return { others: details.map(contactOf), because };
}

function contactOf(details: PersonDetails | null): { name: string | null; email: string | null } {
  const name = oneLine(details?.name ?? '');
  return { name: name === '' ? null : name, email: details?.email ?? null };
}
