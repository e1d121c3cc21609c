/** A store in a folder of its own that holds the example network as a worker would have left it; nothing runs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from '../../../data/exchange/index.ts';
import { CharterSchema, type NewFact } from '../../../data/records/index.ts';
import { openStores, type Stores } from '../../../workflows/host/connection.ts';

export const EXAMPLE = 'data/examples/three-regions';
export const LAUNCHED = '2026-01-05T08:00:00.000Z';

export interface ExampleStore {
  dataDir: string;
  stores: Stores;
  close(): Promise<void>;
}

export async function exampleStore(networks: readonly string[] = ['three-regions']): Promise<ExampleStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'weft-notebook-'));
  const stores = await openStores(dataDir, { ...process.env, DATABASE_URL: undefined });
  for (const network of networks)
    await stores.store.append(await exampleFacts(network), { type: 'import', id: 'test' });
  return {
    ...{ dataDir, stores },
    async close() {
      await stores.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The charter, and the example's records, each from when it was known. */
export async function exampleFacts(network: string): Promise<NewFact[]> {
  const { records } = await readSource(EXAMPLE);
  const opens = new Map(records.waves.map((body) => [body.wave, body.opens]));
  const document = charterOf(network);
  const source = { type: 'import', id: 'test' } as const;
  const drafts = [
    { kind: 'charter', body: { digest: 'a'.repeat(64), document, launchedAt: LAUNCHED }, at: LAUNCHED },
    { kind: 'role', body: { person: 'p01', role: 'lead', held: true }, at: LAUNCHED },
    ...records.members.map((body) => ({ kind: 'member', body, at: LAUNCHED })),
    ...records.waves.map((body) => ({ kind: 'wave', body, at: body.opens })),
    ...records.responses.map((body) => ({ kind: 'response', body, at: opens.get(body.wave)! })),
    ...records.ties.map((body) => ({ kind: 'tie', body, at: opens.get(body.wave ?? '')! })),
    ...records.adoptions
      .filter(({ censored }) => !censored)
      .map((body) => ({ kind: 'adoption', body, at: `${body.time}T00:00:00.000Z` })),
  ];
  return drafts.map(({ kind, body, at }, row) => {
    const fact = { kind, body, network, validFrom: at, validTo: null, recordedAt: at, source, retracted: false };
    return { ...fact, key: `example/${row}` } as NewFact;
  });
}

export function charterOf(network: string) {
  return CharterSchema.parse({
    charter: 1,
    network,
    name: 'Three regions exchange',
    challenge: 'Families wait eleven weeks for a first appointment.',
    vision: 'Every family is seen within three weeks, wherever they live.',
    callToAction: 'Bring one practice that shortened your waiting list.',
    valueProposition: 'Six months, four hours a month, and what works.',
    scope: 'Child and family clinics of the three regions.',
    horizon: 'P6M',
    timeZone: 'Europe/Berlin',
    roles: { lead: ['p01'] },
    health: { permutations: 999 },
    consent: { statement: 'Answers are seen by stewards; everybody else sees figures.' },
  });
}
