import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Instant,
  type MeasurableRecords,
  type NetworkRecords,
  type NewFact,
  tieRows,
} from '../../../data/records/index.ts';
import { openDatabase } from '../../../data/store/database.ts';
import { type DatabasePlace, mentions, openStore } from '../../../data/store/index.ts';
import { keepRecords, spanOf } from '../../../data/store/kept-records.ts';
import { packRecords, unpackRecords } from '../../../data/store/packed-records.ts';
import type { StoreTables } from '../../../data/store/tables.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day, tie } from './facts.ts';

const NET = 'net';
const CANARY = 'm-00c0ffee00c0ffee';
const EVERYTHING = { leastTiesKept: 0 };

function inRows(records: MeasurableRecords): NetworkRecords {
  return { ...records, ties: tieRows(records.ties) };
}

function member(key: string, person: string): NewFact<'member'> {
  const body = { member: person, status: 'active' as const, hub: false, attributes: { region: 'North' } };
  const dates = { validFrom: day(1), validTo: null, recordedAt: day(1) };
  return { ...dates, network: NET, kind: 'member', source: ACTOR, key, retracted: false, body };
}

async function raw(place: DatabasePlace) {
  return (await openDatabase<StoreTables>(place)).db;
}

async function keptIn(place: DatabasePlace) {
  const db = await raw(place);
  const rows = await db.selectFrom('kept_records').selectAll().execute();
  const artifacts = await db.selectFrom('artifact').selectAll().execute();
  await db.destroy();
  return { rows, artifacts };
}

onEachBackend('what is kept for measuring is what the facts say', (backend) => {
  const someDay = fc.integer({ min: 1, max: 8 });
  const date = fc.option(someDay.map(day), { nil: undefined });
  const step = fc.oneof(
    fc.record({
      does: fc.constant('say' as const),
      from: fc.constantFrom('p01', 'p02', 'p03'),
      to: fc.constantFrom('p01', 'p02', 'p03'),
      strength: fc.integer({ min: 0, max: 9 }),
      validFrom: someDay.map(day),
      validTo: fc.option(someDay.map(day)),
      recordedAt: someDay.map(day),
      retracted: fc.boolean(),
    }),
    fc.record({ does: fc.constant('join' as const), person: fc.constantFrom('p01', 'p02', 'p04') }),
    fc.record({ does: fc.constant('erase' as const), person: fc.constantFrom('p03', 'p04') }),
    fc.record({ does: fc.constant('refuse' as const) }),
    fc.record({ does: fc.constant('read' as const), asOf: date, knownAt: date }),
    fc.record({ does: fc.constant('read' as const), asOf: date, knownAt: date }),
  );

  it('whatever is said, corrected, withdrawn and erased between readings as of any dates', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const place = await backend.fresh();
        const store = await openStore(place, EVERYTHING);
        const dates: [Instant | undefined, Instant | undefined][] = [];
        for (const [at, one] of steps.entries()) {
          if (one.does === 'say') {
            const { does: _, from, to, strength, ...envelope } = one;
            const fact = tie(`k${at}`, { ...envelope, strength, to });
            await store.append([{ ...fact, body: { ...fact.body, from } }], ACTOR);
          } else if (one.does === 'join') await store.append([member(`k${at}`, one.person)], ACTOR);
          else if (one.does === 'erase') await store.eraseMember(NET, one.person, ACTOR, day(9));
          else if (one.does === 'refuse') {
            await store.recordAudit({ network: NET, at: day(9), actor: ACTOR, action: 'refused', detail: {} });
          } else dates.push([one.asOf, one.knownAt]);
          // Every date that was asked for is asked for again: what was kept for it may have become stale.
          for (const [asOf, knownAt] of dates) {
            const expected = await store.networkRecords(NET, asOf, knownAt);
            expect(inRows(await store.measurableRecords(NET, asOf, knownAt))).toEqual(expected);
          }
        }
        await store.close();
      }),
      { numRuns: backend.name === 'SQLite' ? 40 : 15, seed: 3 },
    );
  }, 120_000);

  it('the second reading is of what was kept, on every date up to the next that a fact mentions', async () => {
    const place = await backend.fresh();
    const store = await openStore(place, EVERYTHING);
    await store.append([member('m', 'p01'), tie('a'), tie('b', { to: 'p03', validFrom: day(20) })], ACTOR);
    const first = await store.measurableRecords(NET, day(5));
    // Behind the store's back: a reading of the facts would show it, and one of what was kept does not.
    const db = await raw(place);
    await db.updateTable('fact').set({ body: '{}' }).where('kind', '=', 'tie').execute();
    await db.destroy();
    for (const number of [1, 5, 19]) expect(await store.measurableRecords(NET, day(number))).toEqual(first);
    expect(inRows(await store.measurableRecords(NET, day(20))).ties).toEqual([{}, {}].map(() => expect.anything()));
    await store.close();
  });

  it('few ties are read from the facts, and nothing is kept', async () => {
    const place = await backend.fresh();
    const store = await openStore(place);
    await store.append([tie('a')], ACTOR);
    expect(inRows(await store.measurableRecords(NET)).ties).toHaveLength(1);
    expect(await keptIn(place)).toEqual({ rows: [], artifacts: [] });
    await store.close();
  });

  it('stale rows and their bytes go when something new is kept, and many dates do not fill the store', async () => {
    const place = await backend.fresh();
    const store = await openStore(place, EVERYTHING);
    const dated = Array.from({ length: 20 }, (_, at) => tie(`k${at}`, { to: `q${at}`, validFrom: day(at + 1) }));
    await store.append(dated, ACTOR);
    for (let number = 1; number <= 20; number++) await store.measurableRecords(NET, day(number));
    const many = await keptIn(place);
    expect(many.rows.length).toBeLessThanOrEqual(8);
    expect(many.artifacts.length).toBe(many.rows.length);
    await store.append([tie('later', { to: 'p09' })], ACTOR);
    await store.measurableRecords(NET);
    const now = await keptIn(place);
    expect(now.rows.map(({ facts }) => facts)).toEqual([21]);
    expect(now.artifacts).toHaveLength(1);
    await store.close();
  });

  it('what was read before somebody was erased is not kept afterwards', async () => {
    const place = await backend.fresh();
    const store = await openStore(place, EVERYTHING);
    await store.append([tie('a', { to: CANARY }), tie('b')], ACTOR);
    const before = await store.networkRecords(NET);
    const db = await raw(place);
    const span = await db.transaction().execute((trx) => spanOf(trx, NET));
    await store.eraseMember(NET, CANARY, ACTOR, day(3));
    await db.transaction().execute((trx) => keepRecords(trx, span!, before));
    await db.destroy();
    expect(await keptIn(place)).toEqual({ rows: [], artifacts: [] });
    expect(inRows(await store.measurableRecords(NET)).ties.map(({ to }) => to)).toEqual(['p02']);
    await store.close();
  });

  it('erasing somebody takes what is kept of their network with them, and leaves that of others', async () => {
    const place = await backend.fresh();
    const store = await openStore(place, EVERYTHING);
    await store.append([tie('a', { to: CANARY }), tie('b')], ACTOR);
    // The same records, so that both networks keep one artifact; and a third with its own.
    await store.append([tie('a', { network: 'other', to: CANARY }), tie('b', { network: 'other' })], ACTOR);
    await store.append([tie('a', { network: 'third' })], ACTOR);
    for (const network of [NET, 'other', 'third']) await store.measurableRecords(network);
    expect((await keptIn(place)).artifacts).toHaveLength(2);
    await store.eraseMember(NET, CANARY, ACTOR, day(3));
    expect((await keptIn(place)).rows.map(({ network }) => network).sort()).toEqual(['other', 'third']);
    await store.eraseMember('other', CANARY, ACTOR, day(3));
    const left = await keptIn(place);
    expect(left.rows.map(({ network }) => network)).toEqual(['third']);
    expect(left.artifacts).toHaveLength(1);
    if ('file' in place) {
      const folder = dirname(place.file);
      const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
      expect(mentions(bytes.join('\n'), CANARY)).toBe(false);
    }
    expect((await store.verifyAudit(NET)).verifies).toBe(true);
    await store.close();
  });
});

it('packing loses nothing: few and many ids, strengths stated, unstated and mixed', () => {
  const row = fc.record({
    from: fc.nat(400).map((at) => `p${at}`),
    to: fc.nat(400).map((at) => `é${at}`),
    type: fc.constantFrom('advice', 'trust'),
    strength: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    wave: fc.option(fc.constantFrom('1', '2')),
    time: fc.option(fc.oneof(fc.integer(), fc.constantFrom('2026-01-05'))),
    occurrence: fc.nat(300),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 700, size: 'max' }), (ties) => {
      const records: NetworkRecords = {
        ...{ ties, adoptions: [], waves: [], responses: [], contributions: [] },
        members: [{ member: 'p1', status: 'active', hub: false, attributes: { region: 'Süd', age: 3.5 } }],
      };
      const packed = packRecords(records);
      expect(inRows(unpackRecords(packed))).toEqual(records);
      // Wherever the bytes happen to lie.
      const shifted = new Uint8Array(packed.length + 3).subarray(3);
      shifted.set(packed);
      expect(inRows(unpackRecords(shifted))).toEqual(records);
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(() => unpackRecords(new Uint8Array(64))).toThrow('no records');
});
