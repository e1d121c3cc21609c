/** `weft export NETWORK`: everything there is as JSON, or the network as it stands as CSV, GraphML or GEXF. */
import { type Command, Option } from 'commander';
import type { Networks } from '../../workflows/host/client.ts';
import { UsageError } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { write, writeJson } from '../output.ts';
import { writeFileWhole, writeFolderWhole } from '../write-files.ts';

const FORMATS = ['csv', 'graphml', 'gexf', 'json'] as const;
type Format = (typeof FORMATS)[number];

interface Options extends DataOption {
  format?: Format;
  out?: string;
  json?: boolean;
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('Writes a network to files. JSON holds every fact and loses nothing; personal details stay behind.')
    .argument('<network>', 'its id (weft networks lists them)')
    .addOption(new Option('--format <format>', 'what is written (default: json)').choices(FORMATS))
    .option('--out <path>', 'where: a file, for csv a folder (left out: standard output)')
    .option('--json', 'says what was written as JSON')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft export three-regions --format graphml --out three-regions.graphml');
  addData(command);
}

async function run(network: string, options: Options): Promise<void> {
  const { format = 'json', out, json } = options;
  if (format === 'csv' && out === undefined) throw new UsageError('csv is several files: name a folder with --out');
  if (json === true && out === undefined && format !== 'json') {
    throw new UsageError(`--json says what was written, so name the file with --out (or leave --json out)`);
  }
  const files = await withNetworks(options, (networks) => filesOf(networks, network, format));
  if (out === undefined) return write(files.get('') as string);
  const whole = files.get('');
  const written = whole === undefined ? await writeFolderWhole(out, files) : [await writeFileWhole(out, whole)];
  if (json === true) writeJson({ network, format, files: written });
  else write(written.map((file) => `written: ${file}`).join('\n'));
}

/** Texts by file name; under the empty name where it is one. */
async function filesOf(networks: Networks, network: string, format: Format): Promise<Map<string, string>> {
  const { writeCsv, writeGexf, writeGraphml, writeJson: writeFacts } = await import('../../data/exchange/index.ts');
  if (format === 'json') return new Map([['', writeFacts(await networks.exportFacts(network))]]);
  const records = await networks.records(network);
  if (format === 'csv') return writeCsv(records);
  return new Map([['', format === 'graphml' ? writeGraphml(records) : writeGexf(records)]]);
}
