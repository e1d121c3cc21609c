/** A process that writes ties into the example's store, ten at a time, as a worker does while a notebook reads. */
import type { NewFact } from '../../../data/records/index.ts';
import { openStores } from '../../../workflows/host/connection.ts';

const [dataDir = ''] = process.argv.slice(2);
const { store, close } = await openStores(dataDir, { ...process.env, DATABASE_URL: undefined });
const at = '2026-06-01T00:00:00.000Z';
for (let round = 0; round < 30; round++) {
  const facts = Array.from({ length: 10 }, (_, row): NewFact => {
    const body = {
      from: 'p01',
      to: `p${String(row + 10)}`,
      type: 'introduced',
      strength: null,
      wave: null,
      time: null,
    };
    const source = { type: 'workflow', id: 'test' } as const;
    const envelope = {
      network: 'three-regions',
      validFrom: at,
      validTo: null,
      recordedAt: at,
      source,
      retracted: false,
    };
    return { ...envelope, kind: 'tie', body: { ...body, occurrence: round }, key: `written/${round}/${row}` };
  });
  await store.append(facts, { type: 'workflow', id: 'test' });
}
await close();
