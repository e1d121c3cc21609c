/**
 * Finds a running Weft: its Temporal server by TEMPORAL_ADDRESS, else by what `weft start` left in the data folder; its
 * stores by DATABASE_URL, else in the same folder.
 */
import { Client, Connection } from '@temporalio/client';
import { loadMasterKey, openPeople, type PeopleStore } from '../../data/people/index.ts';
import { openStore, type RecordStore } from '../../data/store/index.ts';
import { NAMESPACE } from '../contract/index.ts';
import { databasePlace, pathsOf } from './paths.ts';
import { inspectProcess } from './process/inspect.ts';
import { readRunning } from './temporal-data.ts';

/** Nobody answers where a running Weft was expected. The message says what to type. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

export interface Stores {
  store: RecordStore;
  people: PeopleStore;
  close(): Promise<void>;
}

export async function openStores(dataDir: string, env: NodeJS.ProcessEnv): Promise<Stores> {
  const paths = pathsOf(dataDir);
  const place = databasePlace(paths, env);
  const store = await openStore(place);
  try {
    const people = await openPeople({ ...place, masterKey: await loadMasterKey(paths.dataDir, env) });
    return {
      store,
      people,
      close: async () => {
        await people.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** @throws NotRunning */
export async function temporalAddress(dataDir: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { TEMPORAL_ADDRESS: given } = env;
  if (given !== undefined && given !== '') return given;
  const { dataDir: root } = pathsOf(dataDir);
  const running = await readRunning(root);
  if (running === null || (await inspectProcess(running.pid)) === null) {
    throw new NotRunning(
      `No Weft is running on ${root}. In another terminal, type: weft start --data ${dataDir} (or name the folder of the one that runs with --data, or its server with TEMPORAL_ADDRESS).`,
    );
  }
  return running.address;
}

/** @throws NotRunning */
export async function connectTemporal(address: string): Promise<{ client: Client; close(): Promise<void> }> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '5s' });
    return { client: new Client({ connection, namespace: NAMESPACE }), close: () => connection.close() };
  } catch (error) {
    throw new NotRunning(
      `No Temporal server answers at ${address} (${(error as Error).message}). Type: weft start, or set TEMPORAL_ADDRESS to a server that runs.`,
    );
  }
}
