import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BodyOf, KINDS, type Kind, type NewFact } from '../../../data/records/index.ts';
import { type DatabasePlace, openStore, type RecordStore } from '../../../data/store/index.ts';
import { membersAtCap, takePlaces } from '../../../workflows/activities/practices/burden.ts';
import { onEachBackend } from '../../data/store/backends.ts';
import { quietRuntime } from '../../support/quiet-runtime.ts';

const NETWORK = 'capped';
const AT = '2026-03-02T09:00:00.000Z';
const CAP = 3;
const PEOPLE = ['p01', 'p02', 'p03', 'p04', 'p05'];
const SOURCE = { type: 'workflow', id: 'network/capped' } as const;

onEachBackend(
  'nobody is asked more often than the charter allows, however many choose at the same instant',
  (backend) => {
    let place: DatabasePlace;
    let store: RecordStore;
    let other: RecordStore;
    beforeAll(async () => {
      quietRuntime();
      place = await backend.fresh();
      [store, other] = await Promise.all([openStore(place), openStore(place)]);
      const { example } = KINDS.charter;
      const document = {
        ...example.document,
        network: NETWORK,
        practices: { burden: { questionsPerQuarter: CAP, countEvery: 'P30D' } },
      };
      await store.append(
        [
          fact('charter', { ...example, document } as BodyOf<'charter'>, 'charter'),
          // Each was asked once already.
          ...PEOPLE.map((person) => asking(person, 'welcome')),
        ],
        SOURCE,
      );
    });
    afterAll(() => Promise.all([store.close(), other.close()]));

    const take = (about: string, from: RecordStore = store) =>
      new MockActivityEnvironment().run(() =>
        takePlaces(from, { network: NETWORK, people: PEOPLE, atMost: 2, about, at: AT }),
      ) as Promise<string[]>;

    it('50 choices at once, from two connections, fill every place and none twice', async () => {
      const abouts = Array.from({ length: 50 }, (_, index) => `request-${index + 1}`);
      const taken = await Promise.all(abouts.map((about, index) => take(about, index % 2 === 0 ? store : other)));
      const count = (person: string) => taken.flat().filter((one) => one === person).length;
      expect(PEOPLE.map(count)).toEqual(PEOPLE.map(() => CAP - 1));
      expect([...(await membersAtCap(store, NETWORK, AT))].sort()).toEqual(PEOPLE);
      const places = await store.read({ network: NETWORK, kind: 'question-place' });
      expect(places).toHaveLength(PEOPLE.length * (CAP - 1));
      // Whoever found all places taken left everybody out, and that is on record.
      const spared = new Set((await store.read({ network: NETWORK, kind: 'sparing' })).map(({ body }) => body.about));
      expect(spared.size).toBeGreaterThanOrEqual(abouts.length - places.length);
      // Made again, an attempt finds what it had chosen, and takes nothing more.
      const again = await Promise.all(abouts.map((about) => take(about)));
      expect(again).toEqual(taken);
      expect(await store.read({ network: NETWORK, kind: 'question-place' })).toHaveLength(places.length);
      expect(await store.verifyAudit(NETWORK)).toMatchObject({ verifies: true });
    });

    it('a place that became a question counts once', async () => {
      const [first] = await store.read({ network: NETWORK, kind: 'question-place' });
      const { member, about } = first?.body ?? { member: '', about: '' };
      await store.append([asking(member, about)], SOURCE);
      expect(await take('one-more')).toEqual([]);
      // A quarter later the places are forgotten with the questions.
      expect(await membersAtCap(store, NETWORK, '2026-07-02T09:00:00.000Z')).toEqual(new Set());
    });
  },
);

function asking(person: string, about: string): NewFact {
  const notice = `help-asked.${about}.${person}`;
  return fact('notice', { notice, person, template: 'help-asked', about, asks: true }, `notice/${notice}`);
}

function fact<K extends Kind>(kind: K, body: BodyOf<K>, key: string): NewFact {
  const when = { validFrom: AT, validTo: null, recordedAt: AT, retracted: false };
  return { network: NETWORK, kind, body, key, source: SOURCE, ...when } as NewFact;
}
