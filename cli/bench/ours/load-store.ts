/** The record store in a file, read as of now, and made into the integer adjacency. */
import { mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CompactGraph, compact } from '../../../analysis/graph/compact.ts';
import type { NewFact } from '../../../data/records/index.ts';
import { openStore } from '../../../data/store/index.ts';
import { degrees, type Given, recordsOf, textOf, type Work } from './work.ts';

const NETWORK = 'bench';
const AT = '2026-01-01T00:00:00.000Z';
/** As many facts as an import appends at once. */
const FACTS_AT_ONCE = 10_000;

export async function prepare(given: Given): Promise<Work<CompactGraph>> {
  const folder = mkdtempSync(join(dirname(textOf(given, 'ties')), 'store-'));
  const store = await openStore({ file: join(folder, 'store.db') });
  const { members, ties } = recordsOf(given);
  const envelope = {
    network: NETWORK,
    ...{ validFrom: AT, validTo: null, recordedAt: AT, retracted: false },
    source: { type: 'import', id: 'bench' } as const,
  };
  const facts: NewFact[] = [
    ...members.map((body, at) => ({ ...envelope, kind: 'member' as const, body, key: `member/${at}` })),
    ...ties.map((body, at) => ({ ...envelope, kind: 'tie' as const, body, key: `tie/${at}` })),
  ];
  for (let at = 0; at < facts.length; at += FACTS_AT_ONCE) {
    await store.append(facts.slice(at, at + FACTS_AT_ONCE), envelope.source);
  }
  return {
    call: async () => compact(await store.measurableRecords(NETWORK)),
    answer: degrees,
  };
}
