/**
 * Opens the façade for as long as a command needs it. A data folder that is not there is not made: only `weft start`
 * begins something.
 */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Networks } from '../workflows/host/client.ts';
import { WorkSaysNo } from './failures.ts';

export const DATA_DIR = '.weft/';

export interface DataOption {
  data: string;
}

export function addData(command: Command): Command {
  return command.option('--data <dir>', 'the folder of the running Weft', DATA_DIR);
}

/** Where the store is: by DATABASE_URL, or in the folder. */
export function storeExists(dataDir: string): boolean {
  const { DATABASE_URL: databaseUrl } = process.env;
  return (databaseUrl !== undefined && databaseUrl !== '') || existsSync(dataDir);
}

/** @throws WorkSaysNo where there is no data folder. */
export function refuseWithoutStore({ data }: DataOption): void {
  if (storeExists(data)) return;
  throw new WorkSaysNo(
    `There is no Weft in ${data} yet. Type: weft start --data ${data}, or name its folder with --data`,
  );
}

/** @throws WorkSaysNo where there is no data folder. */
export async function withNetworks<Result>(
  { data }: DataOption,
  work: (networks: Networks) => Promise<Result>,
): Promise<Result> {
  refuseWithoutStore({ data });
  const { Networks } = await import('../workflows/host/client.ts');
  const networks = await Networks.open({ dataDir: data });
  try {
    return await work(networks);
  } finally {
    await networks.close();
  }
}
