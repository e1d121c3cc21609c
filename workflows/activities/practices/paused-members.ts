/** Who pauses as a member: they are asked for nothing, and told what concerns everybody. */
import type { RecordStore } from '../../../data/store/record-store.ts';

export async function pausedMembers(store: RecordStore, network: string): Promise<ReadonlySet<string>> {
  const terms = await store.read({ network, kind: 'membership-term' });
  return new Set(terms.filter(({ body }) => body.status === 'paused').map(({ body }) => body.member));
}
