/** `weft networks`: all there are, and where each is. What the store knows is shown where nothing runs, too. */
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import type { NetworkStatus, Networks } from '../../workflows/host/client.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

interface Row extends Pick<NetworkStatus, 'network' | 'name' | 'phase' | 'cycle'> {
  members: number;
  /** How much waits on somebody; null where nothing runs that could be asked. */
  waiting: number | null;
  /** The date of the last health check. */
  health: string | null;
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
  const labels = ['network', 'name', 'phase', 'cycle', 'members', 'waiting', 'last health check'];
  write(
    textTable(
      labels.map((label) => ({ label })),
      rows.map(cellsOf),
    ),
  );
}

async function rowsOf(networks: Networks): Promise<Row[]> {
  const rows: Row[] = [];
  let isRunning = true;
  for (const network of await networks.networks()) {
    const status = isRunning ? await statusOf(networks, network) : null;
    if (status === null) isRunning = false;
    rows.push(status ?? (await fromFacts(networks, network)));
  }
  return rows;
}

/** Null where no Weft is running: asked once, said once. */
async function statusOf(networks: Networks, network: string): Promise<Row | null> {
  try {
    const { name, phase, cycle, members, waiting, health } = await networks.status(network);
    return {
      network,
      name,
      phase,
      cycle,
      members: members.active,
      waiting: waiting.length,
      health: health?.asOf ?? null,
    };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotRunning') throw error;
    note(`note: ${error.message}`);
    return null;
  }
}

async function fromFacts(networks: Networks, network: string): Promise<Row> {
  const { charter } = await networks.charter(network);
  const phase = (await networks.exportFacts(network, 'phase')).at(-1);
  const snapshot = (await networks.exportFacts(network, 'snapshot')).at(-1);
  const { members } = await networks.records(network);
  return {
    ...{ network, name: charter.name, waiting: null },
    phase: phase?.kind === 'phase' ? phase.body.phase : 'launched',
    cycle: phase?.kind === 'phase' ? phase.body.cycle : 0,
    members: members.filter(({ status }) => status === 'active').length,
    health: snapshot?.kind === 'snapshot' ? snapshot.body.asOf : null,
  };
}

function cellsOf({ network, name, phase, cycle, members, waiting, health }: Row): string[] {
  const counts = [cycle === 0 ? '' : String(cycle), String(members), waiting === null ? '?' : String(waiting)];
  return [network, name, phase, ...counts, health?.slice(0, 10) ?? ''];
}
