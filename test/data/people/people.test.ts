import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeople, PeopleError, type PeopleStore } from '../../../data/people/index.ts';
import type { PeopleTables } from '../../../data/people/tables.ts';
import { openDatabase } from '../../../data/store/database.ts';
import { type DatabasePlace, openStore } from '../../../data/store/index.ts';
import { onEachBackend } from '../store/backends.ts';
import { ACTOR, tie } from '../store/facts.ts';

const CANARY = {
  name: 'Zephyrine Canarybird',
  email: 'Zephyrine.Canary@example.org',
  ref: 'Canarybird, Zephyrine',
  accessNeeds: 'wheelchair-canary',
  other: { Telephone: '+49 151 canary', __note: 'canary note' },
};
const WORDS = 'The canary sang in the mine, said Zephyrine.';

onEachBackend('people are known to whoever has the key, and to nobody once they are erased', (backend) => {
  const masterKey = randomBytes(32);
  let place: DatabasePlace;
  let people: PeopleStore;
  beforeAll(async () => {
    place = await backend.fresh();
    people = await openPeople({ ...place, masterKey });
  });
  afterAll(() => people.close());

  describe('details', () => {
    it('are amended field by field, and come back as they went in', async () => {
      await people.put('net', 'p01', { name: 'Ana', other: { Phone: '1', Floor: '2' } });
      await people.put('net', 'p01', { email: 'ana@example.org', name: undefined, other: { Floor: '3' } });
      const details = { name: 'Ana', email: 'ana@example.org', other: { Phone: '1', Floor: '3' } };
      expect(await people.get('net', 'p01')).toEqual(details);
      await people.put('net', 'constructor', { name: 'Bo 😀' });
      expect(await people.list('net')).toEqual([
        { person: 'constructor', details: { name: 'Bo 😀' } },
        { person: 'p01', details },
      ]);
      expect(await people.get('net', 'p99')).toBeNull();
      expect(await people.get('elsewhere', 'p01')).toBeNull();
    });

    it('written by many at once are all kept', async () => {
      const fields = Array.from({ length: 20 }, (_, index) => [`Column ${index}`, String(index)] as const);
      await Promise.all(fields.map(([name, value]) => people.put('crowd', 'p01', { other: { [name]: value } })));
      expect(await people.get('crowd', 'p01')).toEqual({ other: Object.fromEntries(fields) });
    });

    it('that cannot be kept are refused with words that show no value', async () => {
      const refusal = await people.put('net', 'p01', { name: 'Canary \ud800' }).catch((error) => error);
      expect(refusal.message).toBe('details.name: expected whole characters; half a surrogate pair was found');
      const other = JSON.parse('{"__proto__":"x"}');
      await expect(people.put('net', 'p01', { other })).rejects.toThrow(
        'details.other: expected no key named __proto__',
      );
    });
  });

  describe('finding', () => {
    it('goes by id, by what the file called them, and by address, however it is written', async () => {
      await people.put('find', 'm-1', { ref: 'Ana  Pérez', email: 'Ana@Example.org' });
      for (const called of ['m-1', ' m-1 ', 'ana pérez', 'ANA PE\u0301REZ', ' ana@example.ORG']) {
        expect(await people.resolve('find', called), called).toBe('m-1');
      }
      expect(await people.resolve('find', 'Ana')).toBeNull();
      expect(await people.resolve('elsewhere', 'ana@example.org')).toBeNull();
      await people.put('find', 'm-1', { email: 'new@example.org' });
      expect(await people.resolve('find', 'ana@example.org')).toBeNull();
      expect(await people.resolve('find', 'new@example.org')).toBe('m-1');
    });

    it('does not guess between two who share an address', async () => {
      await people.put('shared', 'p01', { email: 'desk@example.org' });
      await people.put('shared', 'p02', { email: 'desk@example.org' });
      const refusal = await people.resolve('shared', 'desk@example.org').catch((error) => error);
      expect(refusal).toBeInstanceOf(PeopleError);
      expect(refusal.message).toBe('Several people of shared are called that: p01, p02. Use one of these ids instead.');
    });
  });

  describe('ids', () => {
    it.each(['p01', '17', 'M-0042', 'abc_12345678', 'm-0123456789abcdef'])('%s is a code and stays', async (ref) => {
      expect(await people.idFor('net', ` ${ref} `)).toEqual({ id: ref, opaque: true });
    });

    it.each(['Ana', 'Ana Pérez', 'ana@example.org', '_5', '-5', 'abcd1', 'p01x', '123456789', '__proto__'])(
      '%s may identify somebody and becomes a keyed hash',
      async (ref) => {
        const { id, opaque } = await people.idFor('net', ref);
        expect(opaque).toBe(false);
        expect(id).toMatch(/^m-[0-9a-f]{16}$/);
        expect(await people.idFor('net', ref.toUpperCase())).toEqual({ id, opaque });
        expect((await people.idFor('elsewhere', ref)).id).not.toBe(id);
        expect(await people.idFor('net', id)).toEqual({ id, opaque: true });
      },
    );

    it('an empty name is nobody', async () => {
      await expect(people.idFor('net', '  ')).rejects.toThrow(PeopleError);
    });
  });

  describe('words', () => {
    it('the same by the same person have one reference, and it opens where it belongs only', async () => {
      const reference = await people.sealText('net', 'p05', WORDS);
      expect(reference).toMatch(/^t-[0-9a-f]{32}$/);
      expect(await people.sealText('net', 'p05', WORDS)).toBe(reference);
      expect(await people.sealText('net', 'p06', WORDS)).not.toBe(reference);
      expect(await people.sealText('elsewhere', 'p05', WORDS)).not.toBe(reference);
      expect(await people.openText('net', reference)).toBe(WORDS);
      expect(await people.openText('elsewhere', reference)).toBeNull();
      expect(await people.get('net', 'p05')).toEqual({});
    });

    it('moved to another row do not open', async () => {
      const mine = await people.sealText('moved', 'p01', 'mine');
      const yours = await people.sealText('moved', 'p02', 'yours');
      const { db } = await openDatabase<PeopleTables>(place);
      const rows = db.selectFrom('people_text').select('sealed').where('network', '=', 'moved');
      const { sealed } = await rows.where('reference', '=', mine).executeTakeFirstOrThrow();
      await db
        .updateTable('people_text')
        .set({ sealed: new Uint8Array(sealed) })
        .where('reference', '=', yours)
        .execute();
      await expect(people.openText('moved', yours)).rejects.toThrow(/does not open: it was changed/);
      await db.destroy();
    });
  });

  describe('a canary', () => {
    it('is nowhere in the database, before or after erasing; erased, it does not open any more', async () => {
      const own = await backend.fresh();
      const store = await openStore(own);
      const cage = await openPeople({ ...own, masterKey });
      const { id } = await cage.idFor('net', CANARY.ref);
      await cage.put('net', id, CANARY);
      await cage.put('net', 'p02', { name: 'Stays' });
      const reference = await cage.sealText('net', id, WORDS);
      await store.append([tie('k', { to: id })], ACTOR);
      const wrapped = await wrappedKeyOf(own, id);
      expect(await cage.get('net', id)).toEqual(CANARY);
      const kept = await everyByte(own);
      expect(kept).not.toMatch(/canary|zephyrine/i);
      expect(kept.includes(wrapped) && kept.includes(reference)).toBe(true);

      expect(await cage.erase('net', id)).toEqual({ details: 1, texts: 1 });
      expect(await cage.erase('net', id)).toEqual({ details: 0, texts: 0 });
      expect(await cage.get('net', id)).toBeNull();
      expect(await cage.resolve('net', id)).toBeNull();
      expect(await cage.resolve('net', CANARY.email)).toBeNull();
      expect(await cage.openText('net', reference)).toBeNull();
      expect((await cage.list('net')).map(({ person }) => person)).toEqual(['p02']);
      const left = await everyByte(own);
      expect(left).not.toMatch(/canary|zephyrine/i);
      // The key itself is gone from the bytes, not only from the tables.
      expect(left.includes(wrapped)).toBe(false);
      expect(left.includes(reference)).toBe(false);
      expect(await store.verifyAudit('net')).toMatchObject({ verifies: true });
      await Promise.all([store.close(), cage.close()]);
    });
  });

  describe('the master key', () => {
    it('another one is refused when the store opens, with the way out', async () => {
      const refusal = await openPeople({ ...place, masterKey: randomBytes(32) }).catch((error) => error);
      expect(refusal).toBeInstanceOf(PeopleError);
      expect(refusal.message).toMatch(/not the one that the people in this database were sealed under.*Put back/);
      await expect(openPeople({ ...place, masterKey: randomBytes(16) })).rejects.toThrow('must have 32 bytes');
    });

    it('the same one opens the store again', async () => {
      const again = await openPeople({ ...place, masterKey });
      expect(await again.list('find')).toEqual(await people.list('find'));
      await again.close();
    });
  });
});

/** All that the database keeps, one character a byte: the files of SQLite, or the rows of every table in PostgreSQL. */
async function everyByte(place: DatabasePlace): Promise<string> {
  if ('file' in place) {
    const folder = dirname(place.file);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return Buffer.concat(files).toString('latin1');
  }
  const { db } = await openDatabase<Record<string, Record<string, unknown>>>(place);
  let all = '';
  for (const { name } of await db.introspection.getTables({ withInternalKyselyTables: true })) {
    const rows = await db.selectFrom(name).selectAll().execute();
    for (const value of rows.flatMap((row) => Object.values(row))) {
      all += Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
    }
  }
  await db.destroy();
  return all;
}

async function wrappedKeyOf(place: DatabasePlace, person: string): Promise<string> {
  const { db } = await openDatabase<PeopleTables>(place);
  const row = await db
    .selectFrom('people_person')
    .select('wrapped_key')
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  await db.destroy();
  return Buffer.from(new Uint8Array(row.wrapped_key)).toString('latin1');
}
