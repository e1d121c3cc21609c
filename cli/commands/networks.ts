/** `weft networks`: all there are, and where each is. */
import type { Command } from 'commander';
import type { NetworkStatus, Networks } from '../../workflows/host/client.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { textTable } from '../text-table.ts';

interface Row {
  network: string;
  name: string;
  /** Null where nothing runs that could be asked. */
  status:
    | (Pick<NetworkStatus, 'phase' | 'cycle' | 'answers' | 'members' | 'next'> & {
        waiting: number;
        health: string | null;
      })
    | null;
}

export function addNetworks(program: Command): void {
  const command = program
    .command('networks')
    .description('All networks, and where each is.')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft networks');
  addData(command);
  addFormat(command);
}

async function run(options: FormatOptions & DataOption): Promise<void> {
  const format = formatOf(options, 'text');
  const rows = await withNetworks(options, rowsOf);
  if (format === 'json') return writeJson(rows);
  if (rows.length === 0) return write('There is no network yet. Type: weft charter new charter.yaml');
  const columns = ['network', 'name', 'phase', 'cycle', 'members', 'waiting', 'last health check'];
  write(
    textTable(
      columns.map((label) => ({ label })),
      rows.map(({ network, name, status }) => [network, name, ...(status === null ? [] : cellsOf(status))]),
    ),
  );
}

async function rowsOf(networks: Networks): Promise<Row[]> {
  const rows: Row[] = [];
  let isRunning = true;
  for (const network of await networks.networks()) {
    const { charter } = await networks.charter(network);
    const status = isRunning
      ? await networks.status(network).catch((error: Error) => {
          if (error.name !== 'NotRunning') throw error;
          note(`${error.message}\nWithout it only names are known:`);
          isRunning = false;
          return null;
        })
      : null;
    rows.push({ network, name: charter.name, status: status === null ? null : briefly(status) });
  }
  return rows;
}

function briefly({ phase, cycle, answers, members, next, waiting, health }: NetworkStatus): Row['status'] {
  return { phase, cycle, answers, members, next, waiting: waiting.length, health: health?.asOf ?? null };
}

function cellsOf({ phase, cycle, members, waiting, health }: NonNullable<Row['status']>): string[] {
  return [phase, cycle === 0 ? '' : String(cycle), String(members.active), String(waiting), health?.slice(0, 10) ?? ''];
}
