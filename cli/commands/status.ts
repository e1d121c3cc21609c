/** `weft status NETWORK`: where it is, what waits on whom until when, what comes next. */
import type { Command } from 'commander';
import type { NetworkStatus } from '../../workflows/host/client.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  names?: boolean;
}

export function addStatus(program: Command): void {
  const command = program
    .command('status')
    .description('Where a network is, what waits on whom until when, and what comes next.')
    .argument('<network>', 'its id (weft networks lists them)')
    .option('--names', 'names in the place of ids: for the steward at this terminal')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft status three-regions');
  addData(command);
  addFormat(command);
}

async function run(network: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const { status, label } = await withNetworks(options, async (networks) => ({
    status: await networks.status(network),
    label: options.names === true ? await networks.label(network) : (person: string) => person,
  }));
  if (format === 'json') return writeJson(named(status, label));
  const { statusText } = await import('../status-text.ts');
  write(statusText(status, label));
}

function named(status: NetworkStatus, label: (person: string) => string): NetworkStatus {
  return { ...status, waiting: status.waiting.map((entry) => ({ ...entry, on: label(entry.on) })) };
}
