/** Who has left a network: nobody writes to them, and nothing waits on them. Holders of roles who are no members have not. */
import { subjectOf } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import type { NoticeTemplate } from '../contract/index.ts';

/** Beyond so many, reading the roster is quicker than asking for each. */
const ONE_BY_ONE = 20;

/** What is told to somebody because they go: it takes an entry from their calendar, or says that their term is over. */
export const FAREWELLS: ReadonlySet<NoticeTemplate> = new Set<NoticeTemplate>([
  'ritual-left',
  'session-left',
  'term-lapsed',
]);

/** Those of the people who have left. */
export async function whoLeft(
  store: Pick<RecordStore, 'read'>,
  network: string,
  people: readonly string[],
): Promise<Set<string>> {
  const asked = new Set(people);
  const known =
    asked.size > ONE_BY_ONE
      ? await store.read({ network, kind: 'member' })
      : (
          await Promise.all([...asked].map((one) => store.read({ network, kind: 'member', subject: subjectOf(one) })))
        ).flat();
  return new Set(
    known.filter(({ body }) => body.status === 'left' && asked.has(body.member)).map(({ body }) => body.member),
  );
}
