import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, NewFact } from '../../../data/records/index.ts';
import { openStore, type RecordStore } from '../../../data/store/index.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day, tie } from './facts.ts';

onEachBackend('a reading as of a date shows what held then, and what could be known then', (backend) => {
  let store: RecordStore;
  beforeAll(async () => {
    store = await openStore(await backend.fresh());
  });
  afterAll(() => store.close());

  /** Strength by whom the tie goes to. */
  async function strengths(network: string, asOf?: string, knownAt?: string): Promise<Record<string, number | null>> {
    const facts = await store.read({ network, kind: 'tie', asOf, knownAt });
    return Object.fromEntries(facts.map(({ body }) => [body.to, body.strength]));
  }

  describe('by example', () => {
    it('a newer fact supersedes from its date on, and the past stays as it was', async () => {
      const network = 'superseded';
      await store.append(
        [
          tie('a', { network, strength: 1, validFrom: day(1), recordedAt: day(1) }),
          tie('b', { network, strength: 2, validFrom: day(10), recordedAt: day(12) }),
        ],
        ACTOR,
      );
      expect(await strengths(network, new Date(Date.UTC(2025, 0)).toISOString())).toEqual({});
      expect(await strengths(network, day(1))).toEqual({ p02: 1 });
      expect(await strengths(network, day(10))).toEqual({ p02: 2 });
      expect(await strengths(network, day(11), day(11))).toEqual({ p02: 1 });
      expect(await strengths(network)).toEqual({ p02: 2 });
    });

    it('of two that begin on the same day the later recorded counts, and of those the later appended', async () => {
      const network = 'ties-broken';
      await store.append([tie('a', { network, strength: 1, recordedAt: day(3) })], ACTOR);
      await store.append([tie('b', { network, strength: 2, recordedAt: day(2) })], ACTOR);
      expect(await strengths(network)).toEqual({ p02: 1 });
      await store.append([tie('c', { network, strength: 3, recordedAt: day(3) })], ACTOR);
      expect(await strengths(network)).toEqual({ p02: 3 });
    });

    it('what is retracted or has ended is gone, and nothing older comes back', async () => {
      const network = 'gone';
      await store.append(
        [
          tie('a', { network, strength: 1 }),
          tie('b', { network, strength: 2, validFrom: day(5), validTo: day(8) }),
          tie('c', { network, strength: 1, to: 'p03' }),
          tie('d', { network, strength: 1, to: 'p03', validFrom: day(5), retracted: true }),
        ],
        ACTOR,
      );
      expect(await strengths(network, day(4))).toEqual({ p02: 1, p03: 1 });
      expect(await strengths(network, day(7))).toEqual({ p02: 2 });
      expect(await strengths(network, day(8))).toEqual({});
      expect(await strengths(network)).toEqual({});
      expect(await store.history({ network })).toHaveLength(4);
    });

    it('one subject can be asked for, and order is by subject whatever the order of appending', async () => {
      const network = 'subjects';
      await store.append(
        ['z', 'a', 'B', 'ab', 'a.b'].map((to) => tie(to, { network, to })),
        ACTOR,
      );
      const facts = await store.read({ network, kind: 'tie' });
      const subjects = facts.map(({ subject }) => subject);
      expect(subjects).toEqual([...subjects].sort());
      expect(await store.read({ network, kind: 'tie', subject: subjects[2] })).toEqual([facts[2]]);
      expect(await store.read({ network, kind: 'tie', subject: "' or 1=1 --" })).toEqual([]);
    });

    it('networks and kinds do not mix', async () => {
      await store.append([tie('a', { network: 'one' })], ACTOR);
      await store.append([tie('a', { network: 'two', strength: 9 })], ACTOR);
      expect(await strengths('one')).toEqual({ p02: 1 });
      expect(await strengths('two')).toEqual({ p02: 9 });
      expect(await store.read({ network: 'one', kind: 'member' })).toEqual([]);
      expect(await store.history({ network: 'one', kind: 'member' })).toEqual([]);
    });
  });

  it('agrees with a slow and obvious twin on any facts, at any dates', async () => {
    const someDay = fc.integer({ min: 1, max: 6 }).map(day);
    const said = fc.record({
      to: fc.constantFrom('p02', 'p03'),
      strength: fc.integer({ min: 0, max: 99 }),
      validFrom: someDay,
      validTo: fc.option(someDay),
      recordedAt: someDay,
      retracted: fc.boolean(),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 12 }),
        fc.option(someDay, { nil: undefined }),
        fc.option(someDay, { nil: undefined }),
        async (changes, asOf, knownAt) => {
          run += 1;
          const network = `twin-${run}`;
          const facts = changes.map((change, index) => tie(`k${index}`, { network, ...change }));
          for (const fact of facts) await store.append([fact], ACTOR);
          const read = await store.read({ network, kind: 'tie', asOf, knownAt });
          expect(read.map(({ subject, ...fact }) => fact)).toEqual(twin(facts, asOf, knownAt));
          const records = await store.networkRecords(network, asOf, knownAt);
          expect(records.ties).toEqual(read.map((fact: Fact<'tie'>) => fact.body));
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });
});

/** For each member that a tie goes to: strike what was not yet known or had not begun; the newest that is left counts. */
function twin(facts: NewFact<'tie'>[], asOf = '9999', knownAt = '9999'): NewFact<'tie'>[] {
  const holding: NewFact<'tie'>[] = [];
  for (const to of ['p02', 'p03']) {
    let newest: NewFact<'tie'> | null = null;
    for (const fact of facts) {
      if (fact.body.to !== to || fact.validFrom > asOf || fact.recordedAt > knownAt) continue;
      const older =
        newest !== null &&
        (fact.validFrom < newest.validFrom ||
          (fact.validFrom === newest.validFrom && fact.recordedAt < newest.recordedAt));
      if (!older) newest = fact;
    }
    if (newest === null || newest.retracted) continue;
    if (newest.validTo !== null && newest.validTo <= asOf) continue;
    holding.push(newest);
  }
  return holding;
}
