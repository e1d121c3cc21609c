import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KIND_NAMES, KINDS, type NewFact, PRACTICE_KINDS } from '../../../data/records/index.ts';
import { type DatabasePlace, openStore, RecordError, type RecordStore } from '../../../data/store/index.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day, tie } from './facts.ts';

onEachBackend('appending is all or nothing, and the same fact twice changes nothing', (backend) => {
  let place: DatabasePlace;
  let store: RecordStore;
  let other: RecordStore;
  beforeAll(async () => {
    place = await backend.fresh();
    [store, other] = await Promise.all([openStore(place), openStore(place)]);
  });
  afterAll(() => Promise.all([store.close(), other.close()]));

  it('the same append 50 times at once, from two connections, is there once', async () => {
    const facts = [tie('a', { network: 'fifty' }), tie('b', { network: 'fifty', to: 'p03' })];
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? store : other).append(facts, ACTOR)),
    );
    expect(results.filter(({ appended }) => appended === 2)).toHaveLength(1);
    expect(results.filter(({ appended, known }) => appended === 0 && known === 2)).toHaveLength(49);
    expect(await store.history({ network: 'fifty' })).toHaveLength(2);
    expect(await store.audit('fifty')).toHaveLength(1);
    expect(await store.verifyAudit('fifty')).toEqual({ verifies: true, entries: 1, brokenAt: null, reason: null });
  });

  it('of 50 who read and then append at once, from two connections, each sees what all before it have done', async () => {
    const network = 'chosen';
    const numbers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? store : other).appendChosen(network, ACTOR, async (read) => {
          const before = (await read({ network, kind: 'tie' })).length;
          return { facts: [tie(`number-${before}`, { network, to: `q${before}` })], answer: before };
        }),
      ),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    expect(await store.verifyAudit(network)).toMatchObject({ verifies: true, entries: 50 });
  });

  it('a choice that appends nothing leaves no trace, one that fails neither, and none writes elsewhere', async () => {
    const network = 'undecided';
    expect(await store.appendChosen(network, ACTOR, async () => ({ facts: [], answer: 'none' }))).toBe('none');
    await expect(
      store.appendChosen(network, ACTOR, async () => {
        throw new Error('no choice');
      }),
    ).rejects.toThrow('no choice');
    await expect(
      store.appendChosen(network, ACTOR, async () => ({ facts: [tie('a', { network: 'another' })], answer: null })),
    ).rejects.toThrow(RecordError);
    expect(await store.history({ network })).toEqual([]);
    expect(await store.audit(network)).toEqual([]);
  });

  it('whatever the batches and their interleaving, each key is there once and the chain verifies', async () => {
    let run = 0;
    const key = fc.integer({ min: 0, max: 9 }).map(String);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(key, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), async (batches) => {
        run += 1;
        const network = `interleaved-${run}`;
        const results = await Promise.all(
          batches.map((keys, index) =>
            (index % 2 === 0 ? store : other).append(
              keys.map((name) => tie(name, { network, to: `q${name}`, strength: index })),
              ACTOR,
            ),
          ),
        );
        const history = await store.history({ network });
        const keys = new Set(batches.flat());
        expect(history.map((fact) => fact.key).sort()).toEqual([...keys].sort());
        expect(results.reduce((sum, { appended }) => sum + appended, 0)).toBe(keys.size);
        expect(results.map(({ appended, known }) => appended + known)).toEqual(batches.map(({ length }) => length));
        const verdict = await store.verifyAudit(network);
        expect(verdict).toMatchObject({
          verifies: true,
          entries: results.filter(({ appended }) => appended > 0).length,
        });
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('a known key with other content stays as it was', async () => {
    const network = 'other-content';
    await store.append([tie('k', { network, strength: 1 })], ACTOR);
    expect(await store.append([tie('k', { network, strength: 2 })], ACTOR)).toEqual({ appended: 0, known: 1 });
    expect((await store.read({ network, kind: 'tie' })).map(({ body }) => body.strength)).toEqual([1]);
  });

  it('one bad fact among good ones: nothing is appended, and the message names place, kind and field', async () => {
    const network = 'bad';
    const bad = { ...tie('b', { network }), body: { ...tie('b').body, strength: 'Ana' } } as unknown as NewFact;
    await expect(store.append([tie('a', { network }), bad], ACTOR)).rejects.toThrow(
      new RecordError('fact 2 (tie), strength: Invalid input: expected number, received string'),
    );
    expect(await store.history({ network })).toEqual([]);
    expect(await store.audit(network)).toEqual([]);
  });

  it.each([
    ['a kind of Object.prototype', { ...tie('k'), kind: 'constructor' }, /fact 1: its kind is unknown/],
    [
      'an unknown field',
      { ...tie('k'), body: { ...tie('k').body, 'Ana Canary': 1 } },
      /a field that this kind does not have/,
    ],
    ['half a surrogate pair', tie('k\ud800'), /key: expected whole characters/],
    ['U+0000', tie('k\0'), /key: expected text without the character U\+0000/],
    ['NaN', tie('k', { strength: Number.NaN }), /strength: expected a finite number/],
    ['a date that does not exist', tie('k', { validFrom: '2026-13-01T00:00:00.000Z' }), /validFrom: /],
    ['a second network', tie('k', { network: 'elsewhere' }), /fact 2: expected the same network/],
  ])('%s is refused with words that show no value', async (_what, fact, words) => {
    const facts = [tie('first', { network: 'net' }), fact as NewFact];
    const refusal = await store
      .append(words.source.includes('fact 1') ? facts.slice(1) : facts, ACTOR)
      .catch((error) => error);
    expect(refusal).toBeInstanceOf(RecordError);
    expect(refusal.message).toMatch(words);
    expect(refusal.message).not.toMatch(/Ana Canary|2026-13/);
    expect(await store.history({ network: 'net' })).toEqual([]);
  });

  it('a key __proto__ inside a body is refused, because it would vanish', async () => {
    const body = JSON.parse('{"member":"p01","status":"active","hub":false,"attributes":{"__proto__":"x"}}');
    const fact = { ...tie('k'), kind: 'member', body } as NewFact;
    await expect(store.append([fact], ACTOR)).rejects.toThrow('attributes: expected no key named __proto__');
  });

  it('names of Object.prototype and unusual characters are subjects like any other', async () => {
    const network = 'odd';
    const practices = ['__proto__', 'constructor', 'a|b', 'ünïcödé 😀', "'; drop table fact; --", 'U+FFFF \uffff'];
    const facts = practices.map(
      (practice): NewFact => ({
        ...tie(`key ${practice}`, { network }),
        kind: 'adoption',
        body: { member: 'p01', practice, time: '2026-01-01', censored: false },
      }),
    );
    expect(await store.append(facts, ACTOR)).toEqual({ appended: practices.length, known: 0 });
    const read = await store.read({ network, kind: 'adoption' });
    expect(read.map(({ body }) => body.practice).sort()).toEqual([...practices].sort());
    expect(await store.verifyAudit(network)).toMatchObject({ verifies: true });
  });

  it('the example of every kind comes back as it went in', async () => {
    const network = 'examples';
    const facts = KIND_NAMES.map((kind) => ({ ...tie(kind, { network }), kind, body: KINDS[kind].example }) as NewFact);
    await store.append(facts, ACTOR);
    for (const kind of KIND_NAMES) {
      const [fact] = await store.read({ network, kind });
      expect(fact?.body).toEqual(KINDS[kind].schema.parse(KINDS[kind].example));
    }
    const records = await store.networkRecords(network);
    expect(records.members).toEqual([KINDS.member.example]);
    const { practices = {}, ...others } = records;
    expect(Object.values(others).map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(practices).toEqual(Object.fromEntries(PRACTICE_KINDS.map((kind) => [kind, [KINDS[kind].example]])));
  });

  it('more facts than one statement carries are appended in one entry', async () => {
    const network = 'many';
    const facts = Array.from({ length: 1_234 }, (_, index) => tie(`k${index}`, { network, to: `q${index}` }));
    expect(await store.append(facts, ACTOR)).toEqual({ appended: 1_234, known: 0 });
    expect(await store.append(facts, ACTOR)).toEqual({ appended: 0, known: 1_234 });
    expect((await store.history({ network })).map(({ key }) => key)).toEqual(facts.map(({ key }) => key));
    expect(await store.verifyAudit(network)).toMatchObject({ verifies: true, entries: 1 });
  });

  it('nothing to append leaves no trace', async () => {
    expect(await store.append([], ACTOR)).toEqual({ appended: 0, known: 0 });
    expect(await store.networks()).not.toContain('net');
  });

  it('a store that was closed and opened again has what was appended', async () => {
    const again = await backend.fresh();
    const before = await openStore(again);
    await before.append([tie('k', { recordedAt: day(3) })], ACTOR);
    const said = await before.history({ network: 'net' });
    await before.close();
    const after = await openStore(again);
    expect(await after.history({ network: 'net' })).toEqual(said);
    expect(await after.networks()).toEqual(['net']);
    expect((await after.audit('net')).map(({ at, action }) => [at, action])).toEqual([[day(3), 'append']]);
    expect(await after.verifyAudit('net')).toMatchObject({ verifies: true, entries: 1 });
    await after.close();
  });
});
