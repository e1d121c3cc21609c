import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../data/store/database.ts';
import { openStore, RecordError, type RecordStore } from '../../../data/store/index.ts';
import type { StoreTables } from '../../../data/store/tables.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day, tie } from './facts.ts';

type Tamper = (db: Kysely<StoreTables>) => Promise<unknown>;

/** What somebody with the database's password could do to three appends of two facts each, and where it shows. */
const TAMPERINGS: [what: string, tamper: Tamper, brokenAt: number, reason: RegExp][] = [
  [
    "a fact's body is edited",
    (db) => db.updateTable('fact').set({ body: '{"from":"p09"}' }).where('seq', '=', 3).execute(),
    2,
    /facts of entry 2 were changed/,
  ],
  [
    'a fact is predated',
    (db) =>
      db
        .updateTable('fact')
        .set({ valid_from: day(0) })
        .where('seq', '=', 1)
        .execute(),
    1,
    /facts of entry 1/,
  ],
  [
    'a fact is retracted',
    (db) => db.updateTable('fact').set({ retracted: 1 }).where('seq', '=', 1).execute(),
    1,
    /facts/,
  ],
  ['a fact is deleted', (db) => db.deleteFrom('fact').where('seq', '=', 4).execute(), 2, /facts of entry 2/],
  [
    'a fact is inserted into an entry',
    async (db) => {
      const fact = await db.selectFrom('fact').selectAll().where('seq', '=', 6).executeTakeFirstOrThrow();
      await db
        .insertInto('fact')
        .values({ ...fact, seq: 7, key: 'forged' })
        .execute();
    },
    3,
    /facts of entry 3/,
  ],
  [
    'a fact is inserted after the last entry',
    async (db) => {
      const fact = await db.selectFrom('fact').selectAll().where('seq', '=', 6).executeTakeFirstOrThrow();
      await db
        .insertInto('fact')
        .values({ ...fact, seq: 7, audit_seq: 4, key: 'forged' })
        .execute();
    },
    4,
    /no entry vouches for/,
  ],
  [
    'two facts change places',
    async (db) => {
      await db.updateTable('fact').set({ seq: 99 }).where('seq', '=', 1).execute();
      await db.updateTable('fact').set({ seq: 1 }).where('seq', '=', 2).execute();
      await db.updateTable('fact').set({ seq: 2 }).where('seq', '=', 99).execute();
    },
    1,
    /facts of entry 1/,
  ],
  [
    "an entry's actor is edited",
    (db) => db.updateTable('audit').set({ actor_id: 'p66' }).where('seq', '=', 2).execute(),
    2,
    /entry 2 was changed/,
  ],
  [
    "an entry's detail is edited",
    (db) => db.updateTable('audit').set({ detail: '{"facts":0}' }).where('seq', '=', 2).execute(),
    2,
    /entry 2 was changed/,
  ],
  [
    "an entry's detail is no JSON",
    (db) => db.updateTable('audit').set({ detail: '{' }).where('seq', '=', 2).execute(),
    2,
    /entry 2 was changed/,
  ],
  [
    'an entry in the middle is deleted',
    (db) => db.deleteFrom('audit').where('seq', '=', 2).execute(),
    2,
    /entry 2 is missing/,
  ],
  [
    'an entry is deleted and the later ones move up',
    async (db) => {
      await db.deleteFrom('audit').where('seq', '=', 2).execute();
      await db.updateTable('audit').set({ seq: 2 }).where('seq', '=', 3).execute();
    },
    2,
    /does not follow/,
  ],
  [
    'two entries change places',
    async (db) => {
      await db.updateTable('audit').set({ seq: 99 }).where('seq', '=', 2).execute();
      await db.updateTable('audit').set({ seq: 2 }).where('seq', '=', 3).execute();
      await db.updateTable('audit').set({ seq: 3 }).where('seq', '=', 99).execute();
    },
    2,
    /does not follow/,
  ],
  [
    'a hash is edited',
    (db) =>
      db
        .updateTable('audit')
        .set({ hash: 'f'.repeat(64) })
        .where('seq', '=', 1)
        .execute(),
    1,
    /entry 1 was changed/,
  ],
  [
    'a link is edited',
    (db) =>
      db
        .updateTable('audit')
        .set({ previous_hash: 'f'.repeat(64) })
        .where('seq', '=', 3)
        .execute(),
    3,
    /does not follow/,
  ],
  [
    'the tail is cut off, with its facts',
    async (db) => {
      await db.deleteFrom('audit').where('seq', '=', 3).execute();
      await db.deleteFrom('fact').where('audit_seq', '=', 3).execute();
    },
    3,
    /the end was cut off: 2 of 3 entries are left/,
  ],
  [
    'everything is deleted but the head',
    async (db) => {
      await db.deleteFrom('audit').execute();
      await db.deleteFrom('fact').execute();
    },
    1,
    /the end was cut off: 0 of 3/,
  ],
  ['the head is deleted', (db) => db.deleteFrom('head').execute(), 3, /does not end where the head says/],
  ["the head's hash is edited", (db) => db.updateTable('head').set({ hash: '0' }).execute(), 3, /does not end where/],
];

onEachBackend('the audit chain verifies, and whatever is done to it behind the store is found', (backend) => {
  async function threeAppends(): Promise<{ store: RecordStore; tampering: Kysely<StoreTables> }> {
    const place = await backend.fresh();
    const store = await openStore(place);
    for (const entry of [1, 2, 3]) {
      await store.append([tie(`${entry}a`, { to: `a${entry}` }), tie(`${entry}b`, { to: `b${entry}` })], ACTOR);
    }
    return { store, tampering: (await openDatabase<StoreTables>(place)).db };
  }

  it.each(TAMPERINGS)('%s', async (_what, tamper, brokenAt, reason) => {
    const { store, tampering } = await threeAppends();
    expect(await store.verifyAudit('net')).toEqual({ verifies: true, entries: 3, brokenAt: null, reason: null });
    await tamper(tampering);
    const verdict = await store.verifyAudit('net');
    expect(verdict).toMatchObject({ verifies: false, brokenAt });
    expect(verdict.reason).toMatch(reason);
    await Promise.all([store.close(), tampering.destroy()]);
  });

  it('refusals and erasures stand in the same chain as appends', async () => {
    const { store, tampering } = await threeAppends();
    const refusal = { network: 'net', at: day(4), actor: ACTOR, action: 'refused', detail: { right: 'lead' } };
    await store.recordAudit(refusal);
    await store.append([tie('later', { recordedAt: day(5) })], ACTOR);
    const entries = await store.audit('net');
    expect(entries.map(({ seq, action, at }) => [seq, action, at])).toEqual([
      [1, 'append', day(1)],
      [2, 'append', day(1)],
      [3, 'append', day(1)],
      [4, 'refused', day(4)],
      [5, 'append', day(5)],
    ]);
    expect(entries[3]).toMatchObject(refusal);
    expect(entries[4]!.detail).toMatchObject({ facts: 1, kinds: { tie: 1 } });
    expect(await store.verifyAudit('net')).toMatchObject({ verifies: true, entries: 5 });
    await expect(store.recordAudit({ ...refusal, at: 'yesterday' })).rejects.toThrow(RecordError);
    await Promise.all([store.close(), tampering.destroy()]);
  });

  it('each network has a chain of its own, and an unknown one is empty and whole', async () => {
    const { store, tampering } = await threeAppends();
    await store.append([tie('a', { network: 'second' })], ACTOR);
    expect(await store.verifyAudit('second')).toMatchObject({ verifies: true, entries: 1 });
    expect(await store.verifyAudit('unknown')).toEqual({ verifies: true, entries: 0, brokenAt: null, reason: null });
    await Promise.all([store.close(), tampering.destroy()]);
  });
});
