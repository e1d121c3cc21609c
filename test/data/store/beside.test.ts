import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InboxEntry, openStore, type RecordStore } from '../../../data/store/index.ts';
import { onEachBackend } from './backends.ts';
import { day } from './facts.ts';

onEachBackend('what stands beside the facts: doing it twice changes nothing', (backend) => {
  let store: RecordStore;
  let other: RecordStore;
  beforeAll(async () => {
    const place = await backend.fresh();
    [store, other] = await Promise.all([openStore(place), openStore(place)]);
  });
  afterAll(() => Promise.all([store.close(), other.close()]));

  describe('inbox', () => {
    const entry = (id: string, change: Partial<InboxEntry> = {}): InboxEntry => ({
      id,
      network: 'net',
      person: 'p01',
      action: 'decide',
      about: 'decision-1',
      workflowId: 'network/net',
      since: day(1),
      until: null,
      ...change,
    });

    it('lists what waits on whom, oldest first, until it is cleared', async () => {
      const entries = [
        entry('b', { since: day(2), person: 'role:lead', until: day(9) }),
        entry('a', { since: day(2) }),
        entry('c', { workflowId: 'network/net/cycle/1' }),
        entry('d', { network: 'elsewhere' }),
      ];
      await store.putInbox(entries);
      await other.putInbox(entries);
      expect((await store.inbox({ network: 'net' })).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(await store.inbox({ network: 'net', person: 'role:lead' })).toEqual([entries[0]]);
      await store.putInbox([entry('a', { person: 'p02' }), entry('a', { person: 'p03' })]);
      expect((await store.inbox({ network: 'net', person: 'p03' })).map(({ id }) => id)).toEqual(['a']);
      await store.clearInbox({ ids: ['b', 'unknown'] });
      await store.clearInbox({ ids: [] });
      await store.clearInbox({ workflowId: 'network/net/cycle/1', action: 'no-such-action' });
      expect((await store.inbox({ network: 'net' })).map(({ id }) => id)).toEqual(['a', 'c']);
      await store.clearInbox({ workflowId: 'network/net/cycle/1', action: entries[2]?.action });
      expect((await store.inbox({ network: 'net' })).map(({ id }) => id)).toEqual(['a']);
      await store.clearInbox({ workflowId: 'network/net/cycle/1' });
      expect((await store.inbox({ network: 'net' })).map(({ id }) => id)).toEqual(['a']);
      expect(await store.inbox({ network: 'elsewhere' })).toEqual([entries[3]]);
      await store.putInbox([]);
    });
  });

  describe('artifacts', () => {
    it('are kept under their hash, byte for byte', async () => {
      const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      const view = everyByte.subarray(7, 1_000);
      const addresses = await Promise.all(
        [everyByte, view, view, new Uint8Array(0)].map((bytes) => store.putArtifact(bytes)),
      );
      expect(addresses[3]).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
      expect(addresses[1]).toBe(addresses[2]);
      expect(await other.getArtifact(addresses[0]!)).toEqual(everyByte);
      expect(await other.getArtifact(addresses[1]!)).toEqual(Uint8Array.from(view));
      expect(await other.getArtifact(addresses[3]!)).toEqual(new Uint8Array(0));
      expect(await store.getArtifact('unknown')).toBeNull();
    });
  });

  describe('notices', () => {
    it('of twenty who claim one, one sends it', async () => {
      const states = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? store : other).claimNotice('net', 'notice-1')),
      );
      expect(states.filter((state) => state === 'new')).toHaveLength(1);
      expect(states.filter((state) => state === 'sending')).toHaveLength(19);
      await store.markNoticeSent('net', 'notice-1');
      expect(await other.claimNotice('net', 'notice-1')).toBe('sent');
      expect(await other.claimNotice('elsewhere', 'notice-1')).toBe('new');
    });
  });
});
