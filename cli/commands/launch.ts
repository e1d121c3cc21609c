/** `weft launch CHARTER`: starts a network, where the launch gate lets it. */
import type { Command } from 'commander';
import { shortDate } from '../dates.ts';
import { WorkSaysNo } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { readCharterFile } from './charter.ts';

interface Options extends FormatOptions, DataOption {
  members?: string;
}

export function addLaunch(program: Command): void {
  const command = program
    .command('launch')
    .description('Starts a network under a charter.')
    .argument('<charter>', 'the charter, a YAML file (weft charter new writes one)')
    .option('--members <file>', 'who is invited: a table or a folder of tables, as weft import reads them')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft launch charter.yaml --members members.csv');
  addData(command);
  addFormat(command);
}

async function run(file: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const { charterProblemText } = await import('../../data/exchange/charter-yaml.ts');
  const reading = await readCharterFile(file);
  if (!reading.ok) {
    const { problems } = reading;
    const error = new WorkSaysNo([...problems.map(charterProblemText), 'Nothing was started.'].join('\n'));
    throw Object.assign(error, { problems });
  }
  const { charter, warnings } = reading;
  for (const warning of warnings) note(`warning: ${charterProblemText(warning)}`);
  const members =
    options.members === undefined ? undefined : await readMembers(options.members, charter.members.attributes);
  const launched = await withNetworks(options, (networks) => networks.launch({ charter, members }));
  if (format === 'json') writeJson(launched);
  else
    write(`${launched.network} has begun, on ${shortDate(launched.startedAt)}. Type: weft status ${launched.network}`);
}

async function readMembers(path: string, attributes: readonly string[]) {
  const { readSource } = await import('../../data/exchange/read-source.ts');
  const members = await readSource(path, { attributes });
  for (const text of members.notes) note(`note: ${text}`);
  return members;
}
