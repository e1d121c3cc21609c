import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type RecordStore } from '../../../data/store/index.ts';
import { onEachBackend } from './backends.ts';
import { ACTOR, day, tie } from './facts.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

onEachBackend('a measurement keeps each part once while it goes on, and nothing when it is over', (backend) => {
  let store: RecordStore;
  beforeAll(async () => {
    store = await openStore(await backend.fresh());
  });
  afterAll(() => store.close());
  const begin = (measurement: string, network: string | null = null) =>
    store.measurements.begin(measurement, { network, question: '{}' });

  it('the first part of a name stays, also when many bring it at once', async () => {
    const { measurements } = store;
    await Promise.all([begin('once'), begin('once')]);
    expect(await Promise.all([1, 2, 3].map(() => measurements.put('once', 'shard/x/0001', bytes(1))))).toEqual([
      true,
      true,
      true,
    ]);
    await measurements.put('once', 'shard/x/0001', bytes(9));
    await measurements.put('once', 'shard/x/0000', bytes(0));
    await measurements.put('once', 'shards', bytes(7));
    expect(await measurements.get('once', 'shard/x/0001')).toEqual(bytes(1));
    expect(await measurements.get('once', 'shard/x/0002')).toBeNull();
    expect(await measurements.list('once', 'shard/')).toEqual(['shard/x/0000', 'shard/x/0001']);
    expect(await measurements.list('other', '')).toEqual([]);
  });

  it('is cleared but for what is to stay, and what is brought after its end is not kept', async () => {
    const { measurements } = store;
    await begin('ends');
    for (const part of ['records', 'shard/x/0000', 'answer']) await measurements.put('ends', part, bytes(1));
    await measurements.clear('ends', ['answer']);
    expect(await measurements.list('ends', '')).toEqual(['answer']);
    expect(await measurements.opened('ends')).toEqual({ network: null, question: '{}' });
    for (let twice = 0; twice < 2; twice++) await measurements.end('ends');
    expect(await measurements.opened('ends')).toBeNull();
    expect(await measurements.put('ends', 'shard/x/0001', bytes(1))).toBe(false);
    expect(await measurements.list('ends', '')).toEqual([]);
  });

  describe('Law: whoever is erased from a network is in no measurement of it', () => {
    it('its parts go, those of others stay, and it can be taken up again', async () => {
      const { measurements } = store;
      await store.append([tie('a', { network: 'erasing', strength: 1, validFrom: day(1), recordedAt: day(1) })], ACTOR);
      await begin('of-network', 'erasing');
      await begin('of-files');
      for (const name of ['of-network', 'of-files']) await measurements.put(name, 'records', bytes(1));
      await store.eraseMember('erasing', 'p01', ACTOR, day(2));
      expect(await measurements.list('of-network', '')).toEqual([]);
      expect(await measurements.list('of-files', '')).toEqual(['records']);
      expect(await measurements.put('of-network', 'records', bytes(2))).toBe(true);
    });
  });
});
