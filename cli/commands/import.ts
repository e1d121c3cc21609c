/** `weft import NETWORK PATH…`: files into a network, all or nothing; the same file twice changes nothing. */
import type { Command } from 'commander';
import type { ImportReport } from '../../workflows/host/client.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, progress, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  dryRun?: boolean;
}

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('Reads members, ties, survey waves and adoptions from files into a network. All or nothing.')
    .argument('<network>', 'its id (weft networks lists them)')
    .argument('<paths...>', 'CSV, XLSX, GraphML, GEXF or JSON files, or folders of tables')
    .option('--dry-run', 'says what would be new, and changes nothing')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft import three-regions data/examples/three-regions/ties.csv --dry-run');
  addData(command);
  addFormat(command);
}

async function run(network: string, paths: string[], options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  progress(`reading ${paths.length} ${paths.length === 1 ? 'path' : 'paths'}`);
  const { dryRun = false } = options;
  const report = await withNetworks(options, (networks) => networks.importFiles(network, paths, { dryRun }));
  if (format === 'json') return writeJson(report);
  for (const text of report.notes) note(`note: ${text}`);
  write(inWords(report));
}

function inWords({ facts, appended, unchanged, people, files, dryRun }: ImportReport): string {
  const kinds = Object.entries(facts).map(([kind, count]) => `${count} ${kind}`);
  const done = dryRun ? 'would be new' : 'are new';
  return [
    `read: ${files.map(({ name }) => name).join(', ')}`,
    appended === 0 ? `nothing ${dryRun ? 'would be' : 'is'} new` : `${appended} facts ${done}: ${kinds.join(', ')}`,
    `${unchanged} were known already; ${people} people have personal details, which are kept apart`,
  ].join('\n');
}
